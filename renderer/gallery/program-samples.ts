/** The program in each of its states, and a shop half set up. */
import type { PrinterSearch, ProgramView, SettingsView } from '../../contract/program.ts';
import type { CallName } from '../../contract/calls.ts';
import type { CounterView } from '../../contract/views.ts';
import type { SetupDraft } from '../../domain/setup.ts';
import { EMPTY_DRAFT } from '../../domain/setup.ts';

const WAITING = { state: 'waiting', asked: 0, of: 0 } as const;
const IDLE: PrinterSearch = { state: 'idle', usb: WAITING, serial: WAITING, network: WAITING, found: [] };
const FOUND: PrinterSearch = {
  state: 'looking',
  usb: { state: 'done', asked: 1, of: 1 },
  serial: { state: 'looking', asked: 1, of: 2 },
  network: { state: 'looking', asked: 120, of: 253 },
  found: [
    { address: 'usb:///dev/usb/lp0', line: 'usb', where: '/dev/usb/lp0', state: 'silent', failure: null },
    { address: 'tcp://192.168.0.50:9100', line: 'network', where: '192.168.0.50:9100', state: 'ready', failure: null },
    { address: 'tcp://192.168.0.51:9100', line: 'network', where: '192.168.0.51:9100', state: 'not-ready', failure: 'printer.paper-end' },
  ],
};
const FULL: SetupDraft = {
  step: 'review',
  shop: { name: '들꽃마트', businessNumber: '124-81-00998', representative: '대표자', address: '서울특별시 중구 세종대로 110', phone: '02-0000-0000', counterNumber: '1' },
  tax: { vatType: 'general', mandatorySector: false },
  printer: { choice: 'printer', address: 'tcp://192.168.0.50:9100', columns: 48, tried: true },
  receipts: { choice: 'popbill', service: 'production', linkId: 'SHOP' },
  ownerName: '사장',
};

function program(over: Partial<ProgramView>): ProgramView {
  return {
    revision: 1,
    place: 'none',
    shopExists: false,
    draft: { ...EMPTY_DRAFT },
    secretKept: true,
    search: IDLE,
    shellName: 'Electron',
    appVersion: '0.1.0',
    ...over,
  };
}

const PROGRAMS: Readonly<Record<string, ProgramView>> = {
  welcome: program({}),
  'welcome-begun': program({ draft: { ...FULL, step: 'shop' } }),
  'setup-shop-wrong': program({ draft: { ...FULL, step: 'shop', shop: { ...FULL.shop, businessNumber: '124-81-00997', phone: '전화' } } }),
  'setup-tax': program({ draft: { ...FULL, step: 'tax', tax: { vatType: 'simplified', mandatorySector: null } } }),
  'setup-printer': program({ draft: { ...FULL, step: 'printer', printer: { ...FULL.printer, choice: 'none', address: '' } } }),
  'setup-printer-found': program({ draft: { ...FULL, step: 'printer', printer: { ...FULL.printer, tried: false } }, search: FOUND }),
  'setup-receipts': program({ draft: { ...FULL, step: 'receipts', receipts: { ...FULL.receipts, service: 'test' } } }),
  'setup-owner': program({ draft: { ...FULL, step: 'owner' } }),
  'setup-review': program({ draft: { ...FULL, step: 'review', tax: { vatType: null, mandatorySector: null } } }),
  changing: program({ place: 'changing' }),
};

/** Every other scene is of a counter in practice, or of one in a shop. */
export function programNamed(scene: string | null): ProgramView {
  if (scene !== null && Object.hasOwn(PROGRAMS, scene)) return PROGRAMS[scene] ?? program({});
  return scene?.startsWith('shop-') === true ? program({ place: 'shop', shopExists: true }) : program({ place: 'practice', shopExists: true });
}

/** Of a shop with a device of every kind. */
export const SHOP_SETTINGS: SettingsView = {
  mode: 'shop',
  shop: { name: '들꽃마트', businessNumber: '1248100998', representative: '대표자', address: '서울특별시 중구 세종대로 110', phone: '02-0000-0000', counterNumber: 1 },
  tax: { vatType: 'general', mandatorySector: true },
  printer: { address: 'tcp://192.168.0.50:9100', columns: 48 },
  backupPrinter: { address: 'none', columns: 48 },
  slip: { copies: 1, use: 'customer' },
  terminal: { family: 'kicc-ed721', address: 'serial://COM3?baud=115200', receiptWay: 'terminal', numberOn: 'pad', pad: true },
  signature: { pad: 'koces-pad', address: 'serial://COM5?baud=38400', takenBy: 'pad' },
  receipts: { service: 'production', linkId: 'SHOP', secretKept: true },
};

/** Nothing is set up that the counter says it does not have. */
function settingsOf({ mode, status }: Pick<CounterView, 'mode' | 'status'>): SettingsView {
  const { printer, terminal, signature, receipts } = SHOP_SETTINGS;
  const withoutTerminal = status.terminal.failure === 'terminal.none';
  return {
    ...SHOP_SETTINGS,
    mode,
    printer: status.printer.failure === 'printer.none' ? { ...printer, address: 'none' } : printer,
    terminal: withoutTerminal ? { family: 'none', address: 'none', receiptWay: 'gateway', numberOn: 'display', pad: false } : terminal,
    signature: withoutTerminal ? { pad: 'display', address: 'none', takenBy: 'pad' } : signature,
    receipts: status.gateway.failure === 'settings.gateway-missing' ? { service: 'none', linkId: '', secretKept: false } : receipts,
  };
}

export function programAnswer(call: CallName, view: CounterView | null): unknown {
  if (call === 'settings.view') return view === null ? SHOP_SETTINGS : settingsOf(view);
  if (call === 'settings.ports') return { ports: ['COM3', 'COM5'] };
  return call === 'printers.try' ? { outcome: 'printed', failure: null } : undefined;
}
