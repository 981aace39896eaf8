import type { ComponentType } from 'react';
import type { Late } from '../late.ts';
import { useLate } from '../late.ts';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';
import { Button } from './button.tsx';
import { BackIcon } from './icons.tsx';
import { useKeyLayer } from './keys.ts';
import { Trouble } from './trouble.tsx';

/** A screen that comes later, drawn at once where it is here already; `onLeave` is the way out while it is not. */
export function LatePart<Props extends object>({ late, props, onLeave }: { readonly late: Late<ComponentType<Props>>; readonly props: Props; readonly onLeave: () => void }) {
  const standing = useLate(late);
  if (standing.at !== 'here') return <NotHere detail={standing.at === 'failed' ? standing.detail : null} onLeave={onLeave} />;
  const Part = standing.part;
  return <Part {...props} />;
}

/** Empty for the moment it takes to read a file of the program; in words when that file cannot be had. */
function NotHere({ detail, onLeave }: { readonly detail: string | null; readonly onLeave: () => void }) {
  const words = useWords(commonWords);
  useKeyLayer('screen', { keys: { Escape: onLeave } });
  return (
    <main className="grid flex-1 place-content-center p-8" data-testid="part-coming" aria-busy={detail === null}>
      {detail === null ? null : (
        <div className="flex w-[52rem] max-w-full flex-col gap-5" role="alert">
          <Trouble code="program.part-missing" detail={detail} size="large" testId="part-failed" />
          <Button size="large" onPress={onLeave} keyHint="Esc" testId="leave-room" className="self-start">
            <BackIcon />
            {words.back}
          </Button>
        </div>
      )}
    </main>
  );
}
