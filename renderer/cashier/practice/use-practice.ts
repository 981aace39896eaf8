import { useEffect, useState } from 'react';
import type { CallName, CallRequest } from '../../../contract/calls.ts';
import type { PracticeView } from '../../../contract/practice.ts';
import type { FailureCode } from '../../../domain/failure.ts';
import { useClient } from '../../bridge.ts';

const ASK_EVERY_MS = 1_000;

type PracticeCall = Extract<CallName, `practice.${string}`>;

export type Practice = {
  readonly view: PracticeView | null;
  /** Why there is nothing to choose. */
  readonly failure: FailureCode | null;
  readonly tell: <N extends PracticeCall>(call: N, req: CallRequest<N>) => void;
};

/** The simulators as they stand, asked while the panel is open: a trade changes them without the panel's doing. */
export function usePractice(): Practice {
  const client = useClient();
  const [view, setView] = useState<PracticeView | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  useEffect(() => {
    let current = true;
    let asking = false;
    const ask = async () => {
      if (asking) return;
      asking = true;
      const result = await client.call('practice.view', {});
      asking = false;
      if (!current) return;
      if (result.ok) setView(result.res);
      setFailure(result.ok ? null : result.code);
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_EVERY_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [client]);
  const tell = async <N extends PracticeCall>(call: N, req: CallRequest<N>) => {
    const result = await client.call(call, req);
    if (result.ok) setView(result.res);
    setFailure(result.ok ? null : result.code);
  };
  return { view, failure, tell: (call, req) => void tell(call, req) };
}
