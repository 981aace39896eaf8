/** People, their rights and their approvals as they cross between a window and main. */
import { z } from 'zod';
import { PRINTER_AFTER, SLIP_RULES } from '../domain/people/printing-change.ts';
import { ACTS } from '../domain/people/rights.ts';
import { id, isoTime, person, role, won } from './primitives.ts';

export const act = z.enum(ACTS);
export const pin = z.string().regex(/^\d{4,8}$/);

/** One of the ready reasons (domain/people/reasons.ts), or what somebody wrote. */
export const reason = z.string().min(1).max(200);

/** What is to be otherwise about who gets paper (domain/people/printing-change.ts). */
const slipRule = z.enum(SLIP_RULES);
const printingChange = z.templateLiteral([slipRule, '-to-', slipRule, z.enum(PRINTER_AFTER)]);

/** What is on the screen when it is approved; the act is refused when it is anything else. */
export const approvalContent = z.object({ act, saleId: id.nullable(), amountWon: won.nullable(), reason: reason.nullable(), change: printingChange.optional() });
export type ApprovalContentView = z.infer<typeof approvalContent>;

/** Goes with every call that may need it. The call is made without at first; the refusal says what is missing. */
export const permission = { reason: reason.nullable().default(null), approvalId: id.nullable().default(null) };

const mayOf = z.record(act, z.boolean());
export const peopleRules = z.object({ rights: z.object({ cashier: mayOf, manager: mayOf }), onePerson: z.boolean(), idleMinutes: z.int().min(0).max(120) });
export type PeopleRulesView = z.infer<typeof peopleRules>;

/** As it is typed; what is wrong with it is said by name. */
export const personDraft = z.object({ name: z.string().max(100), role });

export const staffMember = person.extend({
  active: z.boolean(),
  addedAt: isoTime,
  /** The PIN was given by somebody else and has not been changed yet. */
  mustChangePin: z.boolean(),
  /** The person signed in may give her a name, a role, a PIN. */
  mayChange: z.boolean(),
});
export type StaffMember = z.infer<typeof staffMember>;
export const staffList = z.object({ people: z.array(staffMember), rules: peopleRules });
export type StaffList = z.infer<typeof staffList>;

/** Something that was done or tried that others must ask for. */
export const specialAct = z.object({
  seq: z.int(),
  at: isoTime,
  act,
  outcome: z.enum(['by-right', 'approved', 'refused']),
  saleId: id.nullable(),
  saleNumber: z.int().nullable(),
  amountWon: won.nullable(),
  reason: z.string().nullable(),
  /** Null where sale and amount say what it was. */
  change: printingChange.nullable(),
  actor: person.nullable(),
  approver: person.nullable(),
  /** She approved it herself: there was nobody else. */
  alone: z.boolean(),
  refusal: z.enum(['forbidden', 'same-person', 'expired', 'used', 'other-content', 'unknown']).nullable(),
});
export type SpecialActView = z.infer<typeof specialAct>;
