import type { PeopleRulesView } from '../../../contract/people.ts';
import { Choices } from '../../setup/choices.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words/language.tsx';
import { staffWords } from '../../words/staff.ts';

export type RulesFieldsProps = { readonly rules: PeopleRulesView; readonly onChange: (rules: PeopleRulesView) => void };

const MINUTES = [0, 1, 3, 5, 10, 30] as const;

/** One person or several, and when a counter nobody touches signs out. */
export function RulesFields({ rules, onChange }: RulesFieldsProps) {
  const words = useWords(staffWords);
  const { idleMinutes, onePerson } = rules;
  // Whatever a file may hold, what stands is shown.
  const minutes = MINUTES.some((each) => each === idleMinutes) ? MINUTES : [...MINUTES, idleMinutes].toSorted((a, b) => a - b);
  return (
    <div className="flex w-[44rem] max-w-full flex-col gap-7">
      <section className="flex flex-col gap-2.5">
        <h2 className="text-[1.1875rem] font-[700]">{words.shopKind}</h2>
        <Choices
          label={words.shopKind}
          value={onePerson ? 'one' : 'several'}
          choices={[
            { id: 'several', title: words.severalPeople, meaning: words.severalPeopleMeaning, testId: 'rules-several' },
            { id: 'one', title: words.onePerson, meaning: words.onePersonMeaning, testId: 'rules-one' },
          ]}
          onChange={(kind) => onChange({ ...rules, onePerson: kind === 'one' })}
        />
      </section>
      <section className="flex flex-col gap-2.5">
        <h2 className="text-[1.1875rem] font-[700]">{words.idle}</h2>
        <p className="text-ink-2">{words.idleMeaning}</p>
        <Segments
          label={words.idle}
          value={String(idleMinutes)}
          options={minutes.map((each) => ({ id: String(each), content: each === 0 ? words.idleNever : words.minutes(each), testId: `idle-${each}` }))}
          onChange={(chosen) => onChange({ ...rules, idleMinutes: Number(chosen) })}
        />
      </section>
    </div>
  );
}
