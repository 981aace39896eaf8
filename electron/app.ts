/**
 * The composition root: the only place that reads the clock, draws random numbers, knows every part and joins them.
 * The shell (main.ts) lends its powers through `ShellPort`; nothing here or below knows Electron.
 */
import path from 'node:path';
import type { Journal, Progress } from '../db/journal.ts';
import { openCatalogueFile, type CatalogueFile } from '../db/catalogue/catalogue.ts';
import type { Mode } from '../domain/shop.ts';
import type { Actor } from '../domain/people.ts';
import type { Printer } from '../native/printer/port.ts';
import type { Terminal } from '../native/terminal/port.ts';
import type { TenderRules } from '../domain/tender/machine.ts';
import { createBackground } from './background.ts';
import type { LateResult } from './card-payment/trades.ts';
import { createTrades, type Trades } from './card-payment/trades.ts';
import { createDesk } from './cash-receipt/desk.ts';
import { createReceiptCancels } from './cash-receipt/cancels.ts';
import type { CashReceiptGateway } from './cash-receipt/gateway.ts';
import { remindOfOwed } from './cash-receipt/owed.ts';
import type { Receipts } from './cash-receipt/receipts.ts';
import { createReceipts } from './cash-receipt/receipts.ts';
import { newAtTerminal } from './cash-receipt/terminal-drive.ts';
import { createCatalogue, type Catalogue } from './catalogue/catalogue.ts';
import { createExport } from './catalogue/export.ts';
import { createImports } from './catalogue/import/imports.ts';
import { createLedger } from './catalogue/ledger.ts';
import { createShelf } from './catalogue/shelf.ts';
import { createCheckout } from './checkout/checkout.ts';
import { checkoutRules } from './checkout/rules.ts';
import type { Counter } from './counter.ts';
import { append, entry, journalLost, newMemory } from './counter.ts';
import { connectDevices, type Devices as Connected } from './devices.ts';
import { createDevices } from './diagnostics/devices.ts';
import { createHealthWatch } from './diagnostics/health.ts';
import { createMeter } from './diagnostics/meter.ts';
import { cardCases } from './handwritten/card-cases.ts';
import { createHandwritten } from './handwritten/handwritten.ts';
import { admit, createHandlers } from './handlers.ts';
import { createHistory } from './history/history.ts';
import { randomIds } from './ids.ts';
import { createLog } from './log.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { Approvals } from './people/approvals.ts';
import { mayNow } from './people/may.ts';
import type { Roster } from './people/roster.ts';
import { createSeat, staySignedIn } from './people/seat.ts';
import { createStaff } from './people/staff.ts';
import { createPracticePanel } from './practice/panel.ts';
import { PRACTICE_USERS } from './practice/people.ts';
import { drawGoods } from './practice/pictures/goods.ts';
import { PRACTICE_PRODUCTS } from './practice/products.ts';
import { openPlaceJournal } from './place-journal.ts';
import { finishSettingsChange } from './program/settings-change.ts';
import { createPusher } from './pusher.ts';
import { recoverCounter } from './recover.ts';
import type { Exchanges } from './refund/exchanges.ts';
import { createRefundPages } from './refund/pages.ts';
import { createRefunds } from './refund/refunds.ts';
import type { RefundParts } from './refund/dispatch.ts';
import type { Result } from './result.ts';
import { refuse } from './result.ts';
import { createRouter } from './router.ts';
import type { Settings } from './settings.ts';
import { NONE, PRACTICE_SETTINGS, readSettings } from './settings.ts';
import type { PlaceApp, ShellPort } from './shell-port.ts';
import { createShift, saleIsOpen } from './shift/shift.ts';
import type { Signatures } from './signature/signatures.ts';
import { createSignatures } from './signature/signatures.ts';
import type { Printers } from './slips/print-queue.ts';
import { createPrints } from './slips/prints.ts';
import { createStrays } from './stray/strays.ts';
import { createTerminalWatch } from './terminal/watch.ts';
import { startInTrouble } from './trouble.ts';
import type { Unsent } from './view.ts';
import { within } from './within.ts';

export type { App, ForkedProgram, PlaceApp, ShellPort } from './shell-port.ts';

/** Rounds of the receipt queue, of what the journal could not take in time, and of the question what the tax office said. */
const DRAIN_EVERY_MS = 5_000;
const RESUME_EVERY_MS = 2_000;
const WATCH_EVERY_MS = 10 * 60_000;
/** Closing waits this long for what is under way; the journal knows the rest. */
const STOP_WITHIN_MS = 5_000;

/** The outside world, replaceable part by part: crash drills put their own wrappers around journal, catalogue, gateway, printer and card terminal. */
export type Outside = {
  readonly now: () => Date;
  readonly wrap: (parts: OutsideParts) => OutsideParts;
};

