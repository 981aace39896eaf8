/**
 * The composition root: the only place that reads the clock, draws random numbers, knows every part and joins them.
 * The shell (main.ts) lends its powers through `ShellPort`; nothing here or below knows Electron.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Journal } from '../db/journal.ts';
import { openCatalogueFile, type CatalogueFile } from '../db/catalogue/catalogue.ts';
import { openJournal } from '../db/journal.ts';
import { fileKeyStore } from '../db/keys.ts';
import { parseDeviceAddress } from '../native/transport/address.ts';
import { createPrinter } from '../native/printer/driver.ts';
import type { Printer } from '../native/printer/port.ts';
import { createDesk } from './cash-receipt/desk.ts';
import type { CashReceiptGateway } from './cash-receipt/gateway.ts';
import { missingGateway } from './cash-receipt/missing-gateway.ts';
import { createPopbillGateway } from './cash-receipt/popbill/client.ts';
import { popbillSettingsProblems, type PopbillSettings } from './cash-receipt/popbill/settings.ts';
import { remindOfOwed } from './cash-receipt/owed.ts';
import { createReceipts } from './cash-receipt/receipts.ts';
import { createCatalogue } from './catalogue/catalogue.ts';
import { createExport } from './catalogue/export.ts';
import { createImports } from './catalogue/import/imports.ts';
import { createLedger } from './catalogue/ledger.ts';
import { createShelf } from './catalogue/shelf.ts';
import { createCheckout } from './checkout/checkout.ts';
import type { Counter, Ids } from './counter.ts';
import { append, entry, newMemory } from './counter.ts';
import { createHealthWatch } from './diagnostics/health.ts';
import { admit, createHandlers } from './handlers.ts';
import { createHistory } from './history/history.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { createPeople } from './people/people.ts';
import { PRACTICE_USERS } from './practice/people.ts';
import { PRACTICE_PRODUCTS } from './practice/products.ts';
import { startSandbox, startVirtualPrinter } from './practice/simulators.ts';
import { createPusher } from './pusher.ts';
import { recoverCounter } from './recover.ts';
import { refuse } from './result.ts';
import { createRouter } from './router.ts';
import type { Settings } from './settings.ts';
import { isSimulated, PRACTICE_SETTINGS, readCredentials, readSettings } from './settings.ts';
import type { App, ShellPort } from './shell-port.ts';
import { createShift } from './shift/shift.ts';
import { createPrints } from './slips/prints.ts';
import { startInTrouble } from './trouble.ts';
import type { Unsent } from './view.ts';

export type { App, ForkedProgram, ShellPort } from './shell-port.ts';

/** Rounds of the receipt queue, of what the journal could not take in time, and of the question what the tax office said. */
const DRAIN_EVERY_MS = 5_000;
const RESUME_EVERY_MS = 2_000;
const WATCH_EVERY_MS = 10 * 60_000;
/** Closing waits this long for what is under way; the journal knows the rest. */
const STOP_WITHIN_MS = 5_000;

/** The outside world, replaceable part by part: crash drills put their own wrappers around journal, catalogue, gateway and printer. */
export type Outside = {
  readonly now: () => Date;
  readonly wrap: (parts: OutsideParts) => OutsideParts;
};

export type OutsideParts = { readonly journal: Journal; readonly catalogueFile: CatalogueFile; readonly gateway: CashReceiptGateway; readonly printer: Printer };

const REAL_OUTSIDE: Outside = { now: () => new Date(), wrap: (parts) => parts };

export async function startApp(shell: ShellPort, outside: Outside = REAL_OUTSIDE): Promise<App> {
  const log = (line: string): void => void process.stderr.write(`${outside.now().toISOString()} ${withoutNumbers(line)}\n`);
  const settings = readSettings(shell.dataDir);
  if (!settings.ok) return startInTrouble(shell, PRACTICE_SETTINGS, settings, outside.now, log);
  const [devices, opened] = await Promise.all([connectDevices(shell, settings.value, outside.now), openFiles(shell)]);
  if (!opened.ok) {
    await devices.stop();
    return startInTrouble(shell, settings.value, opened, outside.now, log);
  }
  const parts = outside.wrap({ journal: opened.journal, catalogueFile: opened.catalogueFile, gateway: devices.gateway, printer: devices.printer });
  return compose({ shell, settings: settings.value, parts, addresses: devices.addresses, stopDevices: devices.stop, now: outside.now, log });
}

