import { useRef, useState } from 'react';

export type Once = { readonly busy: boolean; readonly once: (act: () => Promise<unknown>) => void };

/** A button pressed twice asks once: the second press finds the first still on its way. */
export function useOnce(): Once {
  const [busy, setBusy] = useState(false);
  const under = useRef(false);
  const run = async (act: () => Promise<unknown>) => {
    if (under.current) return;
    under.current = true;
    setBusy(true);
    await act();
    under.current = false;
    setBusy(false);
  };
  return { busy, once: (act) => void run(act) };
}