export type OutsideParts = { readonly journal: Journal; readonly catalogueFile: CatalogueFile; readonly gateway: CashReceiptGateway; readonly printer: Printer; readonly backupPrinter: Printer; readonly terminal: Terminal };

const REAL_OUTSIDE: Outside = { now: () => new Date(), wrap: (parts) => parts };

/** Which place is opened, and what it takes over from the one before it in the same windows. */
export type Opening = {
  readonly place: Mode;
  /** Views go on counting from here: a window never takes an older one for a newer. */
  readonly afterRevision: number;
  /** Stays signed in: the same place was composed anew because its settings changed. */
  readonly signedIn: Actor | null;
  /** Nothing can be sold before its older journal is folded anew; this tells how far it is. */
  readonly onFolding: (progress: Progress) => void;
};

const FIRST_OPENING: Opening = { place: 'practice', afterRevision: 0, signedIn: null, onFolding: () => undefined };

/** The counter of one place; `shell.dataDir` is that place's folder. */
export async function startApp(shell: ShellPort, outside: Outside = REAL_OUTSIDE, opening: Opening = FIRST_OPENING): Promise<PlaceApp> {
  const log = createLog(outside.now);
  const finished = await finishSettingsChange(shell, opening.place, outside.now, opening.onFolding);
  const settings = finished.ok ? readSettings(shell.dataDir, opening.place) : finished;
  const fallback = { ...PRACTICE_SETTINGS, mode: opening.place };
  if (!settings.ok) return startInTrouble({ shell, settings: fallback, trouble: settings, now: outside.now, log, afterRevision: opening.afterRevision });
  const [devices, opened] = await Promise.all([connectDevices(shell, settings.value, outside.now, log), openFiles(shell, opening.onFolding)]);
  if (!opened.ok) {
    await devices.stop();
    return startInTrouble({ shell, settings: settings.value, trouble: opened, now: outside.now, log, afterRevision: opening.afterRevision });
  }
  const parts = outside.wrap({ journal: opened.journal, catalogueFile: opened.catalogueFile, gateway: devices.gateway, printer: devices.printer, backupPrinter: devices.backupPrinter, terminal: devices.terminal });
  return compose({ shell, settings: inForce(settings.value), opening, parts, connected: devices, now: outside.now, log });
}


/** Journal and catalogue, both or neither. */
async function openFiles(shell: ShellPort, onFolding: Opening['onFolding']) {
  const [journal, catalogue] = await Promise.all([openPlaceJournal(shell, onFolding), openCatalogueFile(path.join(shell.dataDir, 'catalogue.db'))]);
  if (journal.ok && catalogue.ok) return { ok: true, journal: journal.journal, catalogueFile: catalogue.file } as const;
  if (journal.ok) await journal.journal.close();
  if (catalogue.ok) await catalogue.file.close();
  if (!journal.ok) return journal;
  return refuse('catalogue.unavailable', catalogue.ok ? '' : catalogue.detail);
}

/** Without a printer nobody is asked whether paper is wanted. */
function inForce(settings: Settings): Settings {
  return settings.printer.address === NONE ? { ...settings, slip: { ...settings.slip, copies: 0 } } : settings;
}

type Composition = {
  readonly shell: ShellPort;
  readonly settings: Settings;
  readonly opening: Opening;
  readonly parts: OutsideParts;
  /** As they were connected; what is used of them is in `parts`. */
  readonly connected: Connected;
  readonly now: () => Date;
  readonly log: (line: string) => void;
};

