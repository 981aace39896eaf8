/** Where a scanned code goes: into the sale, or back to the cashier with the reason. Nothing in between, and never nowhere. */
import type { CounterView } from '../../../contract/views.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import type { ScanPlace } from '../../words/cashier.ts';

/** Scans that main has not answered yet. More than this means it is not answering at all. */
export const MAX_SCANS_WAITING = 200;

/** What is open in this window over the sale that main knows. */
export type OpenHere = 'nothing' | 'cash' | 'issue-now' | 'room' | 'dialog';

export type ScanVerdict = { readonly take: true } | { readonly take: false; readonly place: ScanPlace };

const TAKE: ScanVerdict = { take: true };
const refuse = (place: ScanPlace): ScanVerdict => ({ take: false, place });

export function judgeScan(view: CounterView | null, openHere: OpenHere, scansWaiting: number): ScanVerdict {
  if (view === null || view.trouble !== null) return refuse('trouble');
  if (view.signedIn === null) return refuse('signIn');
  if (openHere === 'room') return refuse('room');
  if (view.shift === null) return refuse('shift');
  switch (view.sale.stage) {
    case 'tendering':
      return refuse('counting');
    case 'receipt-choice':
      return refuse('receipt');
    case 'receipt-issuing':
      return refuse('issuing');
    case 'slip-question':
      return refuse('slip');
    case 'idle':
    case 'basket':
    case 'done':
      break;
    default:
      return unreachable(view.sale);
  }
  if (openHere === 'cash') return refuse('counting');
  if (openHere === 'issue-now') return refuse('receipt');
  if (openHere === 'dialog') return refuse('room');
  return scansWaiting >= MAX_SCANS_WAITING ? refuse('tooMany') : TAKE;
}
