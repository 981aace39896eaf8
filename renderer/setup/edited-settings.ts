/** A section of the settings being changed: what is shown of it, and what saving it would say. */
import type { SettingsChange, SettingsView } from '../../contract/program.ts';
import { groupIdentifier } from '../../domain/cash-receipt/identifier.ts';
import { linkIdProblem, secretProblem, SHOP_FIELDS, shopProblem } from '../../domain/setup.ts';
import type { PrinterDraft, ShopDraft, TaxDraft } from '../../domain/setup.ts';
import type { SettingsSection } from '../../domain/shop.ts';
import { unreachable } from '../../domain/unreachable.ts';

/** The secret is what was typed now; the one that is kept never comes here. */
export type Credentials = { readonly service: 'production' | 'test'; readonly linkId: string; readonly secret: string };
export type Edited = { readonly shop: ShopDraft; readonly tax: TaxDraft; readonly printer: PrinterDraft; readonly receipts: Credentials & { readonly connected: boolean } };

const NO_PRINTER = 'none';

export function editedOf({ shop, tax, printer, receipts }: SettingsView): Edited {
  return {
    shop: { ...shop, businessNumber: groupIdentifier('business-number', shop.businessNumber), counterNumber: String(shop.counterNumber) },
    tax,
    printer: { choice: printer.address === NO_PRINTER ? 'none' : 'printer', address: printer.address === NO_PRINTER ? '' : printer.address, columns: printer.columns, tried: false },
    receipts: { connected: receipts.service === 'test' || receipts.service === 'production', service: receipts.service === 'test' ? 'test' : 'production', linkId: receipts.linkId, secret: '' },
  };
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
    case 'printer': {
      const { choice, address, columns } = now.printer;
      if (choice === null || (choice === 'printer' && address === '')) return null;
      return { section, address: choice === 'none' ? NO_PRINTER : address, columns };
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
