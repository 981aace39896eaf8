import { useState } from 'react';
import type { StaffList, StaffMember } from '../../../contract/people.ts';
import type { CounterView } from '../../../contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { Dot } from '../../ui/dot.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { staffWords } from '../../words/staff.ts';
import { FirstPinDialog } from './first-pin-dialog.tsx';
import { PersonSheet } from './person-sheet.tsx';

export type PeopleSectionProps = { readonly view: CounterView; readonly list: StaffList; readonly onChanged: () => void };

type Open = { readonly what: 'nothing' } | { readonly what: 'person'; readonly userId: string | null } | { readonly what: 'first-pin'; readonly name: string; readonly pin: string };

/** Those who work here, then those who no longer do. */
export function PeopleSection({ view, list, onChanged }: PeopleSectionProps) {
  const words = useWords(staffWords);
  const [open, setOpen] = useState<Open>({ what: 'nothing' });
  const close = () => setOpen({ what: 'nothing' });
  const people = [...list.people.filter(({ active }) => active), ...list.people.filter(({ active }) => !active)];
  const person = open.what === 'person' ? (people.find(({ userId }) => userId === open.userId) ?? null) : null;
  const onFirstPin = (name: string, pin: string) => {
    onChanged();
    setOpen({ what: 'first-pin', name, pin });
  };
  const onSaved = () => {
    onChanged();
    close();
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 px-9 py-4">
      <Button kind="primary" onPress={() => setOpen({ what: 'person', userId: null })} testId="person-add" className="self-start">
        {words.add}
      </Button>
      <ul aria-label={words.sections.people} className="min-h-0 flex-1 overflow-y-auto rounded-card border border-line bg-surface" data-testid="people-list">
        {people.map((each) => (
          <li key={each.userId}>
            <PersonRow person={each} here={each.userId === view.signedIn?.userId} chosen={person?.userId === each.userId} onPress={() => setOpen({ what: 'person', userId: each.userId })} />
          </li>
        ))}
      </ul>
      {open.what === 'person' ? <PersonSheet view={view} person={person} onSaved={onSaved} onFirstPin={onFirstPin} onClose={close} /> : null}
      {open.what === 'first-pin' ? <FirstPinDialog name={open.name} pin={open.pin} onClose={close} /> : null}
    </div>
  );
}

function PersonRow({ person, here, chosen, onPress }: { readonly person: StaffMember; readonly here: boolean; readonly chosen: boolean; readonly onPress: () => void }) {
  const words = useWords(staffWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { active, mustChangePin } = person;
  const state = !active ? words.state.gone : mustChangePin ? words.state.mustChange : here ? words.state.here : words.state.active;
  return (
    <ListRow onPress={onPress} chosen={chosen} columns="grid-cols-[minmax(0,1fr)_8rem_auto]" testId={`staff-${person.userId}`}>
      <span className="min-w-0">
        <b className={active ? 'block truncate text-[1.1875rem] font-semibold' : 'block truncate text-[1.1875rem] font-semibold text-ink-3'}>{person.name}</b>
        <span className="text-[0.9375rem] text-ink-2">{words.since(format.day(person.addedAt))}</span>
      </span>
      <span className="text-ink-2">{common.role[person.role]}</span>
      <span className="flex min-w-56 items-center justify-end gap-2 text-[0.9375rem] text-ink-2">
        <Dot state={!active ? 'checking' : mustChangePin ? 'warning' : 'ok'} />
        {state}
      </span>
    </ListRow>
  );
}
