import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { openJournal } from '../../db/journal.ts';
import { fileKeyStore } from '../../db/keys.ts';
import { newHome, openProgram, OWNER_PIN, type RunningProgram, setUpShop, signInOwner, TYPED_SHOP } from '../testing/program-fixture.ts';
import { startSandboxProcess } from '../cash-receipt/popbill/sandbox/process.ts';
import { issueReceipt } from '../testing/counter-fixture.ts';
import { headlessShell } from '../testing/headless-shell.ts';
import { finishSettingsChange, layBeside } from './settings-change.ts';
import { readSettings } from '../settings.ts';

// Each opens and closes counters with their journals and simulators.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let home: ReturnType<typeof newHome>;
let running: RunningProgram[] = [];
/** A folder whose shop was set up once, by a program that has ended: whoever does not ask how begins with a copy. */
let settled: ReturnType<typeof newHome>;
beforeAll(async () => {
  settled = newHome();
  const program = await openProgram(settled.dir);
  await setUpShop(program);
  await program.stop();
});
beforeEach(() => {
  home = newHome();
});
afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop().catch(() => undefined)));
  running = [];
  home.remove();
});
afterAll(() => settled.remove());

async function openShop(): Promise<RunningProgram> {
  cpSync(settled.dir, home.dir, { recursive: true });
  return open();
}

async function open(options: Parameters<typeof openProgram>[1] = {}): Promise<RunningProgram> {
  const program = await openProgram(home.dir, options);
  running.push(program);
  return program;
}

async function close(program: RunningProgram): Promise<void> {
  running = running.filter((each) => each !== program);
  await program.stop();
}

/** For cash, with a cash receipt; nobody wants a slip where there is no printer. */
async function sellOne({ cashier }: RunningProgram, productId: string): Promise<void> {
  await cashier.must('sale.addProduct', { productId });
  const { sale } = await cashier.look();
  if (sale.stage !== 'basket') throw new Error(sale.stage);
  await cashier.must('sale.tenderCash', { saleId: sale.saleId, dueWon: 4_200, receivedWon: 5_000 });
  await issueReceipt(cashier, sale.saleId);
}

const place = async ({ cashier }: RunningProgram) => (await cashier.must('program.view', {})).place;
const shopDir = () => path.join(home.dir, 'shop');

async function kinds(dir: string): Promise<readonly { kind: string; payload: string }[]> {
  const opened = await openJournal({ path: path.join(dir, 'journal.db'), keys: fileKeyStore(path.join(dir, 'keys')) });
  if (!opened.ok) throw new Error(opened.code);
  await opened.journal.close();
  return rowsOf(dir);
}

function rowsOf(dir: string): readonly { kind: string; payload: string }[] {
  const db = new Database(path.join(dir, 'journal.db'));
  const rows = db.prepare<[], { kind: string; payload: string }>('SELECT kind, payload FROM journal ORDER BY seq').all();
  db.close();
  return rows;
}

/** What is durable of a journal that is in use: a copy of its files is read as they would be after a cut. */
function durableRows(dir: string): readonly { kind: string; payload: string }[] {
  const copy = mkdtempSync(path.join(tmpdir(), 'gyesandae-copy-'));
  for (const file of ['journal.db', 'journal.db-wal']) if (existsSync(path.join(dir, file))) cpSync(path.join(dir, file), path.join(copy, file));
  const rows = rowsOf(copy);
  rmSync(copy, { recursive: true });
  return rows;
}

