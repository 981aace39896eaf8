/** A section of the settings being changed: what is shown of it, and what saving it would say. */
import type { TerminalFamilyName } from '../../contract/devices.ts';
import type { SettingsChange, SettingsView } from '../../contract/program.ts';
import { groupIdentifier } from '../../domain/cash-receipt/identifier.ts';
import { linkIdProblem, secretProblem, SHOP_FIELDS, shopProblem } from '../../domain/setup.ts';
import type { PrinterDraft, ShopDraft, TaxDraft } from '../../domain/setup.ts';
import type { SlipSettings } from '../../domain/slip/policy.ts';
import type { SettingsSection } from '../../domain/shop.ts';
import { unreachable } from '../../domain/unreachable.ts';
import type { PadDraft } from './pad-address.ts';
import { padAddress, padDraft } from './pad-address.ts';
import { terminalAddressOfTyped } from './terminal-address.ts';

/** The secret is what was typed now; the one that is kept never comes here. */
export type Credentials = { readonly service: 'production' | 'test'; readonly linkId: string; readonly secret: string };
export type Edited = { readonly shop: ShopDraft; readonly tax: TaxDraft; readonly printer: PrinterDraft; readonly backupPrinter: PrinterDraft; readonly slip: SlipSettings; readonly terminal: TerminalDraft; readonly signature: PadDraft; readonly receipts: Credentials & { readonly connected: boolean } };

const NONE = 'none';
/** In practice: the simulated one. */
const SIMULATED = 'simulated';

/** `typed` is kept when the mind is changed. */
export type TerminalDraft = { readonly family: TerminalFamilyName; readonly simulated: 'simulated' | 'simulated-serial' | null; readonly typed: string; readonly receiptWay: 'gateway' | 'terminal'; readonly numberOn: 'display' | 'pad'; /** Whether there is a pad at all. */ readonly pad: boolean };

export function editedOf({ shop, tax, printer, backupPrinter, slip, terminal, signature, receipts }: SettingsView): Edited {
  return {
    shop: { ...shop, businessNumber: groupIdentifier('business-number', shop.businessNumber), counterNumber: String(shop.counterNumber) },
    tax,
    printer: printerDraft(printer),
    backupPrinter: printerDraft(backupPrinter),
    slip,
    terminal: terminalDraft(terminal),
    signature: padDraft(signature),
    receipts: { connected: receipts.service === 'test' || receipts.service === 'production', service: receipts.service === 'test' ? 'test' : 'production', linkId: receipts.linkId, secret: '' },
  };
}

function printerDraft({ address, columns }: SettingsView['printer']): PrinterDraft {
  return { choice: address === NONE ? 'none' : 'printer', address: address === NONE ? '' : address, columns, tried: false };
}

function terminalDraft({ family, address, ...kept }: SettingsView['terminal']): TerminalDraft {
  if (address === SIMULATED || address === 'simulated-serial') return { family, simulated: address, typed: '', ...kept };
  return { family, simulated: null, typed: address === NONE ? '' : address, ...kept };
}

/** The address a draft stands for; null: it names no terminal yet. */
export function terminalAddress({ family, simulated, typed }: TerminalDraft): string | null {
  if (family === 'none') return NONE;
  if (simulated !== null) return simulated === 'simulated-serial' && family !== 'kicc-ed721' ? SIMULATED : simulated;
  return terminalAddressOfTyped(family, typed);
}

/** null: something of it cannot stand. */
export function changeOf(section: SettingsSection, now: Edited, settings: SettingsView | null): SettingsChange | null {
  switch (section) {
    case 'shop':
      return SHOP_FIELDS.every((field) => shopProblem(field, now.shop[field]) === null) ? { section, shop: now.shop } : null;
    case 'tax': {
      const { vatType, mandatorySector } = now.tax;
      return vatType === null || mandatorySector === null ? null : { section, vatType, mandatorySector };
    }
    case 'printer':
    case 'backup-printer': {
      const { choice, address, columns } = section === 'printer' ? now.printer : now.backupPrinter;
      if (choice === null || (choice === 'printer' && address === '')) return null;
      return { section, address: choice === 'none' ? NONE : address, columns };
    }
    case 'slip':
      return { section, ...now.slip };
    case 'terminal': {
      const address = terminalAddress(now.terminal);
      return address === null ? null : { section, family: now.terminal.family, address, receiptWay: now.terminal.family === 'none' ? 'gateway' : now.terminal.receiptWay, numberOn: now.terminal.numberOn };
    }
    case 'signature': {
      const address = padAddress(now.signature);
      return address === null ? null : { section, pad: now.signature.pad, address, takenBy: now.signature.takenBy };
    }
    case 'receipts': {
      const { connected, service, linkId, secret } = now.receipts;
      if (!connected) return { section, service: 'none', linkId: '', secretKey: '' };
      const kept = settings?.receipts.secretKept === true && settings.receipts.linkId === linkId;
      if (linkIdProblem(linkId) !== null || (secret === '' ? !kept : secretProblem(secret) !== null)) return null;
      return { section, service, linkId, secretKey: secret };
    }
    default:
      return unreachable(section);
  }
}
