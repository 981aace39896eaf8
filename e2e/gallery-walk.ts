/** The way through the gallery: every scene of a window, and the rooms and states behind them. */
import { expect } from 'playwright/test';
import { keyTaken, type Gallery, type Look } from './gallery.ts';

/** What is to be touched is there, or never will be. */
const TOUCH_LIMIT_MS = 30_000;

/** What is reached from a scene by keys, or by touching what is named after `#`: more states of the same screens, and the rooms behind them. */
const FURTHER: Readonly<Record<string, { readonly scene: string; readonly keys: readonly string[]; readonly shows: string }>> = {
  'setup-shop': { scene: 'welcome', keys: ['2'], shows: 'screen-setup' },
  'setup-shop-missing': { scene: 'welcome', keys: ['2', 'Enter', 'Enter'], shows: 'screen-setup' },
  'setup-shop-wrong': { scene: 'setup-shop-wrong', keys: ['2'], shows: 'screen-setup' },
  'setup-tax': { scene: 'setup-tax', keys: ['2', 'Enter'], shows: 'screen-setup' },
  'setup-printer': { scene: 'setup-printer', keys: ['2'], shows: 'printer-search' },
  'setup-printer-found': { scene: 'setup-printer-found', keys: ['2'], shows: 'printers-found' },
  'setup-printer-tried': { scene: 'setup-printer-found', keys: ['2', '#printer-test', '#printer-did-not-come'], shows: 'printer-advice' },
  'setup-receipts': { scene: 'setup-receipts', keys: ['2'], shows: 'screen-setup' },
  'setup-owner': { scene: 'setup-owner', keys: ['2', '1', '1', '1', '1'], shows: 'screen-setup' },
  'setup-review': { scene: 'setup-review', keys: ['2'], shows: 'review' },
  'settings-shop': { scene: 'shop-in-use', keys: ['F10', '#menu-settings'], shows: 'settings-open-shop' },
  'settings-tax': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-tax'], shows: 'settings-open-tax' },
  'settings-printer': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-printer'], shows: 'settings-open-printer' },
  'settings-backup-printer': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-backup-printer'], shows: 'settings-open-backup-printer' },
  'settings-slip': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-slip'], shows: 'settings-open-slip' },
  'settings-slip-off': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-slip', '#slip-copies-0'], shows: 'slip-off' },
  'settings-slip-why': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-slip', '#slip-copies-0', 'Enter'], shows: 'reason-dialog' },
  'settings-slip-yes': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-slip', '#slip-copies-0', 'Enter', '2'], shows: 'approval-dialog' },
  'settings-terminal': { scene: 'manager', keys: ['F10', '#menu-settings', '#settings-terminal', 'F7'], shows: 'settings-open-terminal' },
  'settings-terminal-none': { scene: 'shop-new', keys: ['F10', '#menu-settings', '#settings-terminal'], shows: 'settings-open-terminal' },
  'settings-terminal-wrong': { scene: 'manager', keys: ['F10', '#menu-settings', '#settings-terminal', '1', 'Enter'], shows: 'settings-open-terminal' },
  'settings-signature': { scene: 'manager', keys: ['F10', '#menu-settings', '#settings-signature'], shows: 'pad-port-found' },
  'settings-signature-wrong': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-signature', '4', '#pad-port', 'x', 'Enter'], shows: 'settings-open-signature' },
  'settings-signature-display': { scene: 'manager', keys: ['F10', '#menu-settings', '#settings-signature', '2'], shows: 'settings-open-signature' },
  'settings-signature-none': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-signature', '1'], shows: 'settings-open-signature' },
  'settings-receipts': { scene: 'shop-in-use', keys: ['F10', '#menu-settings', '#settings-receipts'], shows: 'settings-open-receipts' },
  menu: { scene: 'basket', keys: ['F10'], shows: 'menu' },
  'menu-manager': { scene: 'manager', keys: ['F10'], shows: 'menu-ledger' },
  keys: { scene: 'basket', keys: ['F1'], shows: 'key-map' },
  cash: { scene: 'basket', keys: ['F8'], shows: 'screen-cash' },
  'cash-enough': { scene: 'basket', keys: ['F8', 'F8'], shows: 'screen-cash' },
  'receipt-typing': { scene: 'receipt-open', keys: ['1', '2', '3', '4'], shows: 'number-typed' },
  'receipt-business': { scene: 'receipt-open', keys: ['2', '1', '2', '4'], shows: 'number-typed' },
  'receipt-none': { scene: 'receipt-open', keys: ['0'], shows: 'screen-receipt' },
  'room-coming': { scene: 'room-coming', keys: ['F3'], shows: 'part-coming' },
  'room-failed': { scene: 'room-failed', keys: ['F3'], shows: 'part-failed' },
  history: { scene: 'idle', keys: ['F3'], shows: 'screen-history' },
  'history-found': { scene: 'idle', keys: ['F3', '5', '2', '5', '0', '0'], shows: 'row-matched' },
  'history-by-hand': { scene: 'idle', keys: ['F3', '#history-row-402'], shows: 'receipt-by-hand' },
  'history-none': { scene: 'idle', keys: ['F3', '9', '9', '9', '9', '9'], shows: 'history-none' },
  'history-filters': { scene: 'idle', keys: ['F3', 'F4', '#days-week'], shows: 'filter-sheet' },
  'history-filtered': { scene: 'idle', keys: ['F3', '#history-open-cases', 'F4', '#days-week', 'Enter'], shows: 'filter-only' },
  fact: { scene: 'idle', keys: ['F3', '#print-again'], shows: 'fact-dialog' },
  'fact-differs': { scene: 'idle', keys: ['F3', '#print-again', 'ArrowDown', '9', 'Enter'], shows: 'fact-refused' },
  'fact-approval': { scene: 'idle', keys: ['F3', '#print-again', '5', '2', 'Enter'], shows: 'approval-dialog' },
  'not-out': { scene: 'done-print-failed', keys: ['F9'], shows: 'not-out' },
  'not-out-query': { scene: 'done-print-failed', keys: ['F9', '2'], shows: 'not-out-query-meaning' },
  'not-out-other': { scene: 'done-print-failed', keys: ['F9', '3'], shows: 'not-out-print' },
  'not-out-write': { scene: 'done-card', keys: ['F9', '4'], shows: 'not-out-written' },
  'not-out-history': { scene: 'basket-trouble', keys: ['F3', '#open-not-out'], shows: 'not-out' },
  'slips-none': { scene: 'idle', keys: ['F10', 'F4'], shows: 'slips-none' },
  'slips-marked': { scene: 'cards-open', keys: ['F10', 'F4', 'Space', 'ArrowDown', 'ArrowDown', 'Space'], shows: 'slip-says' },
  'slips-by-hand': { scene: 'cards-open', keys: ['#status-slips', 'ArrowDown'], shows: 'by-hand' },
  'slips-collect': { scene: 'cards-open', keys: ['F10', 'F4', 'F6', 'Enter'], shows: 'collect-dialog' },
  'slips-write-off': { scene: 'cards-open', keys: ['F10', 'F4', 'F9', 'ArrowDown'], shows: 'write-off-dialog' },
  'slips-write-off-asked': { scene: 'cards-open', keys: ['F10', 'F4', 'F9', 'ArrowDown', 'Enter'], shows: 'approval-dialog' },
  'slips-to-hand-in': { scene: 'cards-open', keys: ['F10', 'F4', 'ArrowRight'], shows: 'slip-says' },
  'slips-hand-in': { scene: 'cards-open', keys: ['F10', 'F4', 'ArrowRight', 'F6', 'Enter', 'Enter'], shows: 'hand-in-dialog' },
  'slips-ended': { scene: 'cards-open', keys: ['F10', 'F4', 'ArrowLeft', 'ArrowDown'], shows: 'slips-more' },
  'slips-many': { scene: 'cards-many', keys: ['F10', 'F4', 'F6', 'PageDown'], shows: 'slip-says' },
  'slips-unread': { scene: 'cards-unread', keys: ['F10', 'F4'], shows: 'slips-refused' },
  'strays-none': { scene: 'idle', keys: ['F10', 'F5'], shows: 'strays-none' },
  strays: { scene: 'cards-notice', keys: ['#notice-look'], shows: 'stray-says' },
  'strays-foreign': { scene: 'cards-open', keys: ['#status-strays', 'ArrowDown'], shows: 'stray-says' },
  'strays-cancel': { scene: 'cards-open', keys: ['F10', 'F5', 'Enter'], shows: 'stray-cancel-dialog' },
  'strays-cancelling': { scene: 'cards-open', keys: ['F10', 'F5', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'], shows: 'stray-cancelling' },
  'strays-not-done': { scene: 'cards-open', keys: ['F10', 'F5', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown'], shows: 'stray-trouble' },
  'strays-settle': { scene: 'cards-open', keys: ['F10', 'F5', 'ArrowDown', 'ArrowDown', 'Enter', '3'], shows: 'settle-dialog' },
  'correct-what': { scene: 'idle', keys: ['F3', '#history-row-402', '#correct-receipt'], shows: 'screen-correct-receipt' },
  'correct-number': { scene: 'idle', keys: ['F3', '#history-row-402', '#correct-receipt', '1', '9', '8', '7'], shows: 'number-typed' },
  'correct-kind': { scene: 'idle', keys: ['F3', '#history-row-402', '#correct-receipt', '2', '1', '2', '4', '8', '1', '0', '0', '9', '9', '8', 'Enter'], shows: 'read-back-number' },
  'correct-customer': { scene: 'idle', keys: ['F3', '#history-row-402', '#correct-receipt', '1', 'F6'], shows: 'receipt-take-back' },
  timeline: { scene: 'idle', keys: ['F3', '#open-timeline', 'ArrowDown', 'ArrowDown'], shows: 'timeline' },
  'timeline-money': { scene: 'idle', keys: ['F3', '#open-timeline', 'ArrowRight', 'ArrowRight'], shows: 'timeline' },
  'timeline-none': { scene: 'idle', keys: ['F3', '#open-timeline', 'ArrowLeft'], shows: 'timeline-none' },
  'ledger-prints': { scene: 'manager', keys: ['F10', '#menu-ledger', 'ArrowRight', 'ArrowDown'], shows: 'ledger-list' },
  'ledger-person': { scene: 'manager', keys: ['F10', '#menu-ledger', 'F6', 'F6'], shows: 'ledger-list' },
  'ledger-none': { scene: 'manager', keys: ['F10', '#menu-ledger', 'F6', 'F6', 'F7'], shows: 'ledger-none' },
  'ledger-cancels': { scene: 'manager', keys: ['F10', '#menu-ledger', 'F4', 'ArrowDown'], shows: 'cancel-next' },
  'ledger-cancels-failed': { scene: 'manager', keys: ['F10', '#menu-ledger', 'F4', 'ArrowDown', 'ArrowDown'], shows: 'cancel-go-on' },
  'ledger-counts': { scene: 'manager', keys: ['F10', '#menu-ledger', 'F4', 'F4'], shows: 'counts-table' },
  'refund-choose': { scene: 'idle', keys: ['F3', 'ArrowDown', 'F8', 'F6'], shows: 'screen-refund-choose' },
  'refund-choose-part': { scene: 'idle', keys: ['F3', 'ArrowDown', 'F8', 'F4', 'ArrowDown', '1'], shows: 'refund-how' },
  'refund-choose-none': { scene: 'idle', keys: ['F3', 'ArrowDown', 'F8', 'F4'], shows: 'missing' },
  'refund-choose-own-reason': { scene: 'idle', keys: ['F3', 'ArrowDown', 'F8', '#reason-other'], shows: 'missing' },
  'refund-waive': { scene: 'refund-rest', keys: ['#refund-waive'], shows: 'refund-waive-dialog' },
  'refund-unknown-approval': { scene: 'refund-unknown', keys: ['#evidence-van-site', '#verdict-approved'], shows: 'missing' },
  'exchange-choose': { scene: 'idle', keys: ['F3', 'ArrowDown', 'F8', '#want-exchange', 'F6'], shows: 'exchange-how' },
  'exchange-leave': { scene: 'exchange-due', keys: ['#sale-abandon'], shows: 'abandon-dialog' },
  close: { scene: 'idle', keys: ['F10', '#menu-close'], shows: 'screen-close' },
  'close-confirm': { scene: 'idle', keys: ['F10', '#menu-close', '5', 'F9'], shows: 'screen-close-confirm' },
  'close-over': { scene: 'idle', keys: ['F10', '#menu-close', '2', '6', 'F9', 'F9'], shows: 'reason-dialog' },
  'close-over-yes': { scene: 'idle', keys: ['F10', '#menu-close', '2', '6', 'F9', 'F9', '3'], shows: 'approval-dialog' },
  closed: { scene: 'idle', keys: ['F10', '#menu-close', '5', 'F9', 'F9'], shows: 'screen-closed' },
  status: { scene: 'idle', keys: ['F10', '#menu-status'], shows: 'screen-status' },
  'status-drawer': { scene: 'idle', keys: ['F12', 'ArrowDown'], shows: 'screen-status' },
  'status-gateway': { scene: 'all-cut', keys: ['F12', 'ArrowRight', 'F7'], shows: 'screen-status' },
  'status-terminal': { scene: 'idle', keys: ['F12', 'ArrowDown', 'ArrowDown', 'F7'], shows: 'screen-status' },
  'status-terminal-cut': { scene: 'all-cut', keys: ['#status-terminal', 'F7'], shows: 'screen-status' },
  'status-terminal-none': { scene: 'shop-new', keys: ['F12', 'ArrowDown', 'ArrowDown'], shows: 'screen-status' },
  'status-display': { scene: 'all-cut', keys: ['#status-display'], shows: 'screen-status' },
  'status-journal': { scene: 'all-cut', keys: ['#status-journal'], shows: 'screen-status' },
  'status-scanner': { scene: 'idle', keys: ['F12', 'ArrowDown', 'ArrowRight'], shows: 'screen-status' },
  'status-pad': { scene: 'idle', keys: ['F12', 'ArrowDown', 'ArrowRight', 'ArrowDown'], shows: 'screen-status' },
  'status-pad-test': { scene: 'pad-test', keys: ['F12', 'ArrowDown', 'ArrowRight', 'ArrowDown'], shows: 'signature-live' },
  'status-pad-cut': { scene: 'pad-cut', keys: ['F12'], shows: 'device-trouble' },
  'status-cut': { scene: 'all-cut', keys: ['F12'], shows: 'screen-status' },
  practice: { scene: 'basket', keys: ['Insert'], shows: 'practice-books' },
  'practice-lost': { scene: 'basket', keys: ['Insert', 'ArrowRight', '9'], shows: 'practice-memory' },
  'practice-line': { scene: 'basket', keys: ['Insert', '#practice-group-terminal-line'], shows: 'practice-dead' },
  'practice-odd': { scene: 'basket', keys: ['F10', '#menu-practice', '#practice-group-terminal-odd'], shows: 'practice-keyed-sale' },
  'practice-pad': { scene: 'basket', keys: ['Insert', '#practice-group-pad-pad'], shows: 'practice-books' },
  meter: { scene: 'manager', keys: ['F10', '#menu-meter'], shows: 'screen-meter' },
  'meter-time': { scene: 'manager', keys: ['F10', '#menu-meter', '#measure-receiptMs'], shows: 'screen-meter' },
  previous: { scene: 'basket', keys: ['F7'], shows: 'screen-history' },
  'status-trouble': { scene: 'basket-trouble', keys: ['F10', '#menu-status'], shows: 'screen-status' },
  products: { scene: 'products-manager', keys: ['F10', '#menu-products'], shows: 'screen-products' },
  'product-open': { scene: 'products-manager', keys: ['F10', '#menu-products', 'ArrowDown'], shows: 'product-form' },
  'product-new': { scene: 'products-photo', keys: ['F10', '#menu-products', 'F4'], shows: 'photo-add' },
  'product-photo-removed': { scene: 'products-photo', keys: ['F10', '#menu-products', 'ArrowDown', '#photo-remove'], shows: 'photo-back' },
  'keys-arranged': { scene: 'products-manager', keys: ['F10', '#menu-products', 'F9'], shows: 'key-places' },
  'import-begin': { scene: 'products-manager', keys: ['F10', '#menu-products', 'F6'], shows: 'import-drop' },
  'import-applying-room': { scene: 'import-applying', keys: ['F10', '#menu-products'], shows: 'import-under-way' },
  'import-ready-room': { scene: 'import-ready', keys: ['F10', '#menu-products'], shows: 'import-samples' },
  'import-mapping-room': { scene: 'import-mapping', keys: ['F10', '#menu-products'], shows: 'import-mapping-needed' },
  'import-failed-room': { scene: 'import-failed', keys: ['F10', '#menu-products'], shows: 'import-failed' },
  'import-done-room': { scene: 'import-done', keys: ['F10', '#menu-products'], shows: 'import-done' },
  'menu-owner': { scene: 'owner', keys: ['F10'], shows: 'menu' },
  'line-price': { scene: 'basket', keys: ['ArrowUp', 'Enter', 'ArrowRight', 'ArrowRight', '3', '0', '0', '0'], shows: 'new-price-typed' },
  reason: { scene: 'basket', keys: ['F5', '5', '0', '0', '0', 'Enter'], shows: 'reason-dialog' },
  approval: { scene: 'basket', keys: ['F5', '5', '0', '0', '0', 'Enter', '2'], shows: 'approval-dialog' },
  'approval-refused': { scene: 'basket', keys: ['F5', '5', '0', '0', '0', 'Enter', '2', '0', '0', '0', '0', '0', 'Enter'], shows: 'approval-refused' },
  'approval-drawer': { scene: 'idle', keys: ['F10', '#menu-drawer', '1', '5', '6'], shows: 'approval-dialog' },
  switch: { scene: 'basket', keys: ['F11', '5', '6'], shows: 'switch-dialog' },
  'pin-change': { scene: 'idle', keys: ['F10', '#menu-pin', '1', '2', '3', '4', 'Enter', '1', '2', '3', '4'], shows: 'pin-change' },
  people: { scene: 'owner', keys: ['F10', '#menu-people'], shows: 'people-list' },
  'people-person': { scene: 'owner', keys: ['F10', '#menu-people', '#staff-practice-cashier'], shows: 'person-sheet' },
  'people-add': { scene: 'owner', keys: ['F10', '#menu-people', '#person-add'], shows: 'person-sheet' },
  'people-first-pin': { scene: 'owner', keys: ['F10', '#menu-people', '#staff-practice-cashier', '#person-new-pin'], shows: 'first-pin-dialog' },
  'people-rights': { scene: 'owner', keys: ['F10', '#menu-people', '#people-rights', '#right-cashier-reprint-older'], shows: 'rights-table' },
  'people-rules': { scene: 'owner', keys: ['F10', '#menu-people', '#people-rules'], shows: 'people-open-rules' },
  acts: { scene: 'manager', keys: ['F10', '#menu-acts'], shows: 'acts-table' },
  found: { scene: 'idle', keys: ['F2', 'm', 'l'], shows: 'search-results' },
  'found-none': { scene: 'idle', keys: ['F2', 'u'], shows: 'no-product' },
};

/** What other rooms begin from, and nothing of their own to see: the sale as it always is. */
const BEGINNINGS: ReadonlySet<string> = new Set(['shop-in-use', 'products-manager', 'products-photo', 'import-applying', 'import-ready', 'import-mapping', 'import-failed', 'import-done']);

/** A beginning of the name of what is reached from it is seen there. */
const isSeenFurther = (window: Look['window'], name: string): boolean => window === 'cashier' && (BEGINNINGS.has(name) || Object.hasOwn(FURTHER, name));

/** One of several parts of the way: every `of`-th scene, or every `of`-th of those whose name begins with one of `only`. */
export type Part = { readonly part: number; readonly of: number; readonly only?: readonly string[] };

/** Shows every scene of a window, and what is reached from it, one after the other. */
export async function eachScene(gallery: Gallery, window: Look['window'], look: Pick<Look, 'lang' | 'theme'>, judge: (name: string) => Promise<void>, { part, of, only = [''] }: Part = { part: 1, of: 1 }): Promise<void> {
  const mine = (_: unknown, index: number) => index % of === part - 1;
  const wanted = (name: string) => only.some((begin) => name.startsWith(begin));
  for (const scene of gallery.scenes[window].filter((name) => wanted(name) && !isSeenFurther(window, name)).filter(mine)) {
    await gallery.show({ window, scene, ...look });
    await judge(scene);
  }
  if (window === 'customer') return;
  for (const [name, { scene, keys, shows }] of Object.entries(FURTHER).filter(([name]) => wanted(name)).filter(mine)) {
    await gallery.show({ window, scene, ...look });
    for (const key of keys) {
      if (key.startsWith('#')) await gallery.page.getByTestId(key.slice(1)).click({ timeout: TOUCH_LIMIT_MS });
      else await gallery.page.keyboard.press(key);
      await keyTaken(gallery.page);
    }
    await expect(gallery.page.getByTestId(shows).first()).toBeVisible({ timeout: TOUCH_LIMIT_MS });
    await judge(name);
  }
}
