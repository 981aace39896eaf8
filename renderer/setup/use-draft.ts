import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProgramView } from '../../contract/program.ts';
import type { SetupDraft } from '../../domain/setup.ts';
import { useAct } from '../ui/act.ts';

/** A pause in the typing; what was typed before it is on the disk after it. */
const SAVE_AFTER_MS = 200;

export type Draft = {
  readonly draft: SetupDraft;
  readonly change: (change: Partial<SetupDraft>) => void;
  /** Saved before it answers. */
  readonly flush: () => Promise<boolean>;
};

/** The draft as it is typed here; main keeps it, so that a reload or a power cut begin where she stopped. */
export function useDraft(program: ProgramView): Draft {
  const act = useAct();
  const [draft, setDraft] = useState<SetupDraft>(program.draft);
  const newest = useRef(draft);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const unsaved = useRef(false);
  const flush = useCallback(async () => {
    clearTimeout(timer.current);
    if (!unsaved.current) return true;
    unsaved.current = false;
    const saved = await act('setup.save', { draft: newest.current });
    unsaved.current ||= !saved.ok;
    return saved.ok;
  }, [act]);
  const change = useCallback(
    (part: Partial<SetupDraft>) => {
      newest.current = { ...newest.current, ...part };
      unsaved.current = true;
      setDraft(newest.current);
      clearTimeout(timer.current);
      if (part.step !== undefined) void flush();
      else timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS);
    },
    [flush],
  );
  useEffect(() => () => void flush(), [flush]);
  return { draft, change, flush };
}