async function compose({ shell, settings, opening, parts, connected, now, log }: Composition): Promise<PlaceApp> {
  const { journal, catalogueFile, gateway, printer, backupPrinter } = parts;
  let unsent: Unsent = { count: 0, amountWon: 0, oldestAt: null };
  const pusher = createPusher(opening.afterRevision);
  const work = createBackground(log);
  const background = work.run;
  const counter: Counter = { settings, journal, shelf: createShelf(), now, ids: randomIds(), memory: newMemory(), changed: pusher.changed, log, background, isStopping: work.isStopping };

  // Whoever trades does it through `terminal.terminal`.
  const terminal = createTerminalWatch(counter, parts.terminal, connected.addresses.terminal);
  const health = createHealthWatch(counter, printer, gateway, connected.addresses, () => background(registry.drain({ now: true })));
  const trades = createTrades(counter, terminal.terminal);
  const receipts = createReceipts(counter, gateway, { reached: health.sawGateway, changed: () => background(refreshUnsent()) }, newAtTerminal(trades, (late) => strays.keep(late)));
  const signatures = createSignatures(counter, connected.pad, { push: pusher.ink, displayIsAlive: () => devices.display.health().state !== 'down' });
  const staff = createStaff(counter);
  // Sale and shift share one queue: neither changes under the other's hands.
  const exclusive = oneAtATime();
  const { rules, prints, handwritten, checkout, strays } = createTill(counter, { tellRefund: async (late) => (await cancels.tellLate(late)) ?? refunds.tell(late), exchanges: { begin: (asked, write) => refunds.exchanges.begin(asked, write), step: (step, write) => refunds.exchanges.step(step, write) }, trades, printers: { first: drawsSignatures(printer, signatures), second: drawsSignatures(backupPrinter, signatures) }, receipts, signatures, approvals: staff.approvals, exclusive, onPrinted: () => background(health.askPrinter()) });
  const { registry, cancels, refunds, refundPages } = createGivingBack(counter, gateway, { receipts, trades, prints, handwritten, signatures, tender: rules.tender, untaken: (late) => strays.keep(late), reached: health.sawGateway, changed: () => background(refreshUnsent()) });
  const { catalogue, imports, exportProducts } = createProducts(counter, staff.approvals, catalogueFile, shell.dataDir);
  const shift = createShift(counter, { prints, approvals: staff.approvals, exclusive, cases: () => ({ ...cardCases(counter, handwritten, strays), refundsOpen: refundPages.cases().count, refundsOpenWon: refundPages.cases().won }) });
  const history = createHistory(counter, receipts, trades, signatures.drawn);
  const devices = createDevices(counter, shell, { health, terminal, terminalIsSimulated: connected.simulatedTerminal !== null, prints, signatures, approvals: staff.approvals });
  const [meter, practice] = [createMeter(counter, shell.dataDir), createPracticePanel(settings, { terminal: connected.simulatedTerminal, pad: connected.simulatedPad })];
  const sources = { counter, imports, receipts, prints, trades, handwritten, strays, refundPages, devices, unsent: () => unsent, shellName: shell.shellName, appVersion: shell.appVersion };
  const handlers = createHandlers({ counter, staff, approvals: staff.approvals, seat: createSeat(counter, { ...staff, checkout, isRefunding: () => refunds.shown() !== null }), catalogue, imports, exportProducts, shift, checkout, desk: createDesk(counter, checkout, receipts, trades, signatures), receipts: registry, prints, trades, handwritten, strays, cancels, refunds, refundPages, history, devices, signatures, meter, practice, sources, revision: pusher.revision, strayScan: pusher.strayScan });
  const route = createRouter(handlers, { admit: (name) => admit(counter, name), log });

  async function refreshUnsent(): Promise<void> {
    unsent = await journal.unsentCashReceipts();
    counter.changed();
  }
  function resume(): void {
    for (const part of [checkout, receipts, cancels, strays, refunds]) part.resume();
    background(prints.resume());
  }

  journal.onLost(({ code, detail }) => journalLost(counter, code, detail));
  await append(counter, [entry(counter, { kind: 'program.started', payload: { version: shell.appVersion, mode: settings.mode, shell: shell.shellName } }, null, null)]);
  await loadPeopleAndGoods(counter, staff.roster, catalogue);
  staySignedIn(counter, opening.signedIn);
  await recoverCounter({ counter, rules, checkout, receipts, prints, handwritten, strays });
  await refunds.recover();
  connected.onUnasked(strays.hear);
  await refreshUnsent();
  pusher.connect(sources);
  devices.start();
  background(meter.load());
  const stopRounds = startRounds({ drain: () => background(registry.drain({ now: false }).then(refreshUnsent)), resume, watch: () => background(registry.watch()) });
  background(registry.drain({ now: true }).then(refreshUnsent).then(registry.watch));
  background(Promise.all([receipts.recover(), cancels.recover(), remindOfOwed(counter)]));

  return {
    handle: route,
    onPush: pusher.onPush,
    pushNow: pusher.changed,
    revision: pusher.revision,
    seat: () => ({ signedIn: counter.memory.signedIn, saleOpen: saleIsOpen(counter), maySet: mayNow(counter, 'settings').ok }),
    record: (body, before = []) => append(counter, [...before, entry(counter, body, null)]),
    allow: staff.approvals.check,
    stop: async () => {
      stopRounds();
      devices.stop();
      pusher.stop();
      await signatures.stop();
      work.stop();
      await within(STOP_WITHIN_MS, Promise.all([prints.idle(), receipts.idle(), cancels.idle(), trades.idle(), meter.idle(), work.idle()]));
      await append(counter, [entry(counter, { kind: 'program.stopped', payload: {} }, null, null)]);
      await imports.stop();
      await catalogue.close();
      work.closed();
      await journal.close();
      await connected.stop();
    },
  };
}

