/** The words of every failure, a file per place at the counter. A code without words does not compile; words without a code fail the test. */
import { APPROVAL_WORDS } from './failure-words/approval.ts';
import { CARD_WORDS } from './failure-words/card.ts';
import { CASH_RECEIPT_WORDS } from './failure-words/cash-receipt.ts';
import { CASH_RECEIPT_CORRECTION_WORDS } from './failure-words/cash-receipt-correction.ts';
import { CASH_RECEIPT_TERMINAL_WORDS } from './failure-words/cash-receipt-terminal.ts';
import { CATALOGUE_WORDS } from './failure-words/catalogue.ts';
import { IDENTIFIER_WORDS } from './failure-words/identifier.ts';
import { IMPORT_WORDS } from './failure-words/import.ts';
import { JOURNAL_WORDS } from './failure-words/journal.ts';
import { NUMBER_PAD_WORDS } from './failure-words/number-pad.ts';
import { PEOPLE_WORDS } from './failure-words/people.ts';
import { PRACTICE_WORDS } from './failure-words/practice.ts';
import { PHOTO_WORDS } from './failure-words/photo.ts';
import { ROSTER_WORDS } from './failure-words/roster.ts';
import { PRINTER_WORDS } from './failure-words/printer.ts';
import { PROGRAM_WORDS } from './failure-words/program.ts';
import { REFUND_WORDS } from './failure-words/refund.ts';
import { REFUND_RECEIPT_WORDS } from './failure-words/refund-receipt.ts';
import { REPRINT_WORDS } from './failure-words/reprint.ts';
import { SETUP_WORDS } from './failure-words/setup.ts';
import { SALE_WORDS } from './failure-words/sale.ts';
import { SIGNATURE_WORDS } from './failure-words/signature.ts';
import { STRAY_WORDS } from './failure-words/stray.ts';
import { TENDER_WORDS } from './failure-words/tender.ts';
import { TERMINAL_WORDS } from './failure-words/terminal.ts';
import type { FailureCode, FailureEntry } from './failure.ts';

export const FAILURE_WORDS: Readonly<Record<FailureCode, FailureEntry>> = {
  ...CASH_RECEIPT_WORDS,
  ...CASH_RECEIPT_TERMINAL_WORDS,
  ...CASH_RECEIPT_CORRECTION_WORDS,
  ...IDENTIFIER_WORDS,
  ...CARD_WORDS,
  ...STRAY_WORDS,
  ...TENDER_WORDS,
  ...TERMINAL_WORDS,
  ...REFUND_WORDS,
  ...REFUND_RECEIPT_WORDS,
  ...SIGNATURE_WORDS,
  ...NUMBER_PAD_WORDS,
  ...SALE_WORDS,
  ...CATALOGUE_WORDS,
  ...PHOTO_WORDS,
  ...IMPORT_WORDS,
  ...PRINTER_WORDS,
  ...REPRINT_WORDS,
  ...PEOPLE_WORDS,
  ...APPROVAL_WORDS,
  ...ROSTER_WORDS,
  ...JOURNAL_WORDS,
  ...PRACTICE_WORDS,
  ...PROGRAM_WORDS,
  ...SETUP_WORDS,
};
