/** What was set up, seen and changed by a manager: each change is in the journal before it is in force, and the counter is composed anew with it. */
import type { SettingsChange, SettingsView } from '../../contract/program.ts';
import { digitsOf } from '../../domain/cash-receipt/identifier.ts';
import { linkIdProblem, secretProblem, SHOP_FIELDS, shopProblem } from '../../domain/setup.ts';
import { parseDeviceAddress } from '../../native/transport/address.ts';
import type { Permission } from '../people/approvals.ts';
import type { Result } from '../result.ts';
import { DONE, ok, refuse } from '../result.ts';
import type { GatewayCredentials, Settings } from '../settings.ts';
import { isSimulated, NONE, readCredentials, readSettings } from '../settings.ts';
import { practiceTerminal, shopTerminal } from '../terminal/settings.ts';
import { saved } from './saved.ts';
import { mayChangePrinting, needsPrintingReason } from './printing.ts';
import { layBeside, putInPlace, recordOf, takeAway } from './settings-change.ts';
import { gatewayOf } from './shop-folder.ts';
import { signatureChanged } from './signature-change.ts';
import type { ProgramUse } from './use.ts';

export function viewSettings({ home, mover }: ProgramUse): Result<SettingsView> {
  const { place } = mover.at();
  if (place === null) return refuse('program.no-shop');
  const dir = home.folder(place);
  const settings = readSettings(dir, place);
  if (!settings.ok) return settings;
  const credentials = readCredentials(dir);
  const { mode, shop, tax, cashReceipt, printer, backupPrinter, slip, terminal, signature, gateway } = settings.value;
  return ok({
    mode,
    shop,
    tax: { vatType: tax.vatType, mandatorySector: cashReceipt.mandatorySector },
    printer,
    backupPrinter,
    slip,
    terminal: { family: terminal.family, address: terminal.address, receiptWay: cashReceipt.way, numberOn: cashReceipt.numberOn, pad: signature.pad === 'koces-pad' },
    signature: { pad: signature.pad, address: signature.padAddress, takenBy: signature.takenBy },
    receipts: { service: serviceOf(gateway), linkId: credentials.ok ? (credentials.value?.linkId ?? '') : '', secretKept: credentials.ok && credentials.value !== null },
  });
}

function serviceOf({ apiUrl, test }: Settings['gateway']): SettingsView['receipts']['service'] {
  if (apiUrl === NONE) return 'none';
  if (isSimulated(apiUrl)) return 'simulated';
  return test ? 'test' : 'production';
}

/** With what an act that others must ask for takes. */
export type AskedChange = SettingsChange & Permission;

/** Judged, laid on the disk, journalled, put in place, and the counter opened with it: in that order. */
export async function changeSettings({ home, mover, log }: ProgramUse, { reason, approvalId, ...change }: AskedChange): Promise<Result<null>> {
  const { place, app } = mover.at();
  if (place === null) return refuse('program.no-shop');
  const dir = home.folder(place);
  const before = readSettings(dir, place);
  if (!before.ok) return before;
  const changed = changedBy(before.value, change, readCredentials(dir));
  if (!changed.ok) return changed;
  const { settings, credentials } = changed.value;
  const given = { reason, approvalId };
  const secretReplaced = credentials !== null;
  const was = recordOf(change.section, before.value);
  const is = recordOf(change.section, settings);
  if (JSON.stringify(was) === JSON.stringify(is) && !secretReplaced) return DONE;
  const unsaid = needsPrintingReason(before.value, settings, given);
  if (unsaid !== null) return unsaid;
  return mover.again(async () => {
    const laid = saved(log, () => layBeside(dir, settings, credentials));
    if (!laid.ok) return laid;
    const allowed = await mayChangePrinting(app, { before: before.value, after: settings }, given);
    const durable = allowed.ok ? await app.record({ kind: 'settings.changed', payload: { section: change.section, before: was, after: is, secretReplaced } }, allowed.value) : allowed;
    if (durable.ok) return saved(log, () => putInPlace(dir));
    takeAway(dir);
    return durable;
  });
}