/** Whoever opens practice for the first time finds somebody to be, and something to sell. */
async function loadPeopleAndGoods({ settings }: Counter, roster: Roster, catalogue: Catalogue): Promise<void> {
  const practises = settings.mode === 'practice';
  await roster.load();
  await catalogue.load(practises ? PRACTICE_PRODUCTS : [], drawGoods);
  if (practises) await roster.addPractice(PRACTICE_USERS);
}

/** What is looked at again and again while the counter is open. */
function startRounds({ drain, resume, watch }: Readonly<Record<'drain' | 'resume' | 'watch', () => void>>): () => void {
  const timers = [setInterval(drain, DRAIN_EVERY_MS), setInterval(resume, RESUME_EVERY_MS), setInterval(watch, WATCH_EVERY_MS)];
  return () => {
    for (const timer of timers) clearInterval(timer);
  };
}

type TillParts = { readonly exchanges: Exchanges; readonly tellRefund: (late: LateResult) => Promise<Result<null> | null>; readonly trades: Trades; readonly printers: Printers; readonly receipts: Receipts; readonly signatures: Signatures; readonly approvals: Approvals; readonly exclusive: OneAtATime; readonly onPrinted: () => void };

/** The sale and what it is paid and printed with. */
function createTill(counter: Counter, { tellRefund, exchanges, trades, printers, receipts, signatures, approvals, exclusive, onPrinted }: TillParts) {
  const rules = checkoutRules(counter.settings, trades.capabilities);
  const prints = createPrints(counter, printers, receipts, (jobId) => {
    onPrinted();
    counter.background(handwritten.printed(jobId));
  });
  const handwritten = createHandwritten(counter, { run: prints.run, stateOf: prints.stateOf });
  const checkout = createCheckout(counter, { receipts, prints, trades, signatures, handwritten, approvals, untaken: (late) => strays.keep(late), exclusive, exchanges });
  // A result nobody waited for: of the sale at hand, of a cash receipt, of a refund, or of nobody.
  const strays = createStrays(counter, trades, rules.tender, async (late) => (await checkout.tellSale(late)) ?? (await receipts.tellLate(late)) ?? tellRefund(late));
  return { rules, prints, handwritten, checkout, strays };
}

/** Issues first: a cancel waits for what it cancels. */
function inTurn<A extends readonly unknown[]>(first: (...args: A) => Promise<void>, second: (...args: A) => Promise<void>): (...args: A) => Promise<void> {
  return async (...args) => {
    await first(...args);
    await second(...args);
  };
}

type GivingBackParts = Pick<RefundParts, 'receipts' | 'trades' | 'prints' | 'handwritten'> & { readonly receipts: Receipts; readonly signatures: Signatures; readonly tender: TenderRules; readonly untaken: (late: LateResult) => void; readonly reached: (reached: boolean) => void; readonly changed: () => void };

/** What goes back, and the cash receipts that are cancelled for it. */
function createGivingBack(counter: Counter, gateway: CashReceiptGateway, { tender, untaken, reached, changed, ...parts }: GivingBackParts) {
  const { receipts, trades, prints } = parts;
  const cancels = createReceiptCancels(counter, gateway, receipts, { reached, changed, settled: (cancel, outcome) => refunds.cancelSettled(cancel, outcome) }, newAtTerminal(trades, untaken));
  const registry = { ...receipts, drain: inTurn(receipts.drain, cancels.drain), watch: inTurn(receipts.watch, cancels.watch) };
  const refunds = createRefunds(counter, { ...parts, cancels }, tender);
  const refundPages = createRefundPages(counter, refunds, receipts, cancels, { settings: counter.settings, trades, rules: refunds.rules, isAtWork: refunds.isAtWork, jobs: prints.ofSale });
  return { registry, cancels, refunds, refundPages };
}

/** Slips are stored without ink: it is drawn on the way to the printer. */
function drawsSignatures(printer: Printer, { drawn }: Signatures): Printer {
  return { ...printer, print: async (document, options) => printer.print(await drawn(document), options) };
}

/** Products, their lists on the way in and out. One change at a time, whoever makes it. */
function createProducts(counter: Counter, approvals: Approvals, file: CatalogueFile, dataDir: string) {
  const ledger = createLedger(counter, file);
  const exclusive = oneAtATime();
  const catalogue = createCatalogue({ counter, file, ledger, exclusive });
  const folder = path.join(dataDir, 'exports');
  const imports = createImports({ counter, file, ledger, exclusive, reload: catalogue.reload, folder });
  return { catalogue, imports, exportProducts: createExport(counter, approvals, folder) };
}
