import { useEffect, useState } from 'react';
import { useClient } from '../../bridge.ts';
import { Pane } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { useFormat, useWords } from '../../words/language.tsx';

/** The slip as the printer has it: decoded from the same bytes. `version` changes when there is a newer copy. */
export function SlipPicture({ saleId, saleNumber, version }: { readonly saleId: string; readonly saleNumber: number; readonly version: number }) {
  const words = useWords(cashierWords).done;
  const format = useFormat();
  const client = useClient();
  const [png, setPng] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void client.call('slip.picture', { saleId }).then((result) => {
      if (!gone && result.ok) setPng(result.res.pngBase64);
    });
    return () => {
      gone = true;
    };
  }, [client, saleId, version]);
  return (
    <Pane tone="sunk" label={words.picture} className="overflow-y-auto overscroll-contain border-l border-line p-5">
      {png === null ? (
        <p className="m-auto text-ink-2">{words.pictureWait}</p>
      ) : (
        <img
          src={`data:image/png;base64,${png}`}
          alt={words.pictureAlt(format.saleNumber(saleNumber))}
          className="mx-auto block h-auto w-full max-w-[21rem] bg-[#fdfcf8] p-2"
          data-testid="slip-picture"
        />
      )}
    </Pane>
  );
}
