/**
 * Who gets paper (rules of the counter, §5). The rule is a table, and the table is data: the test reads it.
 */
export type SlipCopies = 0 | 1 | 2;
/** Whose copy the slip is meant to be: 고객용, or one 가맹점용 kept by the shop. */
export type SlipUse = 'customer' | 'merchant';
export type SlipSettings = { readonly copies: SlipCopies; readonly use: SlipUse };
export type CopyKind = 'customer' | 'merchant';

export type SlipRule =
  | { readonly rule: 'ask'; readonly copies: number; readonly copyKind: CopyKind }
  | { readonly rule: 'print'; readonly copies: number; readonly copyKind: CopyKind }
  | { readonly rule: 'none' };

export type SlipPolicyRow = {
  readonly copies: readonly SlipCopies[];
  readonly use: readonly SlipUse[];
  readonly installments: 'lump-sum' | 'two-or-more';
  readonly rule: SlipRule['rule'];
  readonly copyKind: CopyKind;
};

const ANY_COPIES = [0, 1, 2] as const;
const ANY_USE = ['customer', 'merchant'] as const;

/** First row that fits decides. Two merchant copies are not in the rule; they ask like customer copies do. */
export const SLIP_POLICY: readonly SlipPolicyRow[] = [
  { copies: ANY_COPIES, use: ANY_USE, installments: 'two-or-more', rule: 'print', copyKind: 'customer' },
  { copies: [0], use: ANY_USE, installments: 'lump-sum', rule: 'none', copyKind: 'customer' },
  { copies: [1], use: ['merchant'], installments: 'lump-sum', rule: 'print', copyKind: 'merchant' },
  { copies: [1, 2], use: ANY_USE, installments: 'lump-sum', rule: 'ask', copyKind: 'customer' },
];

/** `installmentMonths`: 0 is a lump sum (and every cash sale), 2 or more are instalments. */
export function slipRule(settings: SlipSettings, installmentMonths: number): SlipRule {
  const installments = installmentMonths >= 2 ? 'two-or-more' : 'lump-sum';
  const row = SLIP_POLICY.find(
    (candidate) =>
      candidate.installments === installments && candidate.copies.includes(settings.copies) && candidate.use.includes(settings.use),
  );
  if (row === undefined || row.rule === 'none') return { rule: 'none' };
  return { rule: row.rule, copies: Math.max(1, settings.copies), copyKind: row.copyKind };
}

/** What one card charge of a sale brings to the question of paper. */
export type ChargePaper = { readonly installmentMonths: number; readonly handwritten: boolean };

/** `customer`: the rule for the slip of the sale. `handwritten`: how many merchant copies with a line for a pen print, whatever else does. */
export type SlipPlan = { readonly customer: SlipRule; readonly handwritten: number };

/** A sale in parts is an instalment sale as soon as one charge of it is. Handwritten slips print in every row. */
export function slipPlan(settings: SlipSettings, charges: readonly ChargePaper[]): SlipPlan {
  const longest = charges.reduce((most, charge) => Math.max(most, charge.installmentMonths), 0);
  return { customer: slipRule(settings, longest), handwritten: charges.filter((charge) => charge.handwritten).length };
}