function openCounterJournal(shell: ShellPort) {
  const protect = shell.secrets.available ? { encrypt: shell.secrets.encrypt, decrypt: shell.secrets.decrypt } : undefined;
  return openJournal({ path: path.join(shell.dataDir, 'journal.db'), keys: fileKeyStore(path.join(shell.dataDir, 'keys'), protect) });
}

/** Journal and catalogue, both or neither. */
async function openFiles(shell: ShellPort) {
  const [journal, catalogue] = await Promise.all([openCounterJournal(shell), openCatalogueFile(path.join(shell.dataDir, 'catalogue.db'))]);
  if (journal.ok && catalogue.ok) return { ok: true, journal: journal.journal, catalogueFile: catalogue.file } as const;
  if (journal.ok) await journal.journal.close();
  if (catalogue.ok) await catalogue.file.close();
  if (!journal.ok) return journal;
  return refuse('catalogue.unavailable', catalogue.ok ? '' : catalogue.detail);
}

type Composition = {
  readonly shell: ShellPort;
  readonly settings: Settings;
  readonly parts: OutsideParts;
  readonly addresses: { readonly printer: string; readonly gateway: string };
  readonly stopDevices: () => Promise<void>;
  readonly now: () => Date;
  readonly log: (line: string) => void;
};

async function compose({ shell, settings, parts, addresses, stopDevices, now, log }: Composition): Promise<App> {
  const { journal, catalogueFile, gateway, printer } = parts;
  let unsent: Unsent = { count: 0, amountWon: 0, oldestAt: null };
  const pusher = createPusher();
  const counter: Counter = { settings, journal, shelf: createShelf(), now, ids: randomIds(), memory: newMemory(), changed: pusher.changed, log, background };

  const health = createHealthWatch(counter, printer, gateway, addresses, () => background(receipts.drain({ now: true })));
  const receipts = createReceipts(counter, gateway, { reached: health.sawGateway, changed: () => background(refreshUnsent()) });
  const prints = createPrints(counter, printer, receipts, () => background(health.askPrinter()));
  // Sale and shift share one queue: neither changes under the other's hands.
  const exclusive = oneAtATime();
  const checkout = createCheckout(counter, receipts, prints, exclusive);
  const desk = createDesk(counter, checkout, receipts);
  const people = createPeople(counter);
  const ledger = createLedger(counter, catalogueFile);
  const onProducts = oneAtATime();
  const catalogue = createCatalogue({ counter, file: catalogueFile, ledger, exclusive: onProducts });
  const exportFolder = path.join(shell.dataDir, 'exports');
  const imports = createImports({ counter, file: catalogueFile, ledger, exclusive: onProducts, reload: catalogue.reload, folder: exportFolder });
  const exportProducts = createExport(counter, exportFolder);
  const shift = createShift(counter, prints, exclusive);
  const history = createHistory(counter, receipts);
  const sources = { counter, imports, receipts, prints, health, unsent: () => unsent, shellName: shell.shellName, appVersion: shell.appVersion };
  const handlers = createHandlers({ counter, people, catalogue, imports, exportProducts, shift, checkout, desk, receipts, prints, history, health, sources, revision: pusher.revision, strayScan: pusher.strayScan });
  const route = createRouter(handlers, { admit: (name) => admit(counter, name), log });

  async function refreshUnsent(): Promise<void> {
    unsent = await journal.unsentCashReceipts();
    counter.changed();
  }
  function resume(): void {
    checkout.resume();
    background(prints.resume());
  }
  function background(work: Promise<unknown>): void {
    work.catch((problem: unknown) => log(`background: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`));
  }

  await append(counter, [entry(counter, { kind: 'program.started', payload: { version: shell.appVersion, mode: settings.mode, shell: shell.shellName } }, null, null)]);
  await people.load();
  await catalogue.load(settings.mode === 'practice' ? PRACTICE_PRODUCTS : []);
  if (settings.mode === 'practice' && counter.memory.users.length === 0) for (const { pin, ...user } of PRACTICE_USERS) await people.addUser(user, pin);
  await recoverCounter({ counter, checkout, receipts, prints });
  await refreshUnsent();
  pusher.connect(sources);
  health.start();
  const timers = [
    setInterval(() => background(receipts.drain({ now: false }).then(refreshUnsent)), DRAIN_EVERY_MS),
    setInterval(resume, RESUME_EVERY_MS),
    setInterval(() => background(receipts.watch()), WATCH_EVERY_MS),
  ];
  background(receipts.drain({ now: true }).then(refreshUnsent).then(receipts.watch));
  background(remindOfOwed(counter));

  return {
    handle: route,
    onPush: pusher.onPush,
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      health.stop();
      pusher.stop();
      await within(STOP_WITHIN_MS, Promise.all([prints.idle(), receipts.idle()]));
      await append(counter, [entry(counter, { kind: 'program.stopped', payload: {} }, null, null)]);
      await imports.stop();
      await catalogue.close();
      await journal.close();
      await stopDevices();
    },
  };
}

