/**
 * Who may do what (rules of the counter, §8). An owner may do everything, always: a shop must not be able to lock itself out.
 * What the others may is the owner's to say, act by act. Who lacks a right can ask somebody who has it (approval.ts).
 */
import type { Role } from '../people.ts';

export const ACTS = [
  'discount-over-limit',
  'price-change',
  'line-cancel-after-hold',
  'open-drawer',
  'reprint-older',
  'void',
  'refund',
  'exchange',
  'close-over-difference',
  'settle-card',
  'write-off-slip',
  'printing-off',
  'keys-and-products',
  'reports',
  'settings',
  'export',
  'people',
] as const;

export type Act = (typeof ACTS)[number];

/** Whose rights the owner edits. */
export const EDITED_ROLES = ['cashier', 'manager'] as const satisfies readonly Role[];
export type EditedRole = (typeof EDITED_ROLES)[number];

/** What each role may do by itself, without asking anybody. */
export type Rights = Readonly<Record<EditedRole, Readonly<Record<Act, boolean>>>>;

/** Money that leaves the counter again: whoever asks for it is never the only one to have seen it (§7). */
const TWO_PERSON_ACTS: ReadonlySet<Act> = new Set<Act>(['void', 'refund', 'exchange']);

/** Whoever answers for a charge or for a signature that is missing is at least a manager, whatever the owner has decided for cashiers (§4, §5). */
const NEVER_CASHIERS: ReadonlySet<Act> = new Set<Act>(['settle-card', 'write-off-slip']);

export const DEFAULT_RIGHTS: Rights = { cashier: allOf(() => false), manager: allOf((act) => act !== 'people') };

function allOf(may: (act: Act) => boolean): Readonly<Record<Act, boolean>> {
  return {
    'discount-over-limit': may('discount-over-limit'),
    'price-change': may('price-change'),
    'line-cancel-after-hold': may('line-cancel-after-hold'),
    'open-drawer': may('open-drawer'),
    'reprint-older': may('reprint-older'),
    void: may('void'),
    refund: may('refund'),
    exchange: may('exchange'),
    'close-over-difference': may('close-over-difference'),
    'settle-card': may('settle-card'),
    'write-off-slip': may('write-off-slip'),
    'printing-off': may('printing-off'),
    'keys-and-products': may('keys-and-products'),
    reports: may('reports'),
    settings: may('settings'),
    export: may('export'),
    people: may('people'),
  };
}

/** Whether this person has the right: to do it, and to approve it for somebody who has not. */
export function mayDo(rights: Rights, who: { readonly role: Role }, act: Act): boolean {
  return who.role === 'owner' || (canHave(who.role, act) && rights[who.role][act]);
}

/** Whether it is the owner's to give to this role. */
export function canHave(role: EditedRole, act: Act): boolean {
  return role !== 'cashier' || !NEVER_CASHIERS.has(act);
}

export function needsTwoPeople(act: Act): boolean {
  return TWO_PERSON_ACTS.has(act);
}

/** Whether this person may do it without asking anybody, herself included. */
export function mayDoAlone(rights: Rights, who: { readonly role: Role }, act: Act): boolean {
  return mayDo(rights, who, act) && !needsTwoPeople(act);
}