type Changed = { readonly settings: Settings; readonly credentials: GatewayCredentials | null };

function changedBy(before: Settings, change: SettingsChange, known: Result<GatewayCredentials | null>): Result<Changed> {
  switch (change.section) {
    case 'shop': {
      const wrong = SHOP_FIELDS.find((field) => shopProblem(field, change.shop[field]) !== null);
      if (wrong !== undefined) return refuse('setup.incomplete', wrong);
      const { name, businessNumber, representative, address, phone, counterNumber } = change.shop;
      const shop = { name: name.trim(), businessNumber: digitsOf(businessNumber), representative: representative.trim(), address: address.trim(), phone: phone.trim(), counterNumber: Number(counterNumber) };
      return ok({ settings: { ...before, shop }, credentials: null });
    }
    case 'tax': {
      const { vatType, mandatorySector } = change;
      const tax = vatType === before.tax.vatType ? before.tax : { vatType, showVat: vatType === 'general' };
      return ok({ settings: { ...before, tax, cashReceipt: { ...before.cashReceipt, mandatorySector } }, credentials: null });
    }
    case 'printer':
    case 'backup-printer': {
      const { address, columns } = change;
      if (address !== NONE && !parseDeviceAddress(address).ok && !(before.mode === 'practice' && isSimulated(address))) return refuse('printer.address-invalid', address);
      if (address === NONE && before.mode === 'practice' && change.section === 'printer') return refuse('printer.address-invalid', address);
      // The same machine twice is no second one.
      const other = change.section === 'printer' ? before.backupPrinter : before.printer;
      if (address !== NONE && !isSimulated(address) && address === other.address) return refuse('printer.address-invalid', address);
      return ok({ settings: { ...before, [change.section === 'printer' ? 'printer' : 'backupPrinter']: { address, columns } }, credentials: null });
    }
    case 'slip':
      return ok({ settings: { ...before, slip: { copies: change.copies, use: change.use } }, credentials: null });
    case 'terminal':
      return terminalChanged(before, change);
    case 'signature': {
      const signed = signatureChanged(before, change);
      return signed.ok ? ok({ settings: signed.value, credentials: null }) : signed;
    }
    case 'receipts':
      return receiptsChanged(before, change, known);
  }
}

/** Held against the file's own rules; a shop's terminal is never a simulated one. */
function terminalChanged(before: Settings, { family, address, receiptWay, numberOn = before.cashReceipt.numberOn }: Extract<SettingsChange, { section: 'terminal' }>): Result<Changed> {
  const given = { ...before.terminal, family, address: family === 'none' ? NONE : address };
  const parsed = (before.mode === 'practice' ? practiceTerminal : shopTerminal).safeParse(given);
  const cashReceipt = { ...before.cashReceipt, way: family === 'none' ? ('gateway' as const) : receiptWay, numberOn };
  return parsed.success ? ok({ settings: { ...before, terminal: parsed.data, cashReceipt }, credentials: null }) : refuse('terminal.address-invalid', address);
}

/** In practice the real service is refused here too, and by the file's own rules, and by its type. */
function receiptsChanged(before: Settings, change: Extract<SettingsChange, { section: 'receipts' }>, known: Result<GatewayCredentials | null>): Result<Changed> {
  const { service, linkId, secretKey } = change;
  if (before.mode === 'practice') return refuse('people.forbidden', 'practice');
  const settings: Settings = { ...before, gateway: { ...before.gateway, ...gatewayOf(service) } };
  if (service === 'none') return ok({ settings, credentials: null });
  const kept = known.ok ? known.value : null;
  if (linkIdProblem(linkId) !== null) return refuse('setup.incomplete', 'linkId');
  if (secretKey === '') return kept === null || kept.linkId !== linkId ? refuse('setup.incomplete', 'secretKey') : ok({ settings, credentials: null });
  return secretProblem(secretKey) === null ? ok({ settings, credentials: { linkId, secretKey } }) : refuse('setup.incomplete', 'secretKey');
}