async function connectDevices(shell: ShellPort, settings: Settings, now: () => Date) {
  const { columns } = settings.printer;
  const [virtual, sandbox] = await Promise.all([
    isSimulated(settings.printer.address) ? startVirtualPrinter(shell, columns) : null,
    isSimulated(settings.gateway.apiUrl) ? startSandbox(shell) : null,
  ]);
  const printerAddress = virtual === null ? settings.printer.address : `tcp://127.0.0.1:${virtual.port}`;
  const address = parseDeviceAddress(printerAddress);
  if (!address.ok) throw new Error(`printer address: ${printerAddress}`);
  const printer = createPrinter({ address: address.address, columns });
  const gateway = createGateway(shell, settings, sandbox, now);
  return {
    printer,
    gateway: gateway.gateway,
    addresses: { printer: printerAddress, gateway: gateway.url },
    stop: async () => {
      await printer.close();
      virtual?.stop();
      sandbox?.stop();
    },
  };
}

function createGateway(shell: ShellPort, settings: Settings, sandbox: Awaited<ReturnType<typeof startSandbox>> | null, now: () => Date) {
  const { businessNumber } = settings.shop;
  const limits = { replyTimeoutMs: settings.gateway.replyTimeoutMs };
  const clock = () => now().getTime();
  if (sandbox !== null) {
    const url = `http://127.0.0.1:${sandbox.port}`;
    const { linkId, secretKey } = sandbox;
    return { url, gateway: createPopbillGateway({ clock, settings: { authUrl: url, serviceUrl: url, serviceId: 'POPBILL_TEST', linkId, secretKey, businessNumber, limits } }) };
  }
  const credentials = readCredentials(shell.dataDir);
  const { authUrl, apiUrl, test } = settings.gateway;
  if (!credentials.ok || credentials.value === null) return { url: apiUrl, gateway: missingGateway() };
  const serviceId = test ? 'POPBILL_TEST' : 'POPBILL';
  const popbill: PopbillSettings = { authUrl, serviceUrl: apiUrl, serviceId, ...credentials.value, businessNumber, limits };
  const usable = popbillSettingsProblems(popbill).length === 0;
  return { url: apiUrl, gateway: usable ? createPopbillGateway({ clock, settings: popbill }) : missingGateway() };
}

/** A bug's own message may quote what was typed: runs of digits long enough to be somebody's number do not reach the log. */
function withoutNumbers(line: string): string {
  return line.replaceAll(/\d{3}-?\d{3,4}-?\d{4,}/g, '*');
}

function randomIds(): Ids {
  const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';
  return {
    next: (prefix) => `${prefix}-${randomUUID()}`,
    randomText: (length) => [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join(''),
  };
}

async function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, limitMs);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
