/** Words of slips that are printed again: what the customer is asked, what the ledger says, and the way on when a slip did not come out. */
import type { PrintReason } from '../../domain/journal-entry.ts';
import type { PrintSettlement } from '../../domain/print-job.ts';
import type { CustomerFact } from '../../domain/slip/customer-fact.ts';
import { en } from './reprint-en.ts';
import { ko } from './reprint-ko.ts';
import { zh } from './reprint-zh.ts';
import { defineWords } from './language.tsx';

/** In the order they are offered. */
export const NOT_OUT_STEPS = ['again', 'query', 'other', 'write'] as const;
export type NotOutStep = (typeof NOT_OUT_STEPS)[number];

export type ReprintWords = {
  readonly fact: {
    readonly title: string;
    readonly why: string;
    readonly choose: string;
    readonly kinds: Readonly<Record<CustomerFact, { readonly name: string; readonly question: string; readonly answer: string; readonly hint: string }>>;
    readonly otherQuestion: string;
    readonly print: string;
    readonly asking: string;
    readonly needed: string;
  };
  /** What the manager reads who is asked for her leave. */
  readonly approvalWhat: (number: string, time: string) => string;
  readonly ledger: {
    readonly reason: Readonly<Record<PrintReason, string>>;
    readonly by: (name: string) => string;
    readonly byItself: string;
    readonly approvedBy: (name: string) => string;
    readonly fact: (what: string) => string;
    readonly second: string;
    readonly merchant: string;
    readonly settled: Readonly<Record<PrintSettlement, string>>;
    readonly settledBy: (name: string) => string;
    readonly out: (originals: string, copies: string) => string;
    readonly outAlarm: string;
  };
  readonly notOut: {
    readonly open: string;
    readonly title: (number: string) => string;
    readonly paid: string;
    readonly never: string;
    readonly steps: Readonly<Record<NotOutStep, string>>;
    readonly stepKey: string;
    readonly lookFirst: string;
    readonly lookOther: string;
    readonly print: string;
    readonly printOther: string;
    readonly sending: string;
    readonly confirmed: string;
    readonly isHere: string;
    readonly isNotHere: string;
    readonly queryMeaning: string;
    readonly queryAgain: string;
    readonly queryGoOn: string;
    readonly noBackup: string;
    readonly goOn: string;
    readonly goWrite: string;
    readonly writeMeaning: string;
    readonly written: string;
    readonly shown: string;
    readonly notWanted: string;
  };
  readonly record: {
    readonly shop: string;
    readonly businessNumber: string;
    readonly sale: string;
    readonly when: string;
    readonly total: string;
    readonly supply: string;
    readonly vat: string;
    readonly taxFree: string;
    readonly cash: string;
    readonly card: (issuer: string) => string;
    readonly cardNumber: string;
    readonly installments: string;
    readonly months: (count: string) => string;
    readonly approval: string;
    readonly receipt: string;
  };
};

export const reprintWords = defineWords<ReprintWords>({ ko, en, 'zh-CN': zh });
