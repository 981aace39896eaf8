import { useEffect, useState } from 'react';
import { useClient } from '../../bridge.ts';
import { Paper } from '../../ui/paper.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { useFormat, useWords } from '../../words/language.tsx';

/** The slip as the printer has it: decoded from the same bytes. Give it another `key` when there is a newer copy. */
export function SlipPicture({ saleId, saleNumber }: { readonly saleId: string; readonly saleNumber: number }) {
  const words = useWords(cashierWords).done;
  const format = useFormat();
  const client = useClient();
  const [png, setPng] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    const load = async () => {
      const result = await client.call('slip.picture', { saleId });
      if (!gone && result.ok) setPng(result.res.pngBase64);
    };
    void load();
    return () => {
      gone = true;
    };
  }, [client, saleId]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be within reach of the keyboard
    <section aria-label={words.picture} tabIndex={0} className="flex min-h-0 flex-1 flex-col overflow-y-auto overscroll-contain">
      {png === null ? (
        <p className="m-auto text-ink-2">{words.pictureWait}</p>
      ) : (
        <Paper pngBase64={png} label={words.pictureAlt(format.saleNumber(saleNumber))} className="mx-auto block h-auto w-full max-w-[21rem] bg-white p-2" testId="slip-picture" />
      )}
    </section>
  );
}
