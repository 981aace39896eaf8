import type { RefObject } from 'react';
import { use, useCallback, useEffect, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { ProgramView } from '../../contract/program.ts';
import type { CounterView, ProductView } from '../../contract/views.ts';
import type { Language } from '../../domain/failure.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { CallRefusal, Client } from '../bridge.ts';
import { ClientContext, useClient } from '../bridge.ts';
import { PhotosProvider } from '../photos/photo.tsx';
import { FirstRun } from '../setup/first-run.tsx';
import { ProgramContext } from '../setup/program-context.ts';
import type { ViewStore } from '../store.ts';
import { useView } from '../store.ts';
import { RefusalContext, useAct } from '../ui/act.ts';
import { KeyMap } from '../ui/key-map.tsx';
import { dialogOpen } from '../ui/keys.ts';
import { LatePart } from '../ui/late-part.tsx';
import { useSteady } from '../ui/steady.ts';
import { LanguageProvider } from '../words/language.tsx';
import { mayHere, PeopleContext } from './approval/people-context.ts';
import { SpecialActs } from './approval/special-acts.tsx';
import type { PayFor } from './card/basket-payment.tsx';
import { BasketPayment } from './card/basket-payment.tsx';
import { TenderingScreen } from './card/tendering-screen.tsx';
import { DoneScreen } from './frame/done-screen.tsx';
import { NoteStrip } from './frame/note-strip.tsx';
import type { Note } from './frame/notes.ts';
import { addFailedScan, addRefusedScan } from './frame/notes.ts';
import { OpenShiftScreen } from './frame/open-shift.tsx';
import type { OverApp } from './frame/over-app.tsx';
import { OpenOverApp } from './frame/over-app.tsx';
import { PracticeBand } from './frame/practice-band.tsx';
import type { OpenHere } from './frame/scan-desk.ts';
import { judgeScan } from './frame/scan-desk.ts';
import { SignInScreen } from './frame/sign-in.tsx';
import { SlipQuestionScreen } from './frame/slip-question.tsx';
import { StartingScreen, StartTroubleScreen } from './frame/start-screens.tsx';
import { StatusLine } from './frame/status-line.tsx';
import { IssuingScreen } from './receipt/issuing-screen.tsx';
import { PracticeContext } from './practice/practice-key.tsx';
import { usePracticePanel } from './practice/use-practice-panel.tsx';
import { RefundScreen } from './refund/refund-screen.tsx';
import { ReceiptScreen } from './receipt/receipt-screen.tsx';
import type { KeptTyping } from './receipt/use-receipt-desk.ts';
import { timesOf } from './sale/find-products.ts';
import type { AskedPrice } from './sale/price-dialog.tsx';
import { PriceDialog } from './sale/price-dialog.tsx';
import { isToBeAsked, useAskedPrice } from './sale/use-asked-price.ts';
import { SaleScreen } from './sale/sale-screen.tsx';
import { useMeter } from './meter/use-meter.ts';
import { LATE_ROOMS } from './later.ts';
import { logScan } from './scan-log.ts';
import type { HowScanned } from './scanner.ts';
import { WeightDialog } from './sale/weight-dialog.tsx';
import { StrayScansContext } from './stray-scans.ts';
import type { ScanTaker } from './use-rooms.ts';
import { useRooms } from './use-rooms.ts';
import { useScanner } from './use-scanner.ts';

export type CashierAppProps = {
  readonly client: Client;
  readonly store: ViewStore<CounterView>;
  readonly programStore: ViewStore<ProgramView>;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  /** The first view could not be had. */
  readonly startRefusal: CallRefusal | null;
};

export function CashierApp({ client, store, programStore, language, onLanguage, startRefusal }: CashierAppProps) {
  const view = useView(store);
  const program = useView(programStore);
  const [note, setNote] = useState<Note | null>(null);
  const onRefusal = useCallback((refusal: CallRefusal) => setNote({ kind: 'refusal', code: refusal.code, detail: refusal.detail }), []);
  return (
    <I18nProvider locale={language}>
      <LanguageProvider language={language}>
        <ClientContext value={client}>
          <RefusalContext value={onRefusal}>
            <ProgramContext value={program}>
              <div className="flex h-dvh flex-col cramped:h-auto cramped:min-h-dvh">
                {program !== null && (program.place === 'none' || program.place === 'changing') ? (
                  <FirstRun program={program} onLanguage={onLanguage} refusal={note?.kind === 'refusal' ? note : null} onDismiss={() => setNote(null)} />
                ) : view === null ? (
                  startRefusal === null ? <StartingScreen /> : <StartTroubleScreen code={startRefusal.code} detail={startRefusal.detail} />
                ) : (
                  // Another place is another counter: nothing that was open here belongs there.
                  <PhotosProvider key={view.mode}>
                    <Counter view={view} note={note} setNote={setNote} onLanguage={onLanguage} />
                  </PhotosProvider>
                )}
              </div>
            </ProgramContext>
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
  const [over, setOver] = useState<OverApp>('nothing');
  const [payFor, setPayFor] = useState<PayFor | null>(null);
  const [issueFor, setIssueFor] = useState<string | null>(null);
  const [kept, setKept] = useState<KeptTyping | null>(null);
  const [query, setQuery] = useState('');
  const practice = usePracticePanel(view);
  const rooms = useRooms(view, () => setNote(null), () => setOver('switch'));
  const products = useProducts(view);

  const paying = view.sale.stage === 'basket' && view.sale.saleId === payFor?.saleId && view.sale.lines.length > 0 && view.sale.exchange?.dueWon !== 0 ? payFor : null;
  const issueOpen = view.sale.stage === 'done' && view.sale.saleId === issueFor;
  const openHere: OpenHere = rooms.open !== null || view.refund !== null ? 'room' : paying !== null ? 'cash' : issueOpen ? 'issue-now' : 'nothing';
  const price = useAskedPrice();
  useScans({ view, openHere, query, setQuery, setNote, onPriceNeeded: price.askForCode, roomScans: rooms.scans, onSaleScan: useMeter(view) });

  const signOut = () => {
    setOver('nothing');
    rooms.leave();
    void act('people.signOut', {});
  };
  const mayManage = mayHere(view, 'keys-and-products') && view.trouble === null;
  const onRegister = mayManage ? rooms.openProducts : null;
  const openMenu = useSteady(() => setOver('menu'));
  const dismiss = useSteady(() => setNote(null));
  const showRefund = useSteady((refundId: string) => void act('refund.show', { refundId }));
  const registerCode = useSteady((barcode: string) => onRegister?.({ name: '', barcode }));
  const onSale = { onToday: rooms.openToday, onPrevious: rooms.openPrevious, onMenu: openMenu };
  const screen = () => {
    if (view.trouble !== null) return <StartTroubleScreen code={view.trouble.code} detail={view.trouble.detail} />;
    if (view.signedIn === null) return <SignInScreen view={view} />;
    if (view.refund !== null && view.shift !== null) return <RefundScreen view={view} refund={view.refund} onLeave={rooms.openSale} onSale={rooms.leave} />;
    if (rooms.open !== null) return <LatePart key={rooms.open.visit} late={LATE_ROOMS} props={{ open: rooms.open, view, rooms }} onLeave={rooms.leave} />;
    if (view.shift === null) return <OpenShiftScreen view={view} onMenu={openMenu} />;
    const { sale } = view;
    switch (sale.stage) {
      case 'basket':
        if (paying !== null) return <BasketPayment key={`${sale.saleId} ${paying.by}`} view={view} sale={sale} paying={paying} onPay={setPayFor} />;
        return <SaleScreen view={view} products={products} query={query} onQuery={setQuery} onAskPrice={price.ask} onRegister={onRegister} onPay={setPayFor} {...onSale} />;
      case 'idle':
        return <SaleScreen view={view} products={products} query={query} onQuery={setQuery} onAskPrice={price.ask} onRegister={onRegister} onPay={setPayFor} {...onSale} />;
      case 'tendering':
        return <TenderingScreen key={sale.saleId} view={view} sale={sale} />;
      case 'receipt-choice':
        return <ReceiptScreen key={`${sale.saleId} ${sale.failed?.cashReceiptId ?? ''}`} view={view} sale={sale} kept={kept} onKeep={setKept} onLeave={null} />;
      case 'receipt-issuing':
        return <IssuingScreen sale={sale} />;
      case 'slip-question':
        return <SlipQuestionScreen sale={sale} />;
      case 'done':
        if (issueOpen) return <ReceiptScreen view={view} sale={sale} kept={kept} onKeep={setKept} onLeave={() => setIssueFor(null)} />;
        return <DoneScreen view={view} sale={sale} onIssueNow={() => setIssueFor(sale.saleId)} onToday={rooms.openToday} onMenu={openMenu} />;
      default:
        return unreachable(sale);
    }
  };
  return (
    <PeopleContext value={view}>
      <SpecialActs>
        {view.mode === 'practice' ? <PracticeBand /> : null}
        <PracticeContext value={practice.open}>{screen()}</PracticeContext>
        <NoteStrip view={view} note={note} onDismiss={dismiss} onRegister={onRegister === null ? null : registerCode} onCase={rooms.openCase} />
        <StatusLine view={view} onRefund={showRefund} onDevice={rooms.openDevices} onCase={rooms.openCase} onPrevious={rooms.openDevices === null || view.shift === null ? null : rooms.openPrevious} />
        <KeyMap />
        <AskDialog asked={price.asked} onClose={price.close} />
        {practice.panel}
        <OpenOverApp view={view} open={over} onOpen={setOver} onRoom={rooms.enter} onLanguage={onLanguage} onSignOut={signOut} onPractice={practice.open} />
        </SpecialActs>
    </PeopleContext>
  );
}

/** Goods that are not rung up by their code alone. */
function AskDialog({ asked, onClose }: { readonly asked: AskedPrice | null; readonly onClose: () => void }) {
  if (asked === null) return null;
  return asked.product.byWeight === true && asked.product.openPrice !== true ? <WeightDialog asked={asked} onClose={onClose} /> : <PriceDialog asked={asked} onClose={onClose} />;
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
  readonly roomScans: RefObject<ScanTaker>;
  /** A scan goes into the sale. */
  readonly onSaleScan: () => void;
};

/** Every code that is scanned goes into the sale or comes back as a note; calls go out in the order of the scans. */
function useScans({ view, openHere, query, setQuery, setNote, onPriceNeeded, roomScans, onSaleScan }: ScansProps): void {
  const client = useClient();
  const waiting = useRef(0);
  const take = async (code: string, quantity: number) => {
    waiting.current += 1;
    const result = await client.call('sale.scan', { code, quantity });
    waiting.current -= 1;
    if (result.ok || (isToBeAsked(result.code) && (await onPriceNeeded(code, quantity)))) return;
    setNote((before) => addFailedScan(before, result.code, code));
  };
  const judge = (code: string, how: HowScanned | null) => {
    logScan();
    if (openHere === 'room' && roomScans.current !== null && !dialogOpen()) {
      roomScans.current(code, how);
      return;
    }
    const verdict = judgeScan(view, dialogOpen() ? 'dialog' : openHere, waiting.current);
    if (!verdict.take) {
      setNote((before) => addRefusedScan(before, verdict.place, code));
      return;
    }
    const times = timesOf(query);
    if (times !== null) setQuery('');
    onSaleScan();
    void take(code, times ?? 1);
  };
  useScanner(judge);
  useStrayScans(judge);
}

/** Scans that landed in the customer's window are judged here like those that landed where they should. */
function useStrayScans(judge: (code: string, how: HowScanned | null) => void): void {
  const strayScans = use(StrayScansContext);
  const latest = useRef(judge);
  useEffect(() => {
    latest.current = judge;
  });
  useEffect(() => strayScans.listen((code) => latest.current(code, null)), [strayScans]);
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
