import { useCallback, useEffect, useState } from 'react';
import type { PeopleRulesView, StaffList } from '../../../contract/people.ts';
import type { CounterView } from '../../../contract/views.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { useAct } from '../../ui/act.ts';
import { useUnsaved } from '../../ui/unsaved.ts';

export type Staff = { readonly list: StaffList | null; readonly refusal: CallRefusal | null; readonly again: () => void };

/** Asked for again after every change of one's own, and whenever those who can sign in are others. */
export function useStaff(view: CounterView): Staff {
  const client = useClient();
  const [list, setList] = useState<StaffList | null>(null);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const [asked, setAsked] = useState(0);
  const known = JSON.stringify(view.users);
  useEffect(() => {
    let current = true;
    void client.call('people.staff', {}).then((result) => {
      if (!current) return;
      setRefusal(result.ok ? null : result);
      if (result.ok) setList(result.res);
    });
    return () => {
      current = false;
    };
  }, [client, asked, known]);
  const again = useCallback(() => setAsked((before) => before + 1), []);
  return { list, refusal, again };
}

export type EditedRules = {
  readonly rules: PeopleRulesView | null;
  readonly changed: boolean;
  readonly state: 'idle' | 'busy' | 'saved';
  readonly edit: (rules: PeopleRulesView) => void;
  readonly revert: () => void;
  readonly save: () => Promise<void>;
};

/** The owner's rules while they are being changed: both pages of them are saved together. */
export function useRules({ list, again }: Staff): EditedRules {
  const act = useAct();
  const [edited, setEdited] = useState<PeopleRulesView | null>(null);
  const [state, setState] = useState<EditedRules['state']>('idle');
  const kept = list?.rules ?? null;
  const changed = edited !== null && JSON.stringify(edited) !== JSON.stringify(kept);
  useUnsaved(changed);
  return {
    rules: edited ?? kept,
    changed,
    state,
    edit: (rules) => {
      setState('idle');
      setEdited(rules);
    },
    revert: () => setEdited(null),
    save: async () => {
      if (!changed || state === 'busy') return;
      setState('busy');
      const result = await act('people.setRules', { rules: edited });
      setState(result.ok ? 'saved' : 'idle');
      if (result.ok) again();
    },
  };
}