describe('a new folder', () => {
  it('opens with the welcome: nothing can be sold, there is no shop to go to, the customer’s display is closed and speaks her language', async () => {
    const program = await open();
    expect(await place(program)).toBe('none');
    expect(await program.cashier.ask('counter.view', {})).toMatchObject({ ok: false });
    expect(await program.cashier.ask('program.goTo', { place: 'shop' })).toMatchObject({ ok: false, code: 'program.no-shop' });
    expect(await program.cashier.must('customer.view', {}, 'customer')).toMatchObject({ screen: { kind: 'closed' }, language: 'ko' });
    await program.cashier.must('customer.setLanguage', { language: 'en' }, 'customer');
    expect(await program.cashier.must('customer.view', {}, 'customer')).toMatchObject({ language: 'en' });
  });

  it('goes to practice at a word, refuses in words whatever is asked meanwhile, says on the screen that it is changing, and opens there again; an older journal tells the cashier’s window how far it is folded anew', async () => {
    const program = await open();
    const going = program.cashier.ask('program.goTo', { place: 'practice' });
    expect(await program.cashier.ask('counter.view', {})).toMatchObject({ ok: false, code: 'program.changing-place' });
    expect(await program.cashier.ask('program.goTo', { place: 'practice' })).toMatchObject({ ok: false, code: 'program.changing-place' });
    expect(await place(program)).toBe('changing');
    expect(await going).toMatchObject({ ok: true });
    expect(await program.cashier.look()).toMatchObject({ mode: 'practice', trouble: null });
    await close(program);
    const db = new Database(path.join(home.dir, 'practice', 'journal.db'));
    db.exec('UPDATE projection_build SET version = 0');
    const rows = db.prepare<[], number>('SELECT count(*) FROM journal').pluck().get();
    db.close();
    const told: { readonly window: string; readonly frame: unknown }[] = [];
    const again = await open({ onPush: (window, raw) => told.push({ window, frame: JSON.parse(raw) }) });
    expect(told[0], 'before anything else').toEqual({ window: 'cashier', frame: { ev: 'journal.folding', data: { done: rows, total: rows } } });
    expect(await place(again)).toBe('practice');
  });
});

describe('a shop being set up', () => {
  it('is kept as typed: the draft survives the end of the program, the PIN is nowhere and the secret never comes back', async () => {
    const program = await open();
    await program.cashier.must('setup.save', { draft: { ...TYPED_SHOP, step: 'tax', ownerName: '사' } });
    await program.cashier.must('setup.keepSecret', { secretKey: 'c2VjcmV0LXNlY3JldC1zZWNyZXQ=' });
    await close(program);
    const again = await open();
    const view = await again.cashier.must('program.view', {});
    expect(view).toMatchObject({ place: 'none', secretKept: true, draft: { step: 'tax', ownerName: '사' } });
    expect(JSON.stringify([view, again.pushed])).not.toContain('c2VjcmV0');
  });

  it('is refused while something is missing, and nothing of it is there', async () => {
    const program = await open();
    await program.cashier.must('setup.save', { draft: { ...TYPED_SHOP, tax: { vatType: null, mandatorySector: null } } });
    expect(await program.cashier.ask('setup.finish', { pin: OWNER_PIN })).toMatchObject({ ok: false, code: 'setup.incomplete' });
    await program.cashier.must('setup.save', { draft: TYPED_SHOP });
    expect(await program.cashier.ask('setup.finish', { pin: '1234' })).toMatchObject({ ok: false, code: 'setup.incomplete' });
    expect(readdirSync(home.dir)).not.toContain('shop');
  });

  it('is there whole: its owner signs in, its shelf is empty, nothing of practice is in it, the draft is gone', async () => {
    const program = await open();
    await setUpShop(program);
    const view = await program.cashier.look();
    expect(view).toMatchObject({ mode: 'shop', shop: { name: '산들상회', businessNumber: '1018109147', counterNumber: 2 }, signedIn: null });
    expect(view.users).toMatchObject([{ name: '사장', role: 'owner', practicePin: null }]);
    await signInOwner(program);
    expect(await program.cashier.must('catalogue.list', {})).toEqual([]);
    expect(await program.cashier.ask('setup.save', { draft: TYPED_SHOP })).toMatchObject({ ok: false, code: 'setup.shop-exists' });
    expect(readdirSync(home.dir).toSorted()).toEqual(['place.json', 'shop']);
    expect(readSettings(shopDir(), 'shop')).toMatchObject({ ok: true, value: { cashReceipt: { mandatorySector: true }, printer: { address: 'none' }, gateway: { apiUrl: 'none' } } });
  });

  it('sells without printer and gateway: nobody is asked about paper, the receipt waits, and goes out once the gateway is connected', async () => {
    const program = await openShop();
    await signInOwner(program);
    await program.cashier.must('shift.open', { floatWon: 50_000 });
    const product = await program.cashier.must('catalogue.save', { productId: null, product: { name: '우리밀 식빵', barcode: '', priceWon: 4_200, taxClass: 'taxable', category: '빵', onQuickKey: true, byWeight: false } });
    await sellOne(program, product.productId);
    const waiting = await program.cashier.until('the receipt waits', ({ status: { unsent }, sale: now }) => unsent.count === 1 && now.stage === 'done');
    expect(waiting.status.unsent).toMatchObject({ count: 1, amountWon: 4_200 });
    await close(program);

    const sandbox = await startSandboxProcess({ stateFile: path.join(home.dir, 'sandbox.jsonl') });
    const settings = readSettings(shopDir(), 'shop');
    if (!settings.ok) throw new Error(settings.code);
    writeFileSync(path.join(shopDir(), 'settings.json'), JSON.stringify({ ...settings.value, gateway: { authUrl: sandbox.url, apiUrl: sandbox.url, test: true } }));
    writeFileSync(path.join(shopDir(), 'credentials.json'), JSON.stringify({ linkId: sandbox.linkId, secretKey: sandbox.secretKey }), { mode: 0o600 });
    const again = await open();
    await again.cashier.until('nothing waits', ({ status: { unsent } }) => unsent.count === 0);
    expect((await sandbox.state()).receipts).toMatchObject([{ totalAmount: 4_200, supplyCost: 3_818, tax: 382 }]);

    // Registered anew: from now on the price is one sum, on the sale and at the gateway.
    await signInOwner(again);
    await again.cashier.must('settings.change', { section: 'tax', vatType: 'simplified', mandatorySector: false });
    await sellOne(again, product.productId);
    await expect.poll(async () => (await sandbox.state()).receipts.length).toBe(2);
    expect((await sandbox.state()).receipts[1]).toMatchObject({ totalAmount: 4_200, supplyCost: 4_200, tax: 0 });
    await close(again);
    await sandbox.stop();
  });
});

