import { useState } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import type { FailureCode } from '../../../domain/failure.ts';
import { useClient } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { named } from '../../ui/keys.ts';
import { Keypad } from '../../ui/keypad.tsx';
import { MAX_PIN, MIN_PIN, PinDots } from '../../ui/pin-dots.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useWords } from '../../words/language.tsx';
import { staffWords } from '../../words/staff.ts';
import { ApproverList } from '../approval/approver-list.tsx';
import { PinChange } from './pin-change.tsx';

/** Somebody else takes the place, without the way over the door: her name, her PIN, and her own basket is there. */
export function SwitchDialog({ view, onClose }: { readonly view: CounterView; readonly onClose: () => void }) {
  const words = useWords(staffWords).switch;
  const { people: peopleLabel } = useWords(staffWords).sections;
  const signIn = useWords(cashierWords).signIn;
  const common = useWords(commonWords);
  const keyWords = useWords(keyMapWords);
  const { people, person, choose, walk, pin, type, erase, busy, refusal, ready, go, first, closeFirst } = useSwitch(view, onClose);
  const typed = (character: string) => {
    if (/^\d$/.test(character) && !busy) type(character);
    return true;
  };
  const keys = { Backspace: erase, ArrowUp: named(keyWords.acts.person, () => walk(-1)), ArrowDown: named(keyWords.acts.person, () => walk(1)) };
  if (first !== null && person !== null) return <PinChange userId={person.userId} name={person.name} given={first} onDone={onClose} onClose={closeFirst} />;
  const hasBasket = view.sale.stage === 'basket' && view.sale.lines.length > 0;
  return (
    <Dialog kind="wide" title={words.title} onClose={onClose} testId="switch-dialog" keys={keys} onTyped={typed} onEnter={() => void go()}>
      <div className="grid grid-cols-[minmax(0,1fr)_22rem] gap-7 cramped:grid-cols-1">
        <div className="flex min-w-0 flex-col gap-4">
          <p className="text-ink-2">{words.hint(hasBasket)}</p>
          {person === null ? null : <ApproverList label={peopleLabel} people={people} chosen={person.userId} onChoose={choose} testId="switch-to" />}
          {refusal === null ? null : <Trouble code={refusal} tone={refusal === 'people.pin-wrong' ? 'warn' : 'bad'} testId="switch-refused" />}
        </div>
        <div className="flex flex-col gap-3">
          <PinDots label={signIn.pinFor(person?.name ?? '')} count={pin.length} said={pin.length === 0 ? '' : signIn.typed(pin.length)} testId="switch-pin" />
          <Keypad onDigits={type} onBackspace={erase} backspaceLabel={common.erase} disabled={busy || person === null}>
            <Button kind="primary" size="large" disabled={!ready} onPress={() => void go()} testId="switch-do">
              {busy ? signIn.signingIn : pin.length < MIN_PIN ? signIn.needPin : words.do(person?.name ?? '')}
            </Button>
          </Keypad>
        </div>
      </div>
    </Dialog>
  );
}

function useSwitch(view: CounterView, onClose: () => void) {
  const client = useClient();
  const people = view.users.filter(({ userId }) => userId !== view.signedIn?.userId);
  const [chosen, setChosen] = useState<string | null>(null);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<FailureCode | null>(null);
  /** The PIN somebody else has given her, while she chooses her own. */
  const [first, setFirst] = useState<string | null>(null);
  const person = people.find(({ userId }) => userId === chosen) ?? people[0] ?? null;
  const ready = person !== null && pin.length >= MIN_PIN && !busy;
  const choose = (userId: string) => {
    setChosen(userId);
    setPin('');
    setRefusal(null);
  };
  const walk = (by: number) => {
    const next = people[Math.max(0, Math.min(people.length - 1, people.findIndex((each) => each === person) + by))];
    if (next !== undefined) choose(next.userId);
  };
  const go = async () => {
    if (!ready) return;
    setBusy(true);
    const result = await client.call('people.signIn', { userId: person.userId, pin });
    setBusy(false);
    setPin('');
    if (result.ok) onClose();
    else if (result.code === 'people.pin-change-needed') setFirst(pin);
    else setRefusal(result.code);
  };
  const type = (digits: string) => {
    setRefusal(null);
    setPin((before) => (before + digits).slice(0, MAX_PIN));
  };
  return { people, person, choose, walk, pin, type, erase: () => setPin((before) => before.slice(0, -1)), busy, refusal, ready, go, first, closeFirst: () => setFirst(null) };
}
