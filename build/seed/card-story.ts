/** A sale paid by card, as the simulated terminal would have answered it. Now and then a card is declined, and another one pays. */
import type { CardApproval } from '../../domain/card-payment/approval.ts';
import { approvalOf } from '../../domain/card-payment/machine.ts';
import { totalsOf } from '../../domain/cart.ts';
import type { Payment } from '../../domain/checkout/machine.ts';
import { chargesOf } from '../../domain/checkout/payment.ts';
import { seoulCompact } from '../../domain/seoul-time.ts';
import { needsSignature } from '../../domain/signature/rule.ts';
import { cardSlip } from '../../domain/slip/card.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import { type Customer, RULES, type Telling, type Years } from './telling.ts';

/** Test numbers, hidden as the terminals hide them. */
const CARDS = [
  { maskedNumber: '5409-26**-****-630*', issuer: '시험카드', acquirer: '시험매입' },
  { maskedNumber: '9410-12**-****-118*', issuer: '연습카드', acquirer: '시험매입' },
  { maskedNumber: '4000-00**-****-002*', issuer: '모의카드', acquirer: '모의매입' },
] as const;
const DECLINED = { state: 'declined', by: 'issuer', code: '8324', message: '한도초과' } as const;
/** Instalments are for sums worth it; most people pay at once. */
const MONTHS = [2, 3, 6] as const;
const INSTALMENTS_FROM_WON = 50_000;

export function payByCard(telling: Telling, years: Years, customer: Customer): void {
  if (telling.state.stage !== 'basket') return;
  const dueWon = totalsOf(telling.state.cart).breakdown.totalWon;
  const { random } = years;
  if (random.chance(0.01)) charge(telling, years, customer, dueWon, 0, false);
  const months = dueWon >= INSTALMENTS_FROM_WON && random.chance(0.2) ? random.pick(MONTHS) : 0;
  charge(telling, years, customer, dueWon, months, true);
}

function charge(telling: Telling, years: Years, customer: Customer, dueWon: number, installmentMonths: number, approved: boolean): void {
  const { random } = years;
  const tradeNumber = newTradeNumber(telling, years, customer);
  telling.step({ type: 'charge-intended', partId: years.id('pt'), tradeNumber, leftWon: dueWon, amountWon: dueWon, installmentMonths });
  telling.later(5, 30);
  telling.step({ type: 'traded', tradeNumber, event: { type: 'asking' }, at: telling.iso() }, null);
  telling.later(1_500, 9_000);
  const outcome = approved ? ({ state: 'approved', approval: approvalFor(telling, years, random.pick(CARDS), { cancels: false, totalWon: dueWon }), checks: [] } as const) : DECLINED;
  telling.step({ type: 'traded', tradeNumber, event: { type: 'answered', outcome }, at: telling.iso() }, null);
  telling.later(300, 2_500);
}

/** Day, sale and chance, as the counter numbers its trades. */
export function newTradeNumber(telling: Telling, years: Years, { saleNumber }: Customer): string {
  return `${seoulCompact(telling.iso()).slice(2, 8)}${String(saleNumber % 1_000_000).padStart(6, '0')}${years.id('t').slice(-7).toUpperCase()}`;
}

type Card = { readonly maskedNumber: string; readonly issuer: string; readonly acquirer: string };

export function approvalFor(telling: Telling, years: Years, card: Card, { cancels, totalWon }: Pick<CardApproval, 'cancels' | 'totalWon'>): CardApproval {
  return {
    approvalNumber: years.cardApproval(),
    tradedAt: seoulCompact(telling.iso()),
    cancels,
    totalWon,
    ...card,
    merchantNumber: '00012345678',
    terminalId: '1234567890',
    vanNumber: '',
    message: '',
    notices: [],
    signedAtTerminal: null,
  };
}

/** Null for a sale paid in cash: its paper is the sale's own. */
export function cardPaper({ shop }: Years, { saleNumber }: Customer, payment: Payment): SlipDocument | null {
  const [part] = chargesOf(payment);
  const approval = part === undefined ? null : approvalOf(part.charge.state);
  if (part === undefined || approval === null) return null;
  const { amounts, installmentMonths } = part.charge.intent;
  const signature = needsSignature(RULES.signature, amounts.totalWon) ? ({ kind: 'at-terminal' } as const) : ({ kind: 'not-needed' } as const);
  return cardSlip({ shop, practice: true, copyKind: 'customer', saleNumber, askedAt: payment.paidAt, trade: { kind: 'charge' }, amounts, installmentMonths, approval, signature, cart: payment.cart, saleTotalWon: null });
}
