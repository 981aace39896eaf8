/** Words of today's sales, the close of a shift and the status details. */
import type { CashReceiptView } from '../../contract/views.ts';

type ReceiptState = CashReceiptView['state'];

/** Amounts and times come in as finished text, so that the words decide only where they stand. */
export type ManagerWords = {
  readonly back: string;
  readonly loading: string;
  readonly today: {
    readonly mustIssue: string;
    readonly saleNumber: (number: string) => string;
    readonly andMore: (name: string, others: number) => string;
    readonly noReceipt: string;
  };
  readonly sale: {
    readonly lines: string;
    readonly supply: string;
    readonly taxFree: string;
    readonly quantity: (quantity: number, price: string) => string;
    readonly noReceipt: string;
    readonly noReceiptUntil: (when: string) => string;
    readonly neverIssued: string;
    readonly approval: (number: string) => string;
    readonly prints: string;
    readonly noPrints: string;
    readonly firstCopy: string;
    readonly copy: (number: number) => string;
    readonly drawer: string;
    readonly slip: string;
    readonly slipAlt: (number: string) => string;
    readonly slipMissing: string;
    readonly printAgain: string;
    readonly printAsked: string;
    readonly issue: string;
  };
  readonly receiptMeaning: Readonly<Record<ReceiptState, string>>;
  readonly close: {
    readonly title: string;
    readonly intro: string;
    readonly notes: string;
    readonly coins: string;
    readonly denomination: (amount: string) => string;
    readonly fewer: (amount: string) => string;
    readonly moreOf: (amount: string) => string;
    /** Notes are counted by another word than coins. */
    readonly pieces: (count: string, of: 'notes' | 'coins') => string;
    readonly counted: string;
    readonly review: (amount: string) => string;
    readonly confirmTitle: (amount: string) => string;
    readonly confirmBody: string;
    readonly recount: string;
    readonly confirm: (amount: string) => string;
    readonly closing: string;
    readonly keypad: string;
    readonly erase: string;
    readonly noShift: string;
  };
  readonly closed: {
    readonly title: (z: string) => string;
    readonly at: (when: string) => string;
    readonly float: string;
    readonly cashSales: (count: string, number: number) => string;
    readonly expected: string;
    readonly counted: string;
    readonly difference: string;
    readonly even: string;
    readonly short: (amount: string) => string;
    readonly over: (amount: string) => string;
    readonly recorded: string;
    readonly openCases: string;
    readonly noOpenCases: string;
    readonly unsent: (count: string, number: number, amount: string) => string;
    readonly unsentNext: string;
    readonly prints: (count: string, number: number) => string;
    readonly printsNext: string;
    readonly done: string;
  };
  readonly status: {
    readonly testPrint: string;
    readonly unsent: string;
    readonly unsentSome: (count: string, amount: string) => string;
    readonly unsentAge: (age: string) => string;
    readonly unsentNone: string;
    readonly unsentNext: string;
    readonly prints: string;
    readonly printsNone: string;
    readonly printsNext: string;
    readonly printAgain: string;
    readonly printAgainOf: (number: string) => string;
    readonly testSlip: string;
    readonly more: (count: string) => string;
  };
};
