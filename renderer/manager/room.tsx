import type { CounterView } from '../../contract/views.ts';
import type { HowScanned } from '../cashier/scanner.ts';
import { Button } from '../ui/button.tsx';
import { BackIcon } from '../ui/icons.tsx';
import { Title } from '../ui/screen.tsx';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';

/** Tells the window what a room does with a scan, and how it was read where that is known; null when the room is left. */
export type TakeScans = (take: ((code: string, how: HowScanned | null) => void) | null) => void;
export type RoomProps = { readonly view: CounterView; readonly onLeave: () => void };

/** `escElsewhere`: while Esc does something else first, it is not drawn on the way out. */
export type RoomHeadProps = { readonly title: string; readonly aside?: string; readonly escElsewhere?: boolean; readonly onLeave: () => void };

/** The top line of every room: what it is, and the way out in the same corner. */
export function RoomHead({ title, aside, escElsewhere = false, onLeave }: RoomHeadProps) {
  const words = useWords(commonWords);
  return (
    <header className="flex min-h-13 flex-none items-center gap-3">
      <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
        <Title>{title}</Title>
        {aside === undefined ? null : <span className="num text-ink-2 max-[76rem]:sr-only">{aside}</span>}
      </div>
      <Button kind="quiet" onPress={onLeave} keyHint={escElsewhere ? undefined : 'Esc'} testId="leave-room" className="-mr-2 ml-auto whitespace-nowrap">
        <BackIcon />
        {words.back}
      </Button>
    </header>
  );
}
