import { createContext, use } from 'react';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { useWords } from '../../words/language.tsx';
import { practiceWords } from '../../words/practice.ts';

/** Opens the practice panel; null where there is nothing to practise with. */
export const PracticeContext = createContext<(() => void) | null>(null);

/** Where the terminal is asked and waited for, the way to what it does. Nothing in a shop. */
export function PracticeKey({ className }: { readonly className?: string }) {
  const words = useWords(practiceWords);
  const open = use(PracticeContext);
  if (open === null) return null;
  return (
    <Button kind="quiet" size="small" onPress={open} keyHint="Insert" testId="open-practice" className={cx('-ml-4 self-start', className)}>
      {words.menu}
    </Button>
  );
}
