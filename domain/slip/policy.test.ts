import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlipCopies, SlipUse } from './policy.ts';
import { SLIP_POLICY, slipPlan, slipRule } from './policy.ts';

/** The table of the rules of the counter, §5, as it stands there. */
const TABLE = `
| setting: copies | setting: use | installments | what happens |
|---|---|---|---|
| any | any | ≥ 2 months | customer copy prints, nobody is asked |
| 0 | – | lump sum | nothing prints; on request, reprint (last transaction) |
| 1 or 2 | customer | lump sum | ask "yes/no" on EVERY transaction; no setting skips the question; yes → that many copies |
| 1 | merchant | lump sum | not asked; prints one copy marked 가맹점용 |
`;

const COPIES = [0, 1, 2] as const satisfies readonly SlipCopies[];
const USES = ['customer', 'merchant'] as const satisfies readonly SlipUse[];

const rows = TABLE.trim()
  .split('\n')
  .slice(2)
  .map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim()))
  .map(([copies = '', use = '', installments = '', what = '']) => ({ copies, use, installments, what }));

const copiesOf = (cell: string) => (cell === 'any' ? COPIES : COPIES.filter((copies) => cell.split(' or ').includes(String(copies))));
const usesOf = (cell: string) => (cell === 'any' || cell === '–' ? USES : USES.filter((use) => use === cell));
const monthsOf = (cell: string) => (cell === 'lump sum' ? [0] : [2, 3, 12, 36]);

function expectedOf(what: string, copies: SlipCopies) {
  if (what.startsWith('customer copy prints')) return { rule: 'print', copies: Math.max(1, copies), copyKind: 'customer' };
  if (what.startsWith('nothing prints')) return { rule: 'none' };
  if (what.startsWith('ask')) return { rule: 'ask', copies, copyKind: 'customer' };
  if (what.startsWith('not asked; prints one copy marked 가맹점용')) return { rule: 'print', copies: 1, copyKind: 'merchant' };
  throw new Error(`a row this test cannot read: ${what}`);
}

describe('who gets paper', () => {
  test('is the four rows of the rule', () => {
    expect(rows).toHaveLength(4);
    expect(SLIP_POLICY).toHaveLength(4);
  });

  test.each(rows)('copies $copies, use $use, $installments: $what', ({ copies, use, installments, what }) => {
    const cases = copiesOf(copies).flatMap((count) => usesOf(use).flatMap((kind) => monthsOf(installments).map((months) => ({ count, kind, months }))));
    expect(cases.length).toBeGreaterThan(0);
    for (const { count, kind, months } of cases) expect(slipRule({ copies: count, use: kind }, months)).toEqual(expectedOf(what, count));
  });

  test('leaves one setting out of the rule, and asks there too', () => {
    const covered = (copies: SlipCopies, use: SlipUse) => rows.some((row) => row.installments === 'lump sum' && copiesOf(row.copies).includes(copies) && usesOf(row.use).includes(use));
    const left = COPIES.flatMap((copies) => USES.map((use) => ({ copies, use }))).filter(({ copies, use }) => !covered(copies, use));
    expect(left).toEqual([{ copies: 2, use: 'merchant' }]);
    expect(slipRule({ copies: 2, use: 'merchant' }, 0)).toEqual({ rule: 'ask', copies: 2, copyKind: 'customer' });
  });

  test('never leaves an instalment sale without a customer copy', () => {
    for (const copies of COPIES) for (const use of USES) expect(slipRule({ copies, use }, 2)).toMatchObject({ rule: 'print', copyKind: 'customer' });
  });
});

describe('the paper of a sale with cards', () => {
  const charge = fc.record({ installmentMonths: fc.constantFrom(0, 0, 2, 12), handwritten: fc.boolean() });

  test('has every handwritten slip, under every setting', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COPIES), fc.constantFrom(...USES), fc.array(charge, { maxLength: 5 }), (copies, use, charges) => {
        expect(slipPlan({ copies, use }, charges).handwritten).toBe(charges.filter(({ handwritten }) => handwritten).length);
      }),
    );
  });

  test('has the customer copy unasked as soon as one charge is by instalments, and follows the table otherwise', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COPIES), fc.constantFrom(...USES), fc.array(charge, { maxLength: 5 }), (copies, use, charges) => {
        const { customer } = slipPlan({ copies, use }, charges);
        if (charges.some(({ installmentMonths }) => installmentMonths >= 2)) expect(customer).toMatchObject({ rule: 'print', copyKind: 'customer' });
        else expect(customer).toEqual(slipRule({ copies, use }, 0));
      }),
    );
  });
});
