import type { CounterView } from '../../contract/views.ts';
import type { SettingsSection } from '../../domain/shop.ts';
import { RoomHead } from '../manager/room.tsx';
import { Button } from '../ui/button.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { Live } from '../ui/live.tsx';
import { Pane, Panes, Title } from '../ui/screen.tsx';
import { catalogueWords } from '../words/catalogue.ts';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';
import { useProgram } from './program-context.ts';
import { SectionFields } from './settings-parts.tsx';
import type { SettingsRoom } from './use-settings.ts';
import { SECTIONS, useSettings } from './use-settings.ts';

/** What was set up, a section at a time: seen, changed, in force at once, and written down with who did it. */
export function SettingsScreen({ view, onLeave }: { readonly view: CounterView; readonly onLeave: () => void }) {
  const words = useWords(setupWords);
  const program = useProgram();
  const room = useSettings(view);
  const { section, show, now, settings, changed, save } = room;
  const step = (by: 1 | -1) => show(SECTIONS[(SECTIONS.indexOf(section) + by + SECTIONS.length) % SECTIONS.length] ?? 'shop');
  useKeyLayer('screen', {
    keys: { Escape: changed ? () => show(section) : onLeave, PageDown: named(words.keys.section, () => step(1)), PageUp: named(words.keys.section, () => step(-1)) },
    onEnter: () => void save(),
  });
  return (
    <Panes columns="grid-cols-[18rem_minmax(0,1fr)]" testId="screen-settings">
      <Pane tone="surface" label={words.settings.title} className="gap-2 border-r border-line px-5 py-4">
        <div className="flex min-h-13 items-center">
          <Title>{words.settings.title}</Title>
        </div>
        <Sections section={section} onShow={show} />
        <p className="mt-auto text-[0.875rem] text-ink-3">{words.settings.recorded}</p>
      </Pane>
      <Pane label={words.settings.sections[section]}>
        <div className="px-9 pt-4">
          <RoomHead title={words.settings.sections[section]} escElsewhere={changed} onLeave={onLeave} />
        </div>
        {now === null || settings === null || program === null ? null : (
          <>
            <div className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-9 py-5" data-testid={`settings-open-${section}`}>
              <SectionFields key={section} section={section} settings={settings} program={program} now={now} terminal={view.status.terminal} pad={view.status.pad} changed={changed} asked={room.asked} onChange={room.edit} />
            </div>
            <SaveLine room={room} />
          </>
        )}
      </Pane>
    </Panes>
  );
}

function Sections({ section, onShow }: { readonly section: SettingsSection; readonly onShow: (section: SettingsSection) => void }) {
  const words = useWords(setupWords).settings;
  return (
    <nav aria-label={words.title} className="flex flex-col gap-2 pt-2">
      {SECTIONS.map((each) => (
        <Button key={each} size="large" kind={each === section ? 'chosen' : 'quiet'} pressed={each === section} onPress={() => onShow(each)} testId={`settings-${each}`} className="justify-start! text-[1.125rem]">
          {words.sections[each]}
        </Button>
      ))}
    </nav>
  );
}

function SaveLine({ room: { section, show, changed, state, save } }: { readonly room: SettingsRoom }) {
  const words = useWords(setupWords).settings;
  const { revert } = useWords(catalogueWords);
  const said = state === 'saved' ? words.saved : '';
  return (
    <footer className="flex flex-none items-center gap-4 border-t border-line px-9 py-4">
      <Button kind="primary" size="large" disabled={!changed || state === 'busy'} onPress={() => void save()} keyHint="Enter" testId="settings-save" className="min-w-56">
        {state === 'busy' ? words.saving : words.save}
      </Button>
      {changed ? (
        <Button kind="quiet" size="large" disabled={state === 'busy'} onPress={() => show(section)} keyHint="Esc" testId="settings-revert">
          {revert}
        </Button>
      ) : null}
      {said === '' ? null : (
        <p className="flex items-center gap-2 text-lg font-semibold text-ok" data-testid="settings-saved">
          <CheckIcon />
          {said}
        </p>
      )}
      <Live>{said}</Live>
    </footer>
  );
}