describe('going between', () => {
  it('is refused while a sale is under way; then changes place in the open windows: revisions only rise, practice and shop keep their own sales', async () => {
    const program = await open({ place: 'practice' });
    await program.cashier.begin();
    const [product] = await program.cashier.must('catalogue.list', {});
    await program.cashier.must('sale.scan', { code: product?.barcode ?? '' });
    await program.cashier.must('setup.save', { draft: TYPED_SHOP });
    expect(await program.cashier.ask('setup.finish', { pin: OWNER_PIN })).toMatchObject({ ok: false, code: 'program.sale-open' });
    expect(readdirSync(home.dir)).not.toContain('shop');
    const { sale } = await program.cashier.look();
    if (sale.stage !== 'basket') throw new Error(`the sale did not stay, it is ${sale.stage}`);
    await program.cashier.must('sale.abandon', { saleId: sale.saleId });
    await setUpShop(program);
    await signInOwner(program);
    await program.cashier.must('shift.open', { floatWon: 50_000 });
    await program.cashier.must('program.goTo', { place: 'practice' });
    expect(await program.cashier.look()).toMatchObject({ mode: 'practice', signedIn: null, shift: { floatWon: 100_000 } });
    await program.cashier.must('program.goTo', { place: 'shop' });
    expect(await program.cashier.look()).toMatchObject({ mode: 'shop', signedIn: null, shift: { floatWon: 50_000 } });
    await expect.poll(() => program.pushed.some(({ ev, data }) => ev === 'program.changed' && data.place === 'shop')).toBe(true);
    for (const ev of ['counter.changed', 'customer.changed', 'program.changed']) {
      const revisions = program.pushed.filter((each) => each.ev === ev).map(({ data }) => data.revision);
      expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
      expect(new Set(revisions).size).toBe(revisions.length);
    }
    await close(program);
    expect((await kinds(shopDir())).filter(({ kind }) => kind === 'program.place-left')).toHaveLength(1);
  });

  it('ends in good order when the program is closed on the way', async () => {
    const program = await open();
    const going = program.cashier.ask('program.goTo', { place: 'practice' });
    await close(program);
    expect(await going).toMatchObject({ ok: true });
    expect((await kinds(path.join(home.dir, 'practice'))).at(-1)).toMatchObject({ kind: 'program.stopped' });
  });
});

