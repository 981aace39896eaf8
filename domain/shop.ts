/** Who the merchant is and how this counter is set. Plain JSON; the settings file holds one of these. */
import type { SlipSettings } from './slip/policy.ts';
import type { TaxSettings } from './tax.ts';

export type Mode = 'practice' | 'shop';

export type Shop = {
  readonly name: string;
  /** Ten digits. Configured numbers are not checked for the check digit: gateways' test merchants fail it. */
  readonly businessNumber: string;
  readonly representative: string;
  readonly address: string;
  readonly phone: string;
  readonly counterNumber: number;
};

/** What a manager can see and change together. */
export type SettingsSection = 'shop' | 'tax' | 'printer' | 'backup-printer' | 'slip' | 'terminal' | 'signature' | 'receipts';
/** A section as the journal keeps it: name → value, never a secret. */
export type SettingsRecord = Readonly<Record<string, string | number | boolean>>;

export type CashReceiptSettings = {
  /** 의무발행업종: a cash payment of `mandatoryFromWon` or more must be issued, to nobody if need be. */
  readonly mandatorySector: boolean;
  readonly mandatoryFromWon: number;
  readonly acceptResidentNumber: boolean;
};

/** Card payment as the shop wants it (rules of the counter, §4). What the terminal cannot do is kept from it all the same. */
export type CardSettings = {
  /** Payment by months is offered from here, up to `maxMonths`. */
  readonly installmentsFromWon: number;
  readonly maxMonths: number;
  /** From here a person's word on a charge nobody knows the fate of needs a manager. */
  readonly managerFromWon: number;
};

export const DEFAULT_CARD: CardSettings = { installmentsFromWon: 50_000, maxMonths: 36, managerFromWon: 100_000 };

export type CounterSettings = {
  readonly mode: Mode;
  readonly shop: Shop;
  readonly tax: TaxSettings;
  readonly cashReceipt: CashReceiptSettings;
  readonly slip: SlipSettings;
  readonly card: CardSettings;
};

/** A mandatory issue is due within five days of the payment (rules of the counter, §3). */
export const MANDATORY_ISSUE_DEADLINE_DAYS = 5;
export const MANDATORY_FROM_WON = 100_000;
