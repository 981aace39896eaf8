import type { RefObject } from 'react';
import { use, useCallback, useEffect, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { CounterView, ProductView } from '../../contract/views.ts';
import type { Language } from '../../domain/failure.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { CallRefusal, Client } from '../bridge.ts';
import { ClientContext, useClient } from '../bridge.ts';
import { CloseScreen, ProductsScreen, StatusDetails, TodayScreen } from '../manager/index.tsx';
import type { NewProduct, TakeScans } from '../manager/index.tsx';
import type { ViewStore } from '../store.ts';
import { useView } from '../store.ts';
import { RefusalContext, useAct } from '../ui/act.ts';
import { KeyMap } from '../ui/key-map.tsx';
import { dialogOpen } from '../ui/keys.ts';
import { LanguageProvider } from '../words/language.tsx';
import { CashScreen } from './cash/cash-screen.tsx';
import { DoneScreen } from './frame/done-screen.tsx';
import type { Room } from './frame/menu.tsx';
import { Menu } from './frame/menu.tsx';
import { NoteStrip } from './frame/note-strip.tsx';
import type { Note } from './frame/notes.ts';
import { addFailedScan, addRefusedScan } from './frame/notes.ts';
import { OpenShiftScreen } from './frame/open-shift.tsx';
import { PracticeBand } from './frame/practice-band.tsx';
import type { OpenHere } from './frame/scan-desk.ts';
import { judgeScan } from './frame/scan-desk.ts';
import { SignInScreen } from './frame/sign-in.tsx';
import { SlipQuestionScreen } from './frame/slip-question.tsx';
import { StartingScreen, StartTroubleScreen } from './frame/start-screens.tsx';
import { StatusLine } from './frame/status-line.tsx';
import { IssuingScreen } from './receipt/issuing-screen.tsx';
import { ReceiptScreen } from './receipt/receipt-screen.tsx';
import type { KeptTyping } from './receipt/use-receipt-desk.ts';
import { timesOf } from './sale/find-products.ts';
import type { AskedPrice } from './sale/price-dialog.tsx';
import { PriceDialog } from './sale/price-dialog.tsx';
import { isToBeAsked, useAskedPrice } from './sale/use-asked-price.ts';
import { SaleScreen } from './sale/sale-screen.tsx';
import { WeightDialog } from './sale/weight-dialog.tsx';
import { StrayScansContext } from './stray-scans.ts';
import { useScanner } from './use-scanner.ts';

export type CashierAppProps = {
  readonly client: Client;
  readonly store: ViewStore<CounterView>;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** The first view could not be had. */
  readonly startRefusal: CallRefusal | null;
};

export function CashierApp({ client, store, language, onLanguage, startRefusal }: CashierAppProps) {
  const view = useView(store);
  const [note, setNote] = useState<Note | null>(null);
  const onRefusal = useCallback((refusal: CallRefusal) => setNote({ kind: 'refusal', code: refusal.code, detail: refusal.detail }), []);
  return (
    <I18nProvider locale={language}>
      <LanguageProvider language={language}>
        <ClientContext value={client}>
          <RefusalContext value={onRefusal}>
            <div className="flex h-dvh flex-col cramped:h-auto cramped:min-h-dvh">
              {view === null ? (
                startRefusal === null ? <StartingScreen /> : <StartTroubleScreen code={startRefusal.code} detail={startRefusal.detail} />
              ) : (
                <Counter view={view} note={note} setNote={setNote} onLanguage={onLanguage} />
              )}
            </div>
          </RefusalContext>
        </ClientContext>
      </LanguageProvider>
    </I18nProvider>
  );
}

type CounterProps = {
  readonly view: CounterView;
  readonly note: Note | null;
  readonly setNote: (update: Note | null | ((note: Note | null) => Note | null)) => void;
  readonly onLanguage: (language: Language) => void;
};

/** What this window has open over the view: everything that is not main's to know. */
function Counter({ view, note, setNote, onLanguage }: CounterProps) {
  const act = useAct();
  const [room, setRoom] = useState<Room | null>(null);
  const [menuOpen, setMenuOpen] = useState(false);
  const [cashFor, setCashFor] = useState<string | null>(null);
  const [issueFor, setIssueFor] = useState<string | null>(null);
  const [kept, setKept] = useState<KeptTyping | null>(null);
  const [query, setQuery] = useState('');
  const products = useProducts(view);
  /** What the room of products opens with, and what it does with a scan. */
  const [newProduct, setNewProduct] = useState<NewProduct | null>(null);
  const roomScans = useRef<((code: string) => void) | null>(null);
  const takeScans: TakeScans = useCallback((take) => {
    roomScans.current = take;
  }, []);

  const cashOpen = view.sale.stage === 'basket' && view.sale.saleId === cashFor && view.sale.lines.length > 0;
  const issueOpen = view.sale.stage === 'done' && view.sale.saleId === issueFor;
  const openHere: OpenHere = room !== null ? 'room' : cashOpen ? 'cash' : issueOpen ? 'issue-now' : 'nothing';
  const price = useAskedPrice();
  useScans({ view, openHere, query, setQuery, setNote, onPriceNeeded: price.askForCode, roomScans });

  const signOut = () => {
    setMenuOpen(false);
    setRoom(null);
    void act('people.signOut', {});
  };
  const openProducts = (start: NewProduct | null) => {
    setNewProduct(start);
    setNote(null);
    setRoom('products');
  };
  const mayManage = view.signedIn !== null && view.signedIn.role !== 'cashier' && view.trouble === null;
  const onRegister = mayManage ? openProducts : null;
  const openMenu = () => setMenuOpen(true);
  const openToday = () => setRoom('today');
  const screen = () => {
    if (view.trouble !== null) return <StartTroubleScreen code={view.trouble.code} detail={view.trouble.detail} />;
    if (view.signedIn === null) return <SignInScreen view={view} />;
    if (room !== null) return <ManagerRoom room={room} view={view} start={newProduct} takeScans={takeScans} onLeave={() => setRoom(null)} />;
    if (view.shift === null) return <OpenShiftScreen view={view} onMenu={openMenu} />;
    const { sale } = view;
    switch (sale.stage) {
      case 'basket':
        if (cashOpen) return <CashScreen key={sale.saleId} sale={sale} onLeave={() => setCashFor(null)} />;
        return <SaleScreen view={view} products={products} query={query} onQuery={setQuery} onAskPrice={price.ask} onRegister={onRegister} onCash={setCashFor} onToday={openToday} onMenu={openMenu} />;
      case 'idle':
        return <SaleScreen view={view} products={products} query={query} onQuery={setQuery} onAskPrice={price.ask} onRegister={onRegister} onCash={setCashFor} onToday={openToday} onMenu={openMenu} />;
      case 'receipt-choice':
        return <ReceiptScreen key={`${sale.saleId} ${sale.failed?.cashReceiptId ?? ''}`} view={view} sale={sale} kept={kept} onKeep={setKept} onLeave={null} />;
      case 'receipt-issuing':
        return <IssuingScreen sale={sale} />;
      case 'slip-question':
        return <SlipQuestionScreen sale={sale} />;
      case 'done':
        if (issueOpen) return <ReceiptScreen view={view} sale={sale} kept={kept} onKeep={setKept} onLeave={() => setIssueFor(null)} />;
        return <DoneScreen sale={sale} onIssueNow={() => setIssueFor(sale.saleId)} onToday={openToday} onMenu={openMenu} />;
      default:
        return unreachable(sale);
    }
  };
  return (
    <>
      {view.mode === 'practice' ? <PracticeBand /> : null}
      {screen()}
      <NoteStrip view={view} note={note} onDismiss={() => setNote(null)} onRegister={onRegister === null ? null : (barcode) => onRegister({ name: '', barcode })} />
      <StatusLine view={view} onDetails={view.signedIn === null || view.trouble !== null ? null : () => setRoom('status')} />
      <KeyMap />
      <AskDialog asked={price.asked} onClose={price.close} />
      {menuOpen ? <Menu view={view} onRoom={(next) => (next === 'products' ? openProducts(null) : setRoom(next))} onLanguage={onLanguage} onSignOut={signOut} onClose={() => setMenuOpen(false)} /> : null}
    </>
  );
}

/** Goods that are not rung up by their code alone. */
function AskDialog({ asked, onClose }: { readonly asked: AskedPrice | null; readonly onClose: () => void }) {
  if (asked === null) return null;
  return asked.product.byWeight === true && asked.product.openPrice !== true ? <WeightDialog asked={asked} onClose={onClose} /> : <PriceDialog asked={asked} onClose={onClose} />;
}

type ManagerRoomProps = { readonly room: Room; readonly view: CounterView; readonly start: NewProduct | null; readonly takeScans: TakeScans; readonly onLeave: () => void };

function ManagerRoom({ room, view, start, takeScans, onLeave }: ManagerRoomProps) {
  switch (room) {
    case 'products':
      return <ProductsScreen view={view} start={start} takeScans={takeScans} onLeave={onLeave} />;
    case 'today':
      return <TodayScreen view={view} onLeave={onLeave} />;
    case 'close':
      return <CloseScreen view={view} onLeave={onLeave} />;
    case 'status':
      return <StatusDetails view={view} onLeave={onLeave} />;
    default:
      return unreachable(room);
  }
}

type ScansProps = {
  readonly view: CounterView;
  readonly openHere: OpenHere;
  readonly query: string;
  readonly setQuery: (text: string) => void;
  readonly setNote: CounterProps['setNote'];
  /** True when the price or the weight is being asked for; false when that cannot be done now. */
  readonly onPriceNeeded: (code: string, quantity: number) => Promise<boolean>;
  /** A room that takes scans for itself. */
  readonly roomScans: RefObject<((code: string) => void) | null>;
};

/** Every code that is scanned goes into the sale or comes back as a note; calls go out in the order of the scans. */
function useScans({ view, openHere, query, setQuery, setNote, onPriceNeeded, roomScans }: ScansProps): void {
  const client = useClient();
  const waiting = useRef(0);
  const take = async (code: string, quantity: number) => {
    waiting.current += 1;
    const result = await client.call('sale.scan', { code, quantity });
    waiting.current -= 1;
    if (result.ok || (isToBeAsked(result.code) && (await onPriceNeeded(code, quantity)))) return;
    setNote((before) => addFailedScan(before, result.code, code));
  };
  const judge = (code: string) => {
    if (openHere === 'room' && roomScans.current !== null && !dialogOpen()) {
      roomScans.current(code);
      return;
    }
    const verdict = judgeScan(view, dialogOpen() ? 'dialog' : openHere, waiting.current);
    if (!verdict.take) {
      setNote((before) => addRefusedScan(before, verdict.place, code));
      return;
    }
    const times = timesOf(query);
    if (times !== null) setQuery('');
    void take(code, times ?? 1);
  };
  useScanner(judge);
  useStrayScans(judge);
}

/** Scans that landed in the customer's window are judged here like those that landed where they should. */
function useStrayScans(judge: (code: string) => void): void {
  const strayScans = use(StrayScansContext);
  const latest = useRef(judge);
  useEffect(() => {
    latest.current = judge;
  });
  useEffect(() => strayScans.listen((code) => latest.current(code)), [strayScans]);
}

/** The products on the quick keys: fetched once somebody has signed in, and again after every change to products or keys. */
function useProducts(view: CounterView): readonly ProductView[] | null {
  const act = useAct();
  const [products, setProducts] = useState<readonly ProductView[] | null>(null);
  const userId = view.signedIn?.userId ?? null;
  const { revision } = view.catalogue;
  useEffect(() => {
    if (userId === null) return undefined;
    let gone = false;
    const load = async () => {
      const result = await act('catalogue.list', {});
      if (!gone && result.ok) setProducts(result.res);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [act, userId, revision]);
  return products;
}
