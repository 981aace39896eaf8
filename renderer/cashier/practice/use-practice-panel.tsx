import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { useSteady } from '../../ui/steady.ts';
import { useWords } from '../../words/language.tsx';
import { practiceWords } from '../../words/practice.ts';
import { PracticePanel } from './practice-panel.tsx';

/** Opened from wherever she is, also while the terminal is waited for. Null in a shop, and before anyone has signed in. */
export function usePracticePanel(view: CounterView): { readonly open: (() => void) | null; readonly panel: ReactNode } {
  const words = useWords(practiceWords);
  const [isOpen, setOpen] = useState(false);
  const may = view.mode === 'practice' && view.signedIn !== null && view.trouble === null;
  const open = useSteady(() => setOpen(true));
  useKeyLayer('app', { keys: may ? { Insert: named(words.menu, open) } : {} });
  return { open: may ? open : null, panel: may && isOpen ? <PracticePanel onClose={() => setOpen(false)} /> : null };
}
