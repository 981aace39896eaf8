import { Paper } from '../../ui/paper.tsx';
import { Pane } from '../../ui/screen.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import type { SaleDetails } from './use-sale.ts';
import { useSlipPicture } from './use-sale.ts';

/** What the picture depends on: another print, or another standing of the receipt on it. */
export function slipVersionOf({ prints, cashReceipts }: Pick<SaleDetails, 'prints' | 'cashReceipts'>): string {
  return `${prints.filter(({ kind }) => kind === 'slip').length} ${cashReceipts.at(-1)?.state ?? ''}`;
}

/** The paper itself, drawn from the bytes that go to the printer. */
export function SlipPane({ saleId, saleNumber, version }: { readonly saleId: string; readonly saleNumber: number; readonly version: string }) {
  const words = useWords(managerWords);
  const format = useFormat();
  const picture = useSlipPicture(saleId, version);
  return (
    <Pane tone="sunk" label={words.sale.slip} className="border-l border-line max-[76rem]:flex-none max-[76rem]:border-t max-[76rem]:border-l-0">
      <div tabIndex={0} role="group" aria-label={words.sale.slip} className="flex min-h-0 flex-1 flex-col overflow-y-auto p-5 -outline-offset-4!" data-testid="slip-pane">
        {picture === null ? (
          <p className="m-auto text-ink-2">{words.loading}</p>
        ) : picture.pngBase64 === null ? (
          <p className="m-auto text-center text-ink-2">{words.sale.slipMissing}</p>
        ) : (
          <Paper pngBase64={picture.pngBase64} label={words.sale.slipAlt(format.saleNumber(saleNumber))} className="mx-auto block h-auto w-full max-w-[22rem] bg-white" testId="slip-picture" />
        )}
      </div>
    </Pane>
  );
}
