/** The slip this shop will hand out, while it is being set up: made by the rules that make the real one. */
import { taxClassAtSale } from '../../domain/tax.ts';
import type { VatType } from '../../domain/tax.ts';
import { addProduct, EMPTY_CART, totalsOf } from '../../domain/cart.ts';
import type { Cart } from '../../domain/cart.ts';
import { digitsOf } from '../../domain/cash-receipt/identifier.ts';
import type { SlipBlock } from '../../domain/slip/document.ts';
import { saleSlip } from '../../domain/slip/receipt.ts';
import type { ShopDraft } from '../../domain/setup.ts';
import { groupWon } from '../../domain/won.ts';
import { cx } from '../ui/cx.ts';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';

export type SlipPaperProps = { readonly shop: ShopDraft; readonly vatType: VatType | null; readonly now: string };

const GOODS = [
  { productId: 'p1', barcode: '', name: '우리밀 식빵', priceWon: 4_200, taxClass: 'taxable', category: '' },
  { productId: 'p2', barcode: '', name: '산골 달걀 15구', priceWon: 6_900, taxClass: 'exempt', category: '' },
] as const;

export function SlipPaper({ shop, vatType, now }: SlipPaperProps) {
  const words = useWords(setupWords).frame;
  return (
    <figure className="flex min-h-0 flex-col gap-2" data-testid="slip-paper">
      <figcaption className="flex items-baseline justify-between gap-2 text-[0.9375rem]">
        <b className="font-semibold text-ink-2">{words.paper}</b>
        <span className="text-ink-3">{words.paperHint}</span>
      </figcaption>
      <div lang="ko" className="num flex min-h-0 flex-col gap-0.5 overflow-hidden rounded-t-[0.25rem] bg-[#ffffff] px-4.5 pt-5 pb-6 text-[0.8125rem] leading-snug text-[#17181a] shadow-[0_0_0_0.0625rem_var(--line)]">
        {blocksOf(shop, vatType, now).map((block, index) => (
          <Block key={`${index}-${block.kind}`} block={block} />
        ))}
      </div>
    </figure>
  );
}

function blocksOf(shop: ShopDraft, vatType: VatType | null, now: string): readonly SlipBlock[] {
  const fields = setupWords.ko.shop.fields;
  const or = (text: string, empty: string) => (text.trim() === '' ? empty : text.trim());
  const cart = sampleCart(vatType ?? 'general');
  const totals = totalsOf(cart);
  const { totalWon } = totals.breakdown;
  return saleSlip({
    shop: {
      name: or(shop.name, fields.name),
      businessNumber: or(digitsOf(shop.businessNumber), '0000000000'),
      representative: or(shop.representative, '—'),
      address: or(shop.address, fields.address),
      phone: or(shop.phone, '—'),
      counterNumber: Number(shop.counterNumber) || 1,
    },
    practice: false,
    copyKind: 'customer',
    saleNumber: 1,
    payment: { cart, totals, receivedWon: 12_000, changeWon: 12_000 - totalWon, paidAt: now, mandatory: false },
    cashReceipt: null,
  }).blocks;
}

function sampleCart(vatType: VatType): Cart {
  return GOODS.reduce((cart, product, index) => {
    const added = addProduct(cart, { ...product, taxClass: taxClassAtSale({ vatType, showVat: vatType === 'general' }, product.taxClass) }, 1, `l${index}`);
    return added.ok ? added.cart : cart;
  }, EMPTY_CART);
}

function Block({ block }: { readonly block: SlipBlock }) {
  switch (block.kind) {
    case 'text':
      return <p className={cx('break-words', block.align === 'center' && 'text-center', block.bold === true && 'font-bold', (block.size === 'large' || block.size === 'tall') && 'py-0.5 text-[1.125rem] font-bold')}>{block.text}</p>;
    case 'pair':
      return (
        <p className={cx('flex justify-between gap-3', block.bold === true && 'py-0.5 text-[1.0625rem] font-bold')}>
          <span>{block.label}</span>
          <span>{block.value}</span>
        </p>
      );
    case 'item':
      return (
        <p className="grid grid-cols-[minmax(0,1fr)_3.25rem_1.75rem_3.5rem] gap-1 text-right">
          <span className="text-left">{block.name}</span>
          <span>{groupWon(block.unitPriceWon)}</span>
          <span>{block.quantity}</span>
          <span>{groupWon(block.amountWon)}</span>
        </p>
      );
    case 'item-heading':
      return (
        <p className="grid grid-cols-[minmax(0,1fr)_3.25rem_1.75rem_3.5rem] gap-1 text-right">
          <span className="text-left">{block.name}</span>
          <span>{block.unitPrice}</span>
          <span>{block.quantity}</span>
          <span>{block.amount}</span>
        </p>
      );
    case 'rule':
      return <hr className={cx('my-1 w-full border-0 border-t border-[#17181a]', block.style === 'single' ? 'border-dashed opacity-50' : '')} />;
    case 'blank':
    case 'signature':
    case 'raster':
      return null;
  }
}
