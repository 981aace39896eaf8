/**
 * Where a cash receipt's number is typed, read back and released: by the cashier or by the customer, for the sale at hand or for
 * one of today's without a receipt. One act at a time: what is issued is what both screens showed when it was asked for.
 */
import type { ReceiptPurpose } from '../../domain/cash-receipt/identifier.ts';
import type { Checkout } from '../checkout/checkout.ts';
import type { Counter } from '../counter.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { Result } from '../result.ts';
import { customerReadsBack, customerTypes, draft, drop, readBack } from './desk-draft.ts';
import { customerAnswers, issue, issueAtTerminal } from './desk-issue.ts';
import { handOver } from './desk-pad.ts';
import type { DeskWork, TypedNumber } from './desk-target.ts';
import type { Receipts } from './receipts.ts';

export type Desk = {
  readonly draft: (saleId: string, number: TypedNumber, typedBy: 'cashier' | 'customer') => Promise<Result<null>>;
  /** To the customer, wherever she types. */
  readonly handOver: (saleId: string, number: TypedNumber) => Promise<Result<null>>;
  readonly customerTypes: (saleId: string, digits: string) => Promise<Result<null>>;
  readonly readBack: (saleId: string) => Promise<Result<null>>;
  readonly customerReadsBack: (saleId: string) => Promise<Result<null>>;
  readonly customerAnswers: (saleId: string, digits: string, yes: boolean) => Promise<Result<null>>;
  readonly drop: (saleId: string) => Promise<Result<null>>;
  readonly issue: (saleId: string, number: TypedNumber) => Promise<Result<null>>;
  readonly issueAtTerminal: (saleId: string, purpose: Exclude<ReceiptPurpose, 'self-issue'>) => Promise<Result<null>>;
};

export function createDesk(counter: Counter, checkout: Checkout, receipts: Receipts, trades: DeskWork['trades'], pad: DeskWork['pad']): Desk {
  const exclusive = oneAtATime();
  const work: DeskWork = { counter, checkout, receipts, trades, pad, inTurn: exclusive, rules: { acceptResidentNumber: counter.settings.cashReceipt.acceptResidentNumber } };
  const serial = <A extends readonly unknown[]>(act: (work: DeskWork, ...args: A) => Promise<Result<null>>) => (...args: A) => exclusive(() => act(work, ...args));
  return {
    draft: serial(draft),
    handOver: serial(handOver),
    customerTypes: serial(customerTypes),
    readBack: serial(readBack),
    customerReadsBack: serial(customerReadsBack),
    customerAnswers: serial(customerAnswers),
    drop: serial(drop),
    issue: serial(issue),
    issueAtTerminal: serial(issueAtTerminal),
  };
}
