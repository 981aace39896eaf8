/**
 * Makes a shop: settings, credentials, keys, and a journal with its owner, all in a folder without a name that counts; the last step
 * gives it its name. A power cut before that leaves the draft, one after it a whole shop, and nothing between.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { openJournal } from '../../db/journal.ts';
import { fileKeyStore, type KeyProtection } from '../../db/keys.ts';
import { digitsOf } from '../../domain/cash-receipt/identifier.ts';
import { seoulDay } from '../../domain/seoul-time.ts';
import type { SetupDraft } from '../../domain/setup.ts';
import { POPBILL_PRODUCTION, POPBILL_TEST } from '../cash-receipt/popbill/settings.ts';
import type { Ids } from '../counter.ts';
import { hashPin } from '../people/pin.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import { CREDENTIALS_FILE, NONE, SETTINGS_FILE, settingsText, shopSettings, type ShopSettings } from '../settings.ts';
import { syncFolder, writeSynced } from './files.ts';
import type { Home } from './home.ts';

export type NewShop = { readonly draft: SetupDraft; readonly secretKey: string; readonly pin: string };
export type ShopMaker = {
  readonly home: Home;
  readonly protect: KeyProtection | undefined;
  readonly ids: Ids;
  readonly now: () => Date;
  /** Named before each step: drills end the program there. */
  readonly reach?: (step: string) => void;
};

export async function makeShop(maker: ShopMaker, { draft, secretKey, pin }: NewShop): Promise<Result<null>> {
  const { home } = maker;
  const reach = maker.reach ?? (() => undefined);
  const dir = home.unfinishedShop;
  rmSync(dir, { recursive: true, force: true });
  reach('folder');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  reach('settings');
  writeSynced(path.join(dir, SETTINGS_FILE), settingsText(settingsOf(draft)), 0o644);
  reach('credentials');
  if (draft.receipts.choice === 'popbill') writeSynced(path.join(dir, CREDENTIALS_FILE), `${JSON.stringify({ linkId: draft.receipts.linkId, secretKey })}\n`, 0o600);
  reach('journal');
  const written = await firstJournal(maker, draft.ownerName.trim(), pin);
  if (!written.ok) return written;
  reach('name');
  syncFolder(dir);
  renameSync(dir, home.folder('shop'));
  syncFolder(home.dir);
  reach('named');
  return DONE;
}

/** The journal with its first person: nobody could sign in without. */
async function firstJournal({ home, protect, ids, now, reach }: ShopMaker, name: string, pin: string): Promise<Result<null>> {
  const dir = home.unfinishedShop;
  const opened = await openJournal({ path: path.join(dir, 'journal.db'), keys: fileKeyStore(path.join(dir, 'keys'), protect) });
  if (!opened.ok) return refuse(opened.code, opened.detail);
  const { journal } = opened;
  try {
    reach?.('owner');
    const owner = { userId: ids.next('u'), name, role: 'owner' } as const;
    const at = now().toISOString();
    // She chose this PIN herself.
    const added = { userId: owner.userId, pinHash: await hashPin(pin), mustChange: false };
    await journal.appendWithPin([{ kind: 'people.user-added', payload: owner, at, businessDay: seoulDay(at), actor: null, saleId: null }], added);
    reach?.('owner written');
  } finally {
    await journal.close();
  }
  return DONE;
}

export function settingsOf({ shop, tax, printer, receipts }: SetupDraft): ShopSettings {
  return shopSettings({
    mode: 'shop',
    shop: {
      name: shop.name.trim(),
      businessNumber: digitsOf(shop.businessNumber),
      representative: shop.representative.trim(),
      address: shop.address.trim(),
      phone: shop.phone.trim(),
      counterNumber: Number(shop.counterNumber),
    },
    tax: { vatType: tax.vatType ?? 'general' },
    cashReceipt: { mandatorySector: tax.mandatorySector ?? false },
    printer: { address: printer.choice === 'printer' ? printer.address : NONE, columns: printer.columns },
    gateway: gatewayOf(receipts.choice === 'popbill' ? receipts.service : 'none'),
  });
}

export function gatewayOf(service: 'none' | 'test' | 'production'): { authUrl: string; apiUrl: string; test: boolean } {
  if (service === 'none') return { authUrl: NONE, apiUrl: NONE, test: true };
  const { authUrl, serviceUrl } = service === 'production' ? POPBILL_PRODUCTION : POPBILL_TEST;
  return { authUrl, apiUrl: serviceUrl, test: service === 'test' };
}
