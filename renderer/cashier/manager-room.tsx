import type { CounterView } from '../../contract/views.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { ActsScreen, CloseScreen, DevicesScreen, MeterScreen, PeopleScreen, ProductsScreen, HistoryScreen, LedgerScreen, SlipsScreen, StraysScreen } from '../manager/index.tsx';
import { LATE_SETTINGS } from '../setup/later.ts';
import { SetupRoom } from '../setup/setup-room.tsx';
import { LatePart } from '../ui/late-part.tsx';
import type { Rooms, Visit } from './use-rooms.ts';

/** The rooms behind the sale screen. */
export type ManagerRoomProps = { readonly open: Visit; readonly view: CounterView; readonly rooms: Rooms };

export function ManagerRoom({ open, view, rooms }: ManagerRoomProps) {
  const { takeScans, leave: onLeave, openSale, openCase } = rooms;
  switch (open.room) {
    case 'products':
      return <ProductsScreen view={view} start={open.product} takeScans={takeScans} onLeave={onLeave} />;
    case 'today':
      return <HistoryScreen view={view} start={open.saleId} onLeave={onLeave} />;
    case 'close':
      return <CloseScreen view={view} onCase={openCase} onLeave={onLeave} />;
    case 'slips':
      return <SlipsScreen view={view} start={open.tab} onSale={openSale} onLeave={onLeave} />;
    case 'strays':
      return <StraysScreen view={view} onSale={openSale} onLeave={onLeave} />;
    case 'settings':
      return <LatePart late={LATE_SETTINGS} props={{ view, onLeave }} onLeave={onLeave} />;
    case 'setup':
      return <SetupRoom onLeave={onLeave} />;
    case 'status':
      return <DevicesScreen view={view} start={open.device} takeScans={takeScans} onLeave={onLeave} />;
    case 'people':
      return <PeopleScreen view={view} onLeave={onLeave} />;
    case 'acts':
      return <ActsScreen view={view} onSale={openSale} onLeave={onLeave} />;
    case 'ledger':
      return <LedgerScreen view={view} onSale={openSale} onLeave={onLeave} />;
    case 'meter':
      return <MeterScreen view={view} onLeave={onLeave} />;
    default:
      return unreachable(open);
  }
}
