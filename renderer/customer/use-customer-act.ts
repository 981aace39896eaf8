import { useCallback, useRef, useState } from 'react';
import type { CallName, CallRequest } from '../../contract/calls.ts';
import { useClient } from '../bridge.ts';

export type CustomerAct = {
  /** Sends one answer; a second touch while the first is under way is no second answer. Resolves to whether it was taken. */
  readonly act: <N extends CallName>(name: N, req: CallRequest<N>) => Promise<boolean>;
  readonly busy: boolean;
};

/** A customer's answer. She is told when it did not arrive; why is the cashier's business. */
export function useCustomerAct(onFailed: (failed: boolean) => void): CustomerAct {
  const client = useClient();
  const underWay = useRef(false);
  const [busy, setBusy] = useState(false);
  const act = useCallback(
    async <N extends CallName>(name: N, req: CallRequest<N>) => {
      if (underWay.current) return false;
      underWay.current = true;
      setBusy(true);
      onFailed(false);
      const result = await client.call(name, req);
      underWay.current = false;
      setBusy(false);
      if (!result.ok) onFailed(true);
      return result.ok;
    },
    [client, onFailed],
  );
  return { act, busy };
}
