import { Radio, RadioGroup } from 'react-aria-components';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import type { PeopleHere } from './people-context.ts';

export type ApproverListProps = { readonly label: string; readonly people: PeopleHere['users']; readonly chosen: string; readonly onChoose: (userId: string) => void; readonly testId: string };

/** One of several people, in a dialog that asks for her PIN. */
export function ApproverList({ label, people, chosen, onChoose, testId }: ApproverListProps) {
  const common = useWords(commonWords);
  return (
    <RadioGroup aria-label={label} value={chosen} onChange={onChoose} className="flex max-h-70 flex-col gap-2 overflow-y-auto p-0.5">
      <span aria-hidden="true" className="text-[0.9375rem] text-ink-2">
        {label}
      </span>
      {people.map((person) => (
        <Radio
          key={person.userId}
          value={person.userId}
          className="flex min-h-14 flex-none cursor-default items-center gap-3 rounded-card border border-line bg-surface px-4 data-selected:border-accent data-selected:bg-accent-soft data-selected:shadow-[inset_0_0_0_0.0625rem_var(--accent)]"
          data-testid={`${testId}-${person.userId}`}
        >
          <b className="text-[1.1875rem] font-[700]">{person.name}</b>
          <span className="text-ink-2">{common.role[person.role]}</span>
          {person.practicePin === null ? null : <span className="num ml-auto rounded-full bg-warn-soft px-3 py-1 text-[0.875rem] font-semibold text-warn">{person.practicePin}</span>}
        </Radio>
      ))}
    </RadioGroup>
  );
}
