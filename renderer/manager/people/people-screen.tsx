import { useState } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Pane, Panes, Title } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { catalogueWords } from '../../words/catalogue.ts';
import { useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { setupWords } from '../../words/setup.ts';
import { staffWords } from '../../words/staff.ts';
import { RoomHead } from '../room.tsx';
import { PeopleSection } from './people-section.tsx';
import { RightsTable } from './rights-table.tsx';
import { RulesFields } from './rules-fields.tsx';
import type { EditedRules } from './use-staff.ts';
import { useRules, useStaff } from './use-staff.ts';

const SECTIONS = ['people', 'rights', 'rules'] as const;
type Section = (typeof SECTIONS)[number];

/** Who works here, what each of them may, and the rules they keep to. Rights and rules are an owner's. */
export function PeopleScreen({ view, onLeave }: { readonly view: CounterView; readonly onLeave: () => void }) {
  const words = useWords(staffWords);
  const { loading } = useWords(managerWords);
  const sections: readonly Section[] = view.signedIn?.role === 'owner' ? SECTIONS : ['people'];
  const [section, setSection] = useState<Section>('people');
  const staff = useStaff(view);
  const rules = useRules(staff);
  const step = (by: 1 | -1) => setSection(sections[(sections.indexOf(section) + by + sections.length) % sections.length] ?? 'people');
  useKeyLayer('screen', {
    keys: { Escape: rules.changed ? rules.revert : onLeave, PageDown: named(words.keys.section, () => step(1)), PageUp: named(words.keys.section, () => step(-1)) },
    onEnter: () => void rules.save(),
  });
  return (
    <Panes columns="grid-cols-[18rem_minmax(0,1fr)]" testId="screen-people">
      <Pane tone="surface" label={words.title} className="gap-2 border-r border-line px-5 py-4">
        <div className="flex min-h-13 items-center">
          <Title>{words.title}</Title>
        </div>
        <nav aria-label={words.title} className="flex flex-col gap-2 pt-2">
          {sections.map((each) => (
            <Button key={each} size="large" kind={each === section ? 'chosen' : 'quiet'} pressed={each === section} onPress={() => setSection(each)} testId={`people-${each}`} className="justify-start! text-[1.125rem]">
              {words.sections[each]}
            </Button>
          ))}
        </nav>
        <p className="mt-auto text-[0.875rem] text-ink-3">{words.recorded}</p>
      </Pane>
      <Pane label={words.sections[section]}>
        <div className="px-9 pt-4">
          <RoomHead title={words.sections[section]} escElsewhere={rules.changed} onLeave={onLeave} />
          <p className="mt-1 text-ink-2">{words.hint[section]}</p>
        </div>
        {staff.refusal === null ? null : (
          <div className="px-9 py-4">
            <Trouble code={staff.refusal.code} detail={staff.refusal.detail} testId="people-refused" />
          </div>
        )}
        {staff.list === null ? staff.refusal === null ? <p className="px-9 py-4 text-ink-2">{loading}</p> : null : section === 'people' ? <PeopleSection view={view} list={staff.list} onChanged={staff.again} /> : <RulesSection section={section} rules={rules} />}
      </Pane>
    </Panes>
  );
}

function RulesSection({ section, rules }: { readonly section: 'rights' | 'rules'; readonly rules: EditedRules }) {
  if (rules.rules === null) return null;
  return (
    <>
      <div tabIndex={0} className="relative flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-9 pt-4 pb-7 fade-end -outline-offset-2!" data-testid={`people-open-${section}`}>
        {section === 'rights' ? <RightsTable rules={rules.rules} onChange={rules.edit} /> : <RulesFields rules={rules.rules} onChange={rules.edit} />}
      </div>
      <SaveLine rules={rules} />
    </>
  );
}

function SaveLine({ rules: { changed, state, save, revert } }: { readonly rules: EditedRules }) {
  const words = useWords(staffWords);
  const catalogue = useWords(catalogueWords);
  const { saving } = useWords(setupWords).settings;
  const said = state === 'saved' && !changed ? words.saved : '';
  return (
    <footer className="flex flex-none items-center gap-4 border-t border-line px-9 py-4">
      <Button kind="primary" size="large" disabled={!changed || state === 'busy'} onPress={() => void save()} keyHint="Enter" testId="people-save" className="min-w-56">
        {state === 'busy' ? saving : words.save}
      </Button>
      {changed ? (
        <Button kind="quiet" size="large" disabled={state === 'busy'} onPress={revert} keyHint="Esc" testId="people-revert">
          {catalogue.revert}
        </Button>
      ) : null}
      {said === '' ? null : (
        <p className="flex items-center gap-2 text-lg font-semibold text-ok" data-testid="people-saved">
          <CheckIcon />
          {said}
        </p>
      )}
      <Live>{said}</Live>
    </footer>
  );
}
