/**
 * Setting up a shop: what is asked, in which order, and what can be judged while it is typed. Everything typed stays text until the shop
 * is made, so that nothing half finished is lost or refused.
 */
import { businessNumberPasses, digitsOf } from './cash-receipt/identifier.ts';
import type { PinProblem } from './people.ts';
import { pinProblem } from './people.ts';
import type { VatType } from './tax.ts';

export const SETUP_STEPS = ['shop', 'tax', 'printer', 'receipts', 'owner', 'review'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export type ShopDraft = {
  readonly name: string;
  readonly businessNumber: string;
  readonly representative: string;
  readonly address: string;
  readonly phone: string;
  readonly counterNumber: string;
};
/** null: not answered yet. */
export type TaxDraft = { readonly vatType: VatType | null; readonly mandatorySector: boolean | null };
/** `none`: goes on without. `address` is kept when the mind is changed. */
export type PrinterDraft = { readonly choice: 'printer' | 'none' | null; readonly address: string; readonly columns: 42 | 48; readonly tried: boolean };
export type ReceiptsDraft = { readonly choice: 'popbill' | 'later' | null; readonly service: 'test' | 'production'; readonly linkId: string };

/** Neither the PIN nor the gateway's secret: those are never sent back to a window. */
export type SetupDraft = {
  readonly step: SetupStep;
  readonly shop: ShopDraft;
  readonly tax: TaxDraft;
  readonly printer: PrinterDraft;
  readonly receipts: ReceiptsDraft;
  readonly ownerName: string;
};

export const EMPTY_DRAFT: SetupDraft = {
  step: 'shop',
  shop: { name: '', businessNumber: '', representative: '', address: '', phone: '', counterNumber: '1' },
  tax: { vatType: null, mandatorySector: null },
  printer: { choice: null, address: '', columns: 48, tried: false },
  receipts: { choice: null, service: 'production', linkId: '' },
  ownerName: '',
};

export const MAX_SHOP_CHARS = { name: 40, businessNumber: 14, representative: 40, address: 120, phone: 20, counterNumber: 2 } as const satisfies Record<keyof ShopDraft, number>;
export const MAX_LINK_ID_CHARS = 100;
export const MAX_SECRET_CHARS = 200;
export const MAX_OWNER_CHARS = 40;
export const MAX_ADDRESS_CHARS = 200;
export const MAX_COUNTER_NUMBER = 99;

/** Why a field cannot stand: `missing` and `short` while it is merely unfinished, the others as soon as they are seen. */
export type FieldProblem = 'missing' | 'short' | 'too-long' | 'check-digit' | 'not-a-number' | 'phone' | 'address' | 'link-id' | 'secret';

/** Ten digits from the tax office, and their check digit. Said while typing: a wrong digit is found at the tenth. */
export function businessNumberProblem(text: string): FieldProblem | null {
  const digits = digitsOf(text);
  if (digits === '') return 'missing';
  if (digits.length < 10) return 'short';
  if (digits.length > 10) return 'too-long';
  return businessNumberPasses(digits) ? null : 'check-digit';
}

export function shopProblem(field: keyof ShopDraft, text: string): FieldProblem | null {
  const typed = text.trim();
  if (field === 'businessNumber') return businessNumberProblem(text);
  if (field === 'counterNumber') return /^\d{1,2}$/.test(typed) && Number(typed) >= 1 ? null : typed === '' ? 'missing' : 'not-a-number';
  if (typed === '') return 'missing';
  if (typed.length > MAX_SHOP_CHARS[field]) return 'too-long';
  if (field === 'phone') return /^[0-9+][0-9 -]{6,18}[0-9]$/.test(typed) ? null : 'phone';
  return null;
}

export function ownerNameProblem(text: string): FieldProblem | null {
  const typed = text.trim();
  return typed === '' ? 'missing' : typed.length > MAX_OWNER_CHARS ? 'too-long' : null;
}

/** As the gateway hands them out: a header word, and a key in base64. */
export function linkIdProblem(text: string): FieldProblem | null {
  return text === '' ? 'missing' : /^[\x21-\x7e]{1,100}$/.test(text) ? null : 'link-id';
}
export function secretProblem(text: string): FieldProblem | null {
  return text === '' ? 'missing' : /^[A-Za-z0-9+/]{16,200}={0,2}$/.test(text) && text.length <= MAX_SECRET_CHARS ? null : 'secret';
}

/** Unfinished, as against wrong: said only when the step is to be left. */
export function isUnfinished(problem: FieldProblem): boolean {
  return problem === 'missing' || problem === 'short';
}

export const SHOP_FIELDS = ['name', 'businessNumber', 'representative', 'address', 'phone', 'counterNumber'] as const satisfies readonly (keyof ShopDraft)[];

/** `secretKept`: main holds a secret for the link id, from an earlier look at this step. */
export function stepIsDone(step: SetupStep, draft: SetupDraft, secretKept: boolean): boolean {
  switch (step) {
    case 'shop':
      return SHOP_FIELDS.every((field) => shopProblem(field, draft.shop[field]) === null);
    case 'tax':
      return draft.tax.vatType !== null && draft.tax.mandatorySector !== null;
    case 'printer':
      return draft.printer.choice === 'none' || (draft.printer.choice === 'printer' && draft.printer.address !== '');
    case 'receipts':
      return draft.receipts.choice === 'later' || (draft.receipts.choice === 'popbill' && linkIdProblem(draft.receipts.linkId) === null && secretKept);
    case 'owner':
      return ownerNameProblem(draft.ownerName) === null;
    case 'review':
      return SETUP_STEPS.every((other) => other === 'review' || stepIsDone(other, draft, secretKept));
  }
}

/** The PIN twice: why it is not taken, the first reason first. */
export function newPinProblem(pin: string, again: string): PinProblem | 'differs' | null {
  return pinProblem(pin) ?? (pin === again ? null : 'differs');
}
