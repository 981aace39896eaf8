/** What the cashier's window fetches once it has painted: the rooms behind the sale, and what a new shop is set up with. Everything that takes money is there from the start. */
import { createLate } from '../late.ts';
import { LATE_SETTINGS, LATE_SETUP } from '../setup/later.ts';

export const LATE_ROOMS = createLate(async () => (await import('./manager-room.tsx')).ManagerRoom);

/** One after the other: a key pressed meanwhile waits for one of them at most. */
export async function fetchLater(): Promise<void> {
  await LATE_ROOMS.fetch();
  await LATE_SETTINGS.fetch();
  await LATE_SETUP.fetch();
}