describe('the shop’s settings', () => {
  it('change at once, stay signed in, and stand in the journal with who, before and after, never the secret', async () => {
    const program = await openShop();
    expect(await program.cashier.ask('settings.view', {})).toMatchObject({ ok: false, code: 'people.not-signed-in' });
    await signInOwner(program);
    await program.cashier.must('settings.change', { section: 'shop', shop: { ...TYPED_SHOP.shop, name: '산들상회 본점' } });
    expect(await program.cashier.look()).toMatchObject({ shop: { name: '산들상회 본점' }, signedIn: { name: '사장' } });
    await program.cashier.must('settings.change', { section: 'tax', vatType: 'simplified', mandatorySector: false });
    await program.cashier.must('settings.change', { section: 'receipts', service: 'production', linkId: 'SHOP', secretKey: 'c2VjcmV0LXNlY3JldC1zZWNyZXQ=' });
    expect((await program.cashier.look()).status.terminal).toMatchObject({ failure: 'terminal.none' });
    await program.cashier.must('settings.change', { section: 'terminal', family: 'koces-cat', address: 'tcp://127.0.0.1:9', receiptWay: 'terminal' });
    // In force at once: nobody is at that address.
    await program.cashier.until('the terminal', ({ status }) => status.terminal.failure === 'terminal.unreachable' && status.terminal.address === 'tcp://127.0.0.1:9');
    // Who gets paper is not changed in passing.
    expect(await program.cashier.ask('settings.change', { section: 'slip', copies: 0, use: 'customer' })).toMatchObject({ ok: false, code: 'people.reason-needed', detail: 'printing-off 1-customer-to-0-customer' });
    expect((await program.cashier.must('settings.view', {})).slip).toMatchObject({ copies: 1 });
    await program.cashier.must('settings.change', { section: 'slip', copies: 0, use: 'customer', reason: 'save-paper' });
    expect(await program.cashier.ask('settings.change', { section: 'signature', pad: 'koces-pad', address: 'simulated', takenBy: 'pad' })).toMatchObject({ ok: false, code: 'pad.address-invalid' });
    await program.cashier.must('settings.change', { section: 'signature', pad: 'koces-pad', address: 'serial:///dev/no-such-pad?baud=38400', takenBy: 'pad' });
    expect((await program.cashier.look()).status.pad).toMatchObject({ kind: 'koces-pad' });
    expect((await program.cashier.must('settings.ports', {})).ports).not.toBeNull();
    await program.cashier.must('settings.change', { section: 'backup-printer', address: 'tcp://127.0.0.1:9', columns: 42 });
    expect((await program.cashier.look()).status.prints).toMatchObject({ backup: true });
    // The same machine twice is no second one.
    expect(await program.cashier.ask('settings.change', { section: 'printer', address: 'tcp://127.0.0.1:9', columns: 48 })).toMatchObject({ ok: false, code: 'printer.address-invalid' });
    const view = await program.cashier.must('settings.view', {});
    expect(view).toMatchObject({ backupPrinter: { address: 'tcp://127.0.0.1:9', columns: 42 }, slip: { copies: 0 }, tax: { vatType: 'simplified', mandatorySector: false }, receipts: { service: 'production', linkId: 'SHOP', secretKept: true } });
    expect(JSON.stringify(view)).not.toContain('c2VjcmV0');
    await close(program);
    const all = await kinds(shopDir());
    const byRight = all.findIndex(({ kind }) => kind === 'people.act-by-right');
    expect(JSON.parse(all[byRight]?.payload ?? '')).toEqual({ act: 'printing-off', amountWon: null, reason: 'save-paper', change: '1-customer-to-0-customer' });
    expect(all[byRight + 1]?.payload, 'the right stands with the change').toContain('"section":"slip"');
    const rows = all.filter(({ kind }) => kind === 'settings.changed');
    expect(rows.map(({ payload }) => JSON.parse(payload))).toMatchObject([
      { section: 'shop', before: { name: '산들상회' }, after: { name: '산들상회 본점' }, secretReplaced: false },
      { section: 'tax', before: { vatType: 'general' }, after: { vatType: 'simplified', showVat: false } },
      { section: 'receipts', secretReplaced: true },
      { section: 'terminal', before: { family: 'none', receiptWay: 'gateway' }, after: { family: 'koces-cat', address: 'tcp://127.0.0.1:9', receiptWay: 'terminal' }, secretReplaced: false },
      { section: 'slip', before: { copies: 1 }, after: { copies: 0 }, secretReplaced: false },
      { section: 'signature', before: { pad: 'none', takenBy: 'terminal' }, after: { pad: 'koces-pad', padAddress: 'serial:///dev/no-such-pad?baud=38400', takenBy: 'pad' }, secretReplaced: false },
      { section: 'backup-printer', before: { address: 'none' }, after: { address: 'tcp://127.0.0.1:9' }, secretReplaced: false },
    ]);
    expect(JSON.stringify(rows)).not.toContain('c2VjcmV0');
    expect(readFileSync(path.join(shopDir(), 'credentials.json'), 'utf8')).toContain('c2VjcmV0');
  });

  it('a change the power cut short is finished at the next start, and the journal says so', async () => {
    cpSync(settled.dir, home.dir, { recursive: true });
    const settings = readSettings(shopDir(), 'shop');
    if (!settings.ok) throw new Error('no settings');
    layBeside(shopDir(), { ...settings.value, shop: { ...settings.value.shop, phone: '02-0000-0001' } }, null);
    const again = await open();
    expect((await again.cashier.look()).trouble).toBeNull();
    await close(again);
    expect(readSettings(shopDir(), 'shop')).toMatchObject({ value: { shop: { phone: '02-0000-0001' } } });
    const rows = (await kinds(shopDir())).filter(({ kind }) => kind === 'settings.changed');
    expect(rows.map(({ payload }) => JSON.parse(payload))).toMatchObject([{ section: 'shop', after: { phone: '02-0000-0001' } }]);
    expect(await finishSettingsChange({ ...headlessShell(shopDir()), dataDir: shopDir() }, 'shop', () => new Date())).toMatchObject({ ok: true });
  });
});

