import { useEffect, useState } from 'react';
import type { SettingsView } from '../../contract/program.ts';
import type { CounterView } from '../../contract/views.ts';
import type { SettingsSection } from '../../domain/shop.ts';
import { useClient } from '../bridge.ts';
import { useSpecialAct } from '../cashier/approval/special-acts.tsx';
import { useAct } from '../ui/act.ts';
import { useUnsaved } from '../ui/unsaved.ts';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';
import type { Edited } from './edited-settings.ts';
import { changeOf, editedOf } from './edited-settings.ts';

export const SECTIONS = ['shop', 'tax', 'printer', 'backup-printer', 'slip', 'terminal', 'signature', 'receipts'] as const satisfies readonly SettingsSection[];

export type SettingsRoom = {
  readonly section: SettingsSection;
  /** Opens a section as it is kept; what was changed and not saved is put back. */
  readonly show: (section: SettingsSection) => void;
  readonly settings: SettingsView | null;
  readonly now: Edited | null;
  readonly changed: boolean;
  readonly edit: (now: Edited) => void;
  /** How often saving was wanted while something could not stand. */
  readonly asked: number;
  readonly state: 'open' | 'busy' | 'saved';
  readonly save: () => Promise<void>;
};

/** The settings as main keeps them, and the section in hand as it is being changed. */
export function useSettings(view: CounterView): SettingsRoom {
  const act = useAct();
  const client = useClient();
  const special = useSpecialAct();
  const sections = useWords(setupWords).settings.sections;
  const [section, setSection] = useState<SettingsSection>('shop');
  const [settings, setSettings] = useState<SettingsView | null>(null);
  const [edited, setEdited] = useState<Edited | null>(null);
  const [asked, setAsked] = useState(0);
  const [state, setState] = useState<SettingsRoom['state']>('open');
  useUnsaved(edited !== null);
  useEffect(() => {
    void act('settings.view', {}).then((result) => {
      if (result.ok) setSettings(result.res);
    });
  }, [act, view.mode]);
  const save = async () => {
    if (state === 'busy' || edited === null) return;
    const change = changeOf(section, edited, settings);
    if (change === null) {
      setAsked((count) => count + 1);
      return;
    }
    setState('busy');
    const result = await special({ saleId: null, what: sections[section] }, (given) => client.call('settings.change', { ...change, ...given }));
    if (!result.ok) {
      setState('open');
      return;
    }
    const kept = await act('settings.view', {});
    if (kept.ok) setSettings(kept.res);
    setEdited(null);
    setState('saved');
  };
  return {
    section,
    show: (next) => {
      setSection(next);
      setEdited(null);
      setAsked(0);
      setState('open');
    },
    settings,
    now: edited ?? (settings === null ? null : editedOf(settings)),
    changed: edited !== null,
    edit: (next) => {
      setState('open');
      setEdited(next);
    },
    asked,
    state,
    save,
  };
}
