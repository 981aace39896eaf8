/** Who can sign in on a counter nobody has set up yet. The PINs are shown on the sign-in screen, in practice mode only. */
import type { User } from '../counter.ts';

export const PRACTICE_USERS: readonly (User & { readonly pin: string })[] = [
  { userId: 'practice-cashier', name: '김', role: 'cashier', pin: '1234' },
  { userId: 'practice-manager', name: '점장', role: 'manager', pin: '5678' },
  { userId: 'practice-owner', name: '대표', role: 'owner', pin: '2580' },
];