describe('a shop that is open, and stays as it is', () => {
  let own: ReturnType<typeof newHome>;
  let program: RunningProgram;
  const file = () => path.join(own.dir, 'shop', 'settings.json');
  beforeAll(async () => {
    own = newHome();
    cpSync(settled.dir, own.dir, { recursive: true });
    program = await openProgram(own.dir);
  });
  beforeEach(() => program.cashier.ask('people.signOut', {}));
  afterAll(async () => {
    await program.stop();
    own.remove();
  });

  it('says what it does not have instead of pretending', async () => {
    const { status } = await program.cashier.until('both asked', ({ status: { printer, gateway } }) => printer.state !== 'checking' && gateway.state !== 'checking');
    expect(status).toMatchObject({ printer: { state: 'warning', failure: 'printer.none' }, gateway: { state: 'warning', failure: 'settings.gateway-missing' } });
  });

  it('is left for practice by a manager alone', async () => {
    expect(await program.cashier.ask('program.goTo', { place: 'practice' })).toMatchObject({ ok: false, code: 'people.not-signed-in' });
    expect(await program.cashier.ask('printers.search', {})).toMatchObject({ ok: false, code: 'people.not-signed-in' });
    expect(await place(program)).toBe('shop');
  });

  it.each([
    ['a wrong digit', { section: 'shop', shop: { ...TYPED_SHOP.shop, businessNumber: '101-81-09148' } }, 'setup.incomplete'],
    ['an address that is none', { section: 'printer', address: 'the one by the door', columns: 48 }, 'printer.address-invalid'],
    ['a terminal on a line it does not have', { section: 'terminal', family: 'koces-cat', address: 'serial://COM3', receiptWay: 'gateway' }, 'terminal.address-invalid'],
    ['a simulated terminal in a shop', { section: 'terminal', family: 'koces-cat', address: 'simulated', receiptWay: 'gateway' }, 'terminal.address-invalid'],
    ['a service without its secret', { section: 'receipts', service: 'production', linkId: 'SHOP', secretKey: '' }, 'setup.incomplete'],
  ] as const)('%s changes nothing', async (_name, change, code) => {
    await signInOwner(program);
    const before = readFileSync(file());
    expect(await program.cashier.ask('settings.change', change)).toMatchObject({ ok: false, code });
    expect(readFileSync(file()).equals(before)).toBe(true);
    const durable = durableRows(path.join(own.dir, 'shop')).map(({ kind }) => kind);
    expect(durable, 'what is durable is seen').toContain('people.signed-in');
    expect(durable).not.toContain('settings.changed');
  });
});

it('practice never reaches the real tax office, whatever its file says', async () => {
  const practice = path.join(home.dir, 'practice');
  mkdirSync(practice);
  const real = { authUrl: 'https://auth.linkhub.co.kr', apiUrl: 'https://popbill.linkhub.co.kr' };
  const shop = { name: '가', businessNumber: '1248100998', representative: '나', address: '다', phone: '', counterNumber: 1 };
  for (const gateway of [real, { ...real, test: true }, { ...real, test: false }, { ...real, apiUrl: 'https://popbill.linkhub.co.kr:443' }]) {
    writeFileSync(path.join(practice, 'settings.json'), JSON.stringify({ mode: 'practice', shop, gateway }));
    expect(readSettings(practice, 'practice')).toMatchObject({ ok: false, code: 'settings.invalid' });
  }
  writeFileSync(path.join(practice, 'settings.json'), JSON.stringify({ mode: 'shop', shop, gateway: { ...real, test: false } }));
  expect(readSettings(practice, 'practice')).toMatchObject({ ok: false, code: 'settings.invalid' });
});
