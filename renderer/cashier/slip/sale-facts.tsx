import type { CallAnswer } from '../../../contract/calls.ts';
import type { CounterView } from '../../../contract/views.ts';
import { groupIdentifier } from '../../../domain/cash-receipt/identifier.ts';
import { commonWords } from '../../words/common.ts';
import type { Format } from '../../words/format.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { ReprintWords } from '../../words/reprint.ts';
import { reprintWords } from '../../words/reprint.ts';

type Sale = CallAnswer<'history.sale'>;
type Fact = { readonly key: string; readonly label: string; readonly value: string; readonly strong?: boolean };

/** What a slip must say, as it is recorded: to be read, shown, or copied by hand. */
export function SaleFacts({ sale, shop }: { readonly sale: Sale; readonly shop: CounterView['shop'] }) {
  const words = useWords(reprintWords).record;
  const common = useWords(commonWords);
  const format = useFormat();
  const receipt = sale.cashReceipts.findLast(({ approvalNumber }) => approvalNumber !== null) ?? sale.cashReceipts.at(-1) ?? null;
  const rows: readonly Fact[] = [
    { key: 'shop', label: words.shop, value: shop.name },
    { key: 'business', label: words.businessNumber, value: groupIdentifier('business-number', shop.businessNumber) },
    { key: 'sale', label: words.sale, value: format.saleNumber(sale.row.saleNumber) },
    { key: 'when', label: words.when, value: format.dayTime(sale.row.paidAt) },
    { key: 'total', label: words.total, value: format.won(sale.row.totalWon), strong: true },
    ...taxFacts(sale, words, format),
    ...paymentFacts(sale, words, format),
    ...(receipt === null ? [] : [{ key: 'receipt', label: words.receipt, value: [common.receiptState[receipt.state], receipt.approvalNumber].filter((part) => part !== null).join(' ') }]),
  ];
  return (
    <dl className="num grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 rounded-card border border-line bg-paper px-5 py-4" data-testid="sale-facts">
      {rows.map(({ key, label, value, strong }) => (
        <div key={key} className="contents">
          <dt className="text-[0.9375rem] leading-7 text-ink-2">{label}</dt>
          <dd className={strong === true ? 'm-0 text-right text-[1.625rem] leading-tight font-[750] tracking-[-0.02em]' : 'm-0 text-right leading-7 font-[650] break-words'} data-testid={`fact-of-${key}`}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function taxFacts({ payment: { breakdown } }: Sale, words: ReprintWords['record'], format: Format): readonly Fact[] {
  const { supplyWon, vatWon, taxFreeWon } = breakdown;
  return [
    ...(supplyWon === 0 ? [] : [{ key: 'supply', label: words.supply, value: format.won(supplyWon) }]),
    ...(vatWon === 0 ? [] : [{ key: 'vat', label: words.vat, value: format.won(vatWon) }]),
    ...(taxFreeWon === 0 ? [] : [{ key: 'tax-free', label: words.taxFree, value: format.won(taxFreeWon) }]),
  ];
}

function paymentFacts({ payment }: Sale, words: ReprintWords['record'], format: Format): readonly Fact[] {
  const cards = payment.cards.flatMap(({ partId, amountWon, issuer, maskedNumber, installmentMonths, approvalNumber }): Fact[] => [
    { key: partId, label: words.card(issuer), value: format.won(amountWon) },
    { key: `${partId}-number`, label: words.cardNumber, value: maskedNumber },
    ...(installmentMonths < 2 ? [] : [{ key: `${partId}-months`, label: words.installments, value: words.months(format.number(installmentMonths)) }]),
    { key: `${partId}-approval`, label: words.approval, value: approvalNumber, strong: true },
  ]);
  return payment.cashWon === 0 ? cards : [{ key: 'cash', label: words.cash, value: format.won(payment.cashWon) }, ...cards];
}
