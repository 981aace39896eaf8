/**
 * What the simulated terminal and pad do next, chosen by whoever learns or shows the counter; beside it what the simulated issuer has in
 * its books. It never changes what the counter does: only what the other end of the line says.
 */
import { useState } from 'react';
import { LASTING } from '../../../contract/behaviours.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { named } from '../../ui/keys.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { useWords } from '../../words/language.tsx';
import { practiceWords } from '../../words/practice.ts';
import { Behaviours } from './behaviours.tsx';
import { Books } from './books.tsx';
import type { Group } from './groups.ts';
import { groupsOf, stepped } from './groups.ts';
import { PanelExtras } from './panel-extras.tsx';
import type { Practice } from './use-practice.ts';
import { usePractice } from './use-practice.ts';

export function PracticePanel({ onClose }: { readonly onClose: () => void }) {
  const words = useWords(practiceWords);
  const practice = usePractice();
  const { view, failure } = practice;
  const groups = view === null ? [] : groupsOf(view);
  const [at, setAt] = useState(0);
  const [row, setRow] = useState(0);
  const group = groups[at] ?? groups[0];
  const behaviour = group?.behaviours[row] ?? group?.behaviours[0];
  const show = (index: number) => {
    setAt(index);
    setRow(0);
  };
  const walk = (by: 1 | -1) => group !== undefined && setRow(stepped(group.behaviours.length, row, by));
  const turn = (by: 1 | -1) => show(stepped(groups.length, at, by));
  const behave = (until: 'next' | 'all') => tellBehaviour(practice, group, row, until);
  const usualAgain = () => (['terminal', 'pad'] as const).forEach((device) => view?.[device] != null && practice.tell('practice.forget', { device }));
  const lasting = behaviour !== undefined && LASTING.has(behaviour);
  return (
    <Dialog
      title={words.title}
      kind="wide"
      onClose={onClose}
      testId="practice-panel"
      keys={{
        ArrowUp: () => walk(-1),
        ArrowDown: () => walk(1),
        ArrowLeft: named(words.groupKey, () => turn(-1)),
        ArrowRight: named(words.groupKey, () => turn(1)),
        F4: named(words.usualAgain, usualAgain),
        F9: named(words.forAll, () => behave('all')),
        Insert: named(words.title, onClose),
      }}
      onEnter={() => behave(lasting ? 'all' : 'next')}
      onTyped={(character) => {
        const chosen = /^[1-9]$/.test(character) ? Number(character) - 1 : -1;
        if (group === undefined || chosen < 0 || chosen >= group.behaviours.length) return false;
        setRow(chosen);
        return true;
      }}
    >
      {failure !== null || (view !== null && group === undefined) ? <Trouble code={failure ?? 'practice.no-simulator'} tone="warn" testId="practice-trouble" /> : null}
      {view === null || group === undefined ? null : (
        <>
          <div className="grid min-h-[31rem] grid-cols-[11rem_minmax(0,1fr)_18rem] gap-5 cramped:grid-cols-1">
            <GroupList groups={groups} shown={group} onShow={show} />
            <div className="flex min-w-0 flex-col gap-2">
              <Behaviours group={group} row={row} onRow={setRow} />
              <PanelExtras group={group} lasting={lasting} view={view} practice={practice} />
            </div>
            <Books group={group} view={view} />
          </div>
          <footer className="grid grid-cols-3 gap-2.5">
            <Button onPress={usualAgain} keyHint="F4" testId="practice-usual">
              {words.usualAgain}
            </Button>
            <Button kind={lasting ? 'primary' : 'plain'} onPress={() => behave('all')} keyHint={lasting ? 'Enter' : 'F9'} testId="practice-all">
              {words.forAll}
            </Button>
            <Button kind={lasting ? 'plain' : 'primary'} disabled={lasting} onPress={() => behave('next')} keyHint={lasting ? undefined : 'Enter'} testId="practice-next">
              {words.forNext}
            </Button>
          </footer>
        </>
      )}
    </Dialog>
  );
}

function tellBehaviour(practice: Practice, group: Group | undefined, row: number, until: 'next' | 'all'): void {
  if (group === undefined) return;
  if (group.device === 'terminal') {
    const behaviour = group.behaviours[row];
    if (behaviour !== undefined) practice.tell('practice.behave', { device: 'terminal', behaviour, for: until });
  } else {
    const behaviour = group.behaviours[row];
    if (behaviour !== undefined) practice.tell('practice.behave', { device: 'pad', behaviour, for: until });
  }
}

function GroupList({ groups, shown, onShow }: { readonly groups: readonly Group[]; readonly shown: Group; readonly onShow: (index: number) => void }) {
  const words = useWords(practiceWords);
  return (
    <nav aria-label={words.groupKey} className="flex flex-col gap-1.5">
      {groups.map((each, index) => (
        <div key={`${each.device} ${each.group}`} className="contents">
          {each.device === groups[index - 1]?.device ? null : <h3 className="pt-1 text-[0.9375rem] font-semibold text-ink-2">{words.groupsOf[each.device]}</h3>}
          <Button kind={each === shown ? 'chosen' : 'quiet'} pressed={each === shown} onPress={() => onShow(index)} testId={`practice-group-${each.device}-${each.group}`} className="justify-start! px-3! text-left">
            {each.device === 'terminal' ? words.groups[each.group] : words.padGroups[each.group]}
          </Button>
        </div>
      ))}
    </nav>
  );
}
