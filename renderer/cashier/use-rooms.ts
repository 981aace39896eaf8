import type { RefObject } from 'react';
import { useCallback, useRef, useState } from 'react';
import type { CounterView } from '../../contract/views.ts';
import type { NewProduct, SlipTab, TakeScans } from '../manager/index.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { useSteady } from '../ui/steady.ts';
import { cashierWords } from '../words/cashier.ts';
import type { DeviceId } from '../words/devices.ts';
import { staffWords } from '../words/staff.ts';
import { useWords } from '../words/language.tsx';
import type { Room } from './frame/menu.tsx';

/** A room, and what it begins with. */
export type OpenRoom =
  | { readonly room: 'today'; readonly saleId: string | null }
  | { readonly room: 'products'; readonly product: NewProduct | null }
  | { readonly room: 'status'; readonly device: DeviceId | null }
  | { readonly room: 'slips'; readonly tab: SlipTab }
  | { readonly room: 'strays' | 'close' | 'meter' | 'settings' | 'setup' | 'people' | 'acts' | 'ledger' };

/** Where what is open about cards is looked after. */
export type CaseRoom = SlipTab | 'strays';

/** Each time it is opened is another visit; `by`: who opened it, for it is no place for whoever comes after her. */
export type Visit = OpenRoom & { readonly visit: number; readonly by: string | null };

export type ScanTaker = Parameters<TakeScans>[0];

export type Rooms = {
  readonly open: Visit | null;
  readonly leave: () => void;
  readonly enter: (room: Room) => void;
  readonly openToday: () => void;
  readonly openSale: (saleId: string) => void;
  /** Slips to sign by hand, and card results that fit no sale. Null before anyone has signed in. */
  readonly openCase: ((room: CaseRoom) => void) | null;
  /** The sale before the one on the screen. */
  readonly openPrevious: () => void;
  readonly openProducts: (product: NewProduct | null) => void;
  /** Null before anyone has signed in. */
  readonly openDevices: ((device: DeviceId | null) => void) | null;
  /** What the open room does with a scan. */
  readonly scans: RefObject<ScanTaker>;
  readonly takeScans: TakeScans;
};

/** The rooms behind the sale screen: which of them is open, and what it was opened at. `onProducts`: what was said before is answered there. F11 is heard everywhere. */
export function useRooms(view: CounterView, onProducts: () => void, onSwitch: () => void): Rooms {
  const [open, setVisit] = useState<Visit | null>(null);
  const by = view.signedIn?.userId ?? null;
  if (open !== null && open.by !== by) setVisit(null);
  const setOpen = (room: OpenRoom) => setVisit((before) => ({ ...room, visit: (before?.visit ?? 0) + 1, by }));
  const scans = useRef<ScanTaker>(null);
  const takeScans: TakeScans = useCallback((take) => {
    scans.current = take;
  }, []);
  const mayLook = view.signedIn !== null && view.trouble === null;
  const openDevices = useSteady((device: DeviceId | null) => setOpen({ room: 'status', device }));
  const openProducts = useSteady((product: NewProduct | null) => {
    onProducts();
    setOpen({ room: 'products', product });
  });
  const openCase = useSteady((room: CaseRoom) => setOpen(room === 'strays' ? { room } : { room: 'slips', tab: room }));
  const words = useWords(cashierWords).menu;
  const people = useWords(staffWords).menu;
  useKeyLayer('app', { keys: mayLook ? { F11: named(people.switch, onSwitch), F12: named(words.status, () => openDevices(null)) } : {} });
  return {
    open,
    scans,
    takeScans,
    leave: () => setVisit(null),
    openToday: useSteady(() => setOpen({ room: 'today', saleId: null })),
    openCase: mayLook ? openCase : null,
    openPrevious: useSteady(() => setOpen({ room: 'today', saleId: view.lastSale?.saleId ?? null })),
    openSale: useSteady((saleId: string) => setOpen({ room: 'today', saleId })),
    openProducts,
    openDevices: mayLook ? openDevices : null,
    enter: (room) => {
      if (room === 'today') setOpen({ room, saleId: null });
      else if (room === 'slips') openCase('to-sign');
      else if (room === 'products') openProducts(null);
      else if (room === 'status') openDevices(null);
      else setOpen({ room });
    },
  };
}
