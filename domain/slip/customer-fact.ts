/**
 * Before a copy of somebody's purchase is handed out, the customer is asked for one thing she knows of it (rules of the counter, §6).
 * The cashier writes down what she says; whether it is so is judged here, and only that it was asked is kept, never what was said.
 */
import { comparable } from '../catalogue/jamo.ts';
import { tailsThatFit } from '../history/search.ts';
import { seoulTime } from '../seoul-time.ts';

export const CUSTOMER_FACTS = ['amount', 'time', 'card-tail', 'product'] as const;
export type CustomerFact = (typeof CUSTOMER_FACTS)[number];

/** What can be asked about a purchase. */
export type KnownPurchase = {
  readonly totalWon: number;
  /** ISO 8601 UTC. */
  readonly paidAt: string;
  /** The last four places of each card, as far as they are known: `630*`. Empty for cash. */
  readonly cardTails: readonly string[];
  readonly productNames: readonly string[];
};

/** Nobody remembers a minute: half an hour to either side is the time. */
const NEAR_MINUTES = 30;
const MINUTES_A_DAY = 24 * 60;

export function factHolds(fact: CustomerFact, said: string, purchase: KnownPurchase): boolean {
  switch (fact) {
    case 'amount':
      return digitsOf(said) === String(purchase.totalWon);
    case 'time':
      return isNear(said, purchase.paidAt);
    case 'card-tail': {
      const digits = digitsOf(said);
      return digits.length === 4 && purchase.cardTails.some((tail) => tailsThatFit(digits).includes(tail));
    }
    case 'product':
      return isNamed(said, purchase.productNames);
  }
}

/** Two letters of a name are hardly a guess; a name of one letter is said whole. */
function isNamed(said: string, names: readonly string[]): boolean {
  const part = comparable(said);
  return names.some((name) => comparable(name) === part || ([...said.trim()].length >= 2 && comparable(name).includes(part)));
}

/** `14:30`, `1430`, `14시 30분`, `14` and `930`: hours first. Twelve hours beside it counts too: who says "three" means 15:00. */
function isNear(said: string, paidAt: string): boolean {
  const minutes = minutesOf(said);
  if (minutes === null) return false;
  const [hour = 0, minute = 0] = seoulTime(paidAt).split(':').map(Number);
  const paid = hour * 60 + minute;
  const meant = minutes < MINUTES_A_DAY / 2 ? [minutes, minutes + MINUTES_A_DAY / 2] : [minutes];
  return meant.some((each) => {
    const apart = Math.abs(each - paid);
    return Math.min(apart, MINUTES_A_DAY - apart) <= NEAR_MINUTES;
  });
}

function minutesOf(said: string): number | null {
  const parts = said.match(/\d+/g) ?? [];
  const [first = '', second] = parts;
  if (parts.length < 1 || parts.length > 2 || first.length > 4) return null;
  const [hour, minute] = second !== undefined ? [Number(first), Number(second)] : first.length <= 2 ? [Number(first), 0] : [Number(first.slice(0, -2)), Number(first.slice(-2))];
  return hour <= 23 && minute <= 59 ? hour * 60 + minute : null;
}

function digitsOf(said: string): string {
  return said.normalize('NFKC').replaceAll(/[\s,₩원]/g, '');
}
