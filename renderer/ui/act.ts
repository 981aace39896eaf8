import { createContext, use, useCallback } from 'react';
import type { CallName, CallRequest } from '../../contract/calls.ts';
import type { CallRefusal, CallResult } from '../bridge.ts';
import { useClient } from '../bridge.ts';

/** Where an expected "no" becomes words on the screen. */
export const RefusalContext = createContext<(refusal: CallRefusal) => void>(() => undefined);

export type Act = <N extends CallName>(name: N, req: CallRequest<N>) => Promise<CallResult<N>>;

/** A call whose refusal is shown to the cashier; the result is for what the screen does next. */
export function useAct(): Act {
  const client = useClient();
  const onRefusal = use(RefusalContext);
  return useCallback(
    async (name, req) => {
      const result = await client.call(name, req);
      if (!result.ok) onRefusal(result);
      return result;
    },
    [client, onRefusal],
  );
}
