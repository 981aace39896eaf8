/** The manager's rooms, opened in the cashier's window. Each takes the view as it is and says when it is left. */
export { CloseScreen } from './close-screen.tsx';
export { DevicesScreen } from './devices/devices-screen.tsx';
export { ActsScreen } from './people/acts-screen.tsx';
export { PeopleScreen } from './people/people-screen.tsx';
export { MeterScreen } from './meter/meter-screen.tsx';
export type { NewProduct } from './products/fields.ts';
export { ProductsScreen } from './products/products-screen.tsx';
export type { RoomProps, TakeScans } from './room.tsx';
export type { SlipTab } from './slips/list.ts';
export { SlipsScreen } from './slips/slips-screen.tsx';
export { LedgerScreen } from './ledger/ledger-screen.tsx';
export { StraysScreen } from './strays/strays-screen.tsx';
export { HistoryScreen } from './history/history-screen.tsx';
