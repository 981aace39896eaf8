/**
 * What happens to a sale that is paid by card, for drills that kill the counter in the middle of it: how the shop signs, what the simulators
 * do, and what the cashier wants next of the parts she sees. She decides from her screen alone, so that she can go on after any crash.
 */
import type { PartView } from '../../contract/cards.ts';
import type { PadScript } from '../../native/signature-pad/koces-pad/simulator/machine.ts';
import type { Settings } from '../settings.ts';

export type Wish =
  | { readonly kind: 'charge'; readonly amountWon: number }
  | { readonly kind: 'cash'; readonly amountWon: number; readonly receivedWon: number }
  | { readonly kind: 'give-back'; readonly partId: string };

export type Payment = { readonly leftWon: number; readonly parts: readonly PartView[] };

export type CardScenario = {
  readonly signature: Pick<Settings['signature'], 'fromWon' | 'pad' | 'takenBy'>;
  /** Of the pad at the end of a cable; null: none is plugged in. */
  readonly pad: Partial<PadScript> | null;
  readonly wants: (payment: Payment) => Wish;
  /** What there must be in the end: signatures that were kept, slips that wait for a pen, charges that stand. */
  readonly ends: { readonly signatures: 0 | 1; readonly slips: 0 | 1; readonly charges: number; readonly cashWon: number };
};

const FIRST_PART_WON = 1_000;
const CASH_WON = 500;

const isTaken = ({ standing }: PartView): boolean => standing === 'taken';
const wholeSum = ({ leftWon }: Payment): Wish => ({ kind: 'charge', amountWon: leftWon });

/** A part is charged, not wanted after all, given back at the terminal, and the whole is charged instead. */
function firstOneTooMany(payment: Payment): Wish {
  if (payment.parts.some(({ kind, standing }) => kind === 'card' && standing === 'returned')) return wholeSum(payment);
  const unwanted = payment.parts.find(isTaken);
  return unwanted === undefined ? { kind: 'charge', amountWon: FIRST_PART_WON } : { kind: 'give-back', partId: unwanted.partId };
}

function cashAndTwoCards(payment: Payment): Wish {
  const taken = payment.parts.filter(isTaken);
  if (!taken.some(({ kind }) => kind === 'cash')) return { kind: 'cash', amountWon: CASH_WON, receivedWon: 1_000 };
  if (!taken.some(({ kind }) => kind === 'card')) return { kind: 'charge', amountWon: FIRST_PART_WON };
  return wholeSum(payment);
}

const BY_PEN = { fromWon: 0, pad: 'none', takenBy: 'none' } as const;
const UNSIGNED = { fromWon: 50_000, pad: 'none', takenBy: 'none' } as const;

export const CARD_SCENARIOS = {
  'a charge whose signature becomes a slip': { signature: BY_PEN, pad: null, wants: wholeSum, ends: { signatures: 0, slips: 1, charges: 1, cashWon: 0 } },
  'a charge signed on the customer display': { signature: { fromWon: 0, pad: 'display', takenBy: 'pad' }, pad: null, wants: wholeSum, ends: { signatures: 1, slips: 0, charges: 1, cashWon: 0 } },
  'a charge signed on the pad': { signature: { fromWon: 0, pad: 'koces-pad', takenBy: 'pad' }, pad: {}, wants: wholeSum, ends: { signatures: 1, slips: 0, charges: 1, cashWon: 0 } },
  'a charge whose pad loses its cable in the middle of the name': { signature: { fromWon: 0, pad: 'koces-pad', takenBy: 'pad' }, pad: { dropAt: 'pen' }, wants: wholeSum, ends: { signatures: 0, slips: 1, charges: 1, cashWon: 0 } },
  'a charge that is given back at the terminal, with its slip, and another one': { signature: BY_PEN, pad: null, wants: firstOneTooMany, ends: { signatures: 0, slips: 1, charges: 1, cashWon: 0 } },
  'cash, a card and a second card': { signature: UNSIGNED, pad: null, wants: cashAndTwoCards, ends: { signatures: 0, slips: 0, charges: 2, cashWon: CASH_WON } },
} as const satisfies Readonly<Record<string, CardScenario>>;

export type ScenarioName = keyof typeof CARD_SCENARIOS;

export const SCENARIO_NAMES: readonly ScenarioName[] = Object.keys(CARD_SCENARIOS).filter(isScenario);

export function isScenario(name: string): name is ScenarioName {
  return Object.hasOwn(CARD_SCENARIOS, name);
}

export function scenarioOf(name: ScenarioName): CardScenario {
  return CARD_SCENARIOS[name];
}
