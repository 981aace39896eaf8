/** What is open about cards, in numbers: for the status line, and for the close of a day. */
import type { ShiftCloseView } from '../../contract/views.ts';
import type { HeldState } from '../../domain/checkout/state.ts';
import type { CheckoutState } from '../../domain/checkout/machine.ts';
import { summaryOf } from '../../domain/handwritten-slip/machine.ts';
import type { ShiftClose, ShiftOpenCases } from '../../domain/journal-entry.ts';
import { inDoubtWon, openTrade } from '../../domain/tender/machine.ts';
import { sumWon } from '../../domain/won.ts';
import type { Counter } from '../counter.ts';
import type { Strays } from '../stray/strays.ts';
import type { Handwritten } from './handwritten.ts';

export type CardCases = Required<Omit<ShiftOpenCases, 'cashReceiptsUnsent' | 'cashReceiptsUnsentWon' | 'printsUnsettled' | 'refundsOpen' | 'refundsOpenWon'>>;

export const NO_CASES: CardCases = { unknownCharges: 0, unknownChargesWon: 0, strayCharges: 0, strayChargesWon: 0, slipsUnsigned: 0, slipsUnsignedWon: 0, slipsNotPrinted: 0, slipsToHandOver: 0 };

/** A day closed by an older version names no cases of cards, and no refunds: there were none. */
export function closeView(close: ShiftClose & { readonly closedAt: string }): ShiftCloseView {
  const { zNumber, closedAt, floatWon, cashSalesWon, cashRefundsWon = 0, saleCount, expectedWon, countedWon, differenceWon, openCases } = close;
  return { zNumber, closedAt, floatWon, cashSalesWon, cashRefundsWon, saleCount, expectedWon, countedWon, differenceWon, openCases: { ...NO_CASES, refundsOpen: 0, refundsOpenWon: 0, ...openCases } };
}

export function cardCases(counter: Counter, handwritten: Pick<Handwritten, 'openSlips'>, strays: Pick<Strays, 'open'>): CardCases {
  const unknown = [counter.memory.sale, ...counter.memory.held].flatMap((sale) => unknownWon(sale));
  const open = strays.open();
  const slips = summaryOf(handwritten.openSlips().map(({ slipId, chargedWon, openedAt, state }) => ({ slipId, chargedWon, since: openedAt, state })), counter.now().toISOString());
  return {
    unknownCharges: unknown.length,
    unknownChargesWon: sumWon(unknown),
    strayCharges: open.length,
    strayChargesWon: sumWon(open.map((stray) => stray.amountWon)),
    slipsUnsigned: slips.unsigned.count,
    slipsUnsignedWon: slips.unsigned.won,
    slipsNotPrinted: slips.notPrinted.count,
    slipsToHandOver: slips.toHandOver.count,
  };
}

/** One for a sale whose charge, or cancel of one, nobody knows the fate of. */
function unknownWon(sale: CheckoutState | HeldState | null): number[] {
  const tender = sale?.stage === 'tendering' ? sale.tender : sale?.stage === 'held' ? sale.tendered?.tender : undefined;
  if (tender === undefined || openTrade(tender)?.state.name !== 'unknown') return [];
  const trade = openTrade(tender);
  return [trade?.intent.kind === 'cancel' ? trade.intent.totalWon : inDoubtWon(tender)];
}
