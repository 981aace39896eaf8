import { Radio, RadioGroup } from 'react-aria-components';
import { Kbd } from '../../ui/kbd.tsx';
import { useWords } from '../../words/language.tsx';
import type { PracticeWords } from '../../words/practice.ts';
import { practiceWords } from '../../words/practice.ts';
import type { Group } from './groups.ts';

/** Each with what will be seen at the counter; by touch, by digit or by arrow. */
export function Behaviours({ group, row, onRow }: { readonly group: Group; readonly row: number; readonly onRow: (row: number) => void }) {
  const words = useWords(practiceWords);
  return (
    <RadioGroup aria-label={words.chooseKey} value={String(row)} onChange={(chosen) => onRow(Number(chosen))} className="grid gap-1" data-testid="practice-behaviours">
      {titledOf(group, words).map(({ id, title, meaning }, index) => (
        <Radio
          key={id}
          value={String(index)}
          className="flex min-h-12 cursor-default items-center gap-3 rounded-control border border-transparent px-3 py-0.5 data-pressed:bg-sunk data-selected:border-accent data-selected:bg-accent-soft"
          data-testid={`practice-${id}`}
        >
          <span className="min-w-0 flex-1 leading-tight">
            <b className="block font-[650]">{title}</b>
            <span className="text-[0.875rem] text-ink-2">{meaning}</span>
          </span>
          <Kbd>{String(index + 1)}</Kbd>
        </Radio>
      ))}
    </RadioGroup>
  );
}

function titledOf(group: Group, words: PracticeWords): readonly { readonly id: string; readonly title: string; readonly meaning: string }[] {
  return group.device === 'terminal' ? group.behaviours.map((id) => ({ id, ...words.terminal[id] })) : group.behaviours.map((id) => ({ id, ...words.pad[id] }));
}
