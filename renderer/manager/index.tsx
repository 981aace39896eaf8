/** The manager's rooms, opened in the cashier's window. Each takes the view as it is and says when it is left. */
export { CloseScreen } from './close-screen.tsx';
export type { NewProduct } from './products/fields.ts';
export { ProductsScreen, type TakeScans } from './products/products-screen.tsx';
export type { RoomProps } from './room.tsx';
export { StatusDetails } from './status-details.tsx';
export { TodayScreen } from './today-screen.tsx';
