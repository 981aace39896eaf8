/** What main would answer in the rooms of people, and where it would ask for a reason and a yes. */
import type { CallAnswer, CallName } from '../../contract/calls.ts';
import { calls } from '../../contract/calls.ts';
import type { SpecialActView, StaffMember } from '../../contract/people.ts';
import { DEFAULT_PEOPLE_RULES } from '../../domain/people/rules.ts';

const KIM = { userId: 'practice-cashier', name: '김', role: 'cashier' } as const;
const LEE = { userId: 'u-lee', name: '이', role: 'cashier' } as const;
const MANAGER = { userId: 'practice-manager', name: '점장', role: 'manager' } as const;
const OWNER = { userId: 'practice-owner', name: '대표', role: 'owner' } as const;
const SINCE = '2026-03-02T00:00:00.000Z';

const STAFF: readonly StaffMember[] = [
  { ...KIM, active: true, addedAt: SINCE, mustChangePin: false, mayChange: true },
  { ...OWNER, active: true, addedAt: SINCE, mustChangePin: false, mayChange: true },
  { ...LEE, active: true, addedAt: '2026-11-20T00:00:00.000Z', mustChangePin: true, mayChange: true },
  { ...MANAGER, active: true, addedAt: SINCE, mustChangePin: false, mayChange: true },
  { userId: 'u-choi', name: '최', role: 'cashier', active: false, addedAt: SINCE, mustChangePin: false, mayChange: true },
];

const act = (seq: number, over: Partial<SpecialActView>): SpecialActView => ({
  seq,
  at: new Date(Date.parse('2026-11-20T23:40:00.000Z') + seq * 611_000).toISOString(),
  act: 'discount-over-limit',
  outcome: 'approved',
  saleId: `sale-${380 + seq}`,
  saleNumber: 380 + seq,
  amountWon: 5_000,
  reason: 'damaged',
  change: null,
  actor: KIM,
  approver: MANAGER,
  alone: false,
  refusal: null,
  ...over,
});

const ACTS_TODAY: readonly SpecialActView[] = [
  act(31, { act: 'price-change', amountWon: 3_000, reason: '전단지 가격' }),
  act(30, { act: 'open-drawer', saleId: null, saleNumber: null, amountWon: null, reason: 'change-money' }),
  act(28, { act: 'printing-off', outcome: 'by-right', approver: null, saleId: null, saleNumber: null, amountWon: null, reason: 'save-paper', change: '2-customer-to-1-customer', actor: MANAGER }),
  act(27, { outcome: 'refused', refusal: 'other-content', amountWon: 9_000, reason: 'regular-customer' }),
  act(22, { act: 'line-cancel-after-hold', amountWon: 12_600, reason: 'changed-mind', actor: LEE }),
  act(19, { act: 'refund', amountWon: 18_000, reason: 'damaged', actor: OWNER, approver: OWNER, alone: true }),
  act(14, { outcome: 'by-right', approver: null, actor: MANAGER, reason: 'expiring', amountWon: 2_100 }),
  act(9, { act: 'open-drawer', outcome: 'by-right', approver: null, saleId: null, saleNumber: null, amountWon: null, reason: 'count-cash', actor: MANAGER }),
  act(5, { outcome: 'refused', refusal: 'expired', reason: null }),
];

/** The answer to a call of these rooms; undefined for every other call. */
export function peopleAnswer(call: CallName): unknown {
  switch (call) {
    case 'people.staff':
      return { people: [...STAFF], rules: structuredClone({ ...DEFAULT_PEOPLE_RULES, idleMinutes: 5 }) } satisfies CallAnswer<'people.staff'>;
    case 'people.acts':
      return { businessDay: '2026-11-21', acts: [...ACTS_TODAY], more: false } satisfies CallAnswer<'people.acts'>;
    case 'people.add':
      return { userId: 'u-new', firstPin: '483920' } satisfies CallAnswer<'people.add'>;
    case 'people.resetPin':
      return { firstPin: '483920' } satisfies CallAnswer<'people.resetPin'>;
    case 'people.approve':
      return { approvalId: 'a-1' } satisfies CallAnswer<'people.approve'>;
    default:
      return undefined;
  }
}

type Refused = { readonly code: 'people.reason-needed' | 'people.approval-needed' | 'people.pin-wrong'; readonly detail: string };

/** Main's "not without": first the reason, then somebody's yes. */
export function peopleRefusal(call: CallName, req: unknown): Refused | null {
  if (call === 'people.approve') return calls['people.approve'].req.parse(req).pin.startsWith('0000') ? { code: 'people.pin-wrong', detail: '4' } : null;
  const needed = neededFor(call, req);
  if (needed === null) return null;
  const { detail, reason, approvalId } = needed;
  if (reason === null) return { code: 'people.reason-needed', detail };
  return approvalId === null ? { code: 'people.approval-needed', detail: detail.split(' ')[0] ?? '' } : null;
}

function neededFor(call: CallName, req: unknown): { readonly detail: string; readonly reason: string | null; readonly approvalId: string | null } | null {
  switch (call) {
    case 'sale.discountSale': {
      const { discount, ...given } = calls[call].req.parse(req);
      return { detail: `discount-over-limit ${discount.unit === 'won' ? discount.amountWon : 5_250}`, ...given };
    }
    case 'sale.repriceLine': {
      const { unitPriceWon, ...given } = calls[call].req.parse(req);
      return { detail: `price-change ${unitPriceWon}`, ...given };
    }
    case 'drawer.open':
      return { detail: 'open-drawer', ...calls[call].req.parse(req) };
    case 'shift.close': {
      const { counted, ...given } = calls[call].req.parse(req);
      const countedWon = counted.reduce((sum, { valueWon, count }) => sum + valueWon * count, 0);
      return countedWon === FAR_OFF_WON ? { detail: `close-over-difference ${FAR_OFF_WON - 1_384_300}`, ...given } : null;
    }
    case 'settings.change': {
      const { section, reason, approvalId } = calls[call].req.parse(req);
      return section === 'slip' ? { detail: 'printing-off 1-customer-to-0-customer', reason, approvalId } : null;
    }
    default:
      return null;
  }
}

/** A count that is far from what should be there. */
const FAR_OFF_WON = 1_300_000;
