import { useEffect, useState } from 'react';
import type { CallAnswer } from '../../../contract/calls.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';

export type SaleDetails = CallAnswer<'history.sale'>;
export type LoadedSale = { readonly saleId: string; readonly details: SaleDetails | null; readonly refusal: CallRefusal | null };

/** One sale in full, fresh after every change; null while the first answer is on its way. */
export function useSale(saleId: string | null, revision: number): LoadedSale | null {
  const client = useClient();
  const [loaded, setLoaded] = useState<LoadedSale | null>(null);
  useEffect(() => {
    if (saleId === null) return;
    let current = true;
    void client.call('history.sale', { saleId }).then((result) => {
      if (!current) return;
      setLoaded(result.ok ? { saleId, details: result.res, refusal: null } : { saleId, details: null, refusal: result });
    });
    return () => {
      current = false;
    };
  }, [client, saleId, revision]);
  return loaded?.saleId === saleId ? loaded : null;
}

export type SlipPicture = { readonly key: string; readonly pngBase64: string | null };

/** `version` names what the picture depends on: another print makes another picture. */
export function useSlipPicture(saleId: string, version: string): SlipPicture | null {
  const client = useClient();
  const [picture, setPicture] = useState<SlipPicture | null>(null);
  const key = `${saleId} ${version}`;
  useEffect(() => {
    let current = true;
    void client.call('slip.picture', { saleId }).then((result) => {
      if (current) setPicture({ key, pngBase64: result.ok ? result.res.pngBase64 : null });
    });
    return () => {
      current = false;
    };
  }, [client, saleId, key]);
  return picture?.key.startsWith(`${saleId} `) === true ? picture : null;
}
