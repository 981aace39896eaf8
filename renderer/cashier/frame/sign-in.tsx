import { useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { groupIdentifier } from '../../../domain/cash-receipt/identifier.ts';
import type { CounterView } from '../../../contract/views.ts';
import type { FailureCode } from '../../../domain/failure.ts';
import { useClient } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { useNow } from '../../ui/now.ts';
import { MAX_PIN, MIN_PIN, PinDots } from '../../ui/pin-dots.tsx';
import { Pane, Panes, Title } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { PinChange } from '../people/pin-change.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useFormat, useWords } from '../../words/language.tsx';

/** Who is at the counter, and the PIN that proves it. The PIN is never drawn, only how many digits there are. */
export function SignInScreen({ view }: { readonly view: CounterView }) {
  const words = useWords(cashierWords).signIn;
  const common = useWords(commonWords);
  const client = useClient();
  const [userId, setUserId] = useState<string | null>(view.users[0]?.userId ?? null);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<FailureCode | null>(null);
  /** The PIN somebody else has given her, while she chooses her own. */
  const [first, setFirst] = useState<string | null>(null);
  const index = Math.max(0, view.users.findIndex((user) => user.userId === userId));
  const person = view.users[index] ?? null;

  const choose = (id: string) => {
    setUserId(id);
    setPin('');
    setRefusal(null);
  };
  const step = (by: number) => {
    const next = view.users[Math.max(0, Math.min(view.users.length - 1, index + by))];
    if (next !== undefined) choose(next.userId);
  };
  const type = (digits: string) => {
    setRefusal(null);
    setPin((before) => (before + digits).slice(0, MAX_PIN));
  };
  const ready = person !== null && pin.length >= MIN_PIN && !busy;
  const signIn = async () => {
    if (!ready) return;
    setBusy(true);
    const result = await client.call('people.signIn', { userId: person.userId, pin });
    setBusy(false);
    setPin('');
    if (result.ok) return;
    if (result.code === 'people.pin-change-needed') setFirst(pin);
    else setRefusal(result.code);
  };

  const keyWords = useWords(keyMapWords);
  useKeyLayer('screen', {
    keys: { Backspace: () => setPin((before) => before.slice(0, -1)), Escape: named(keyWords.acts.clear, () => setPin('')), Delete: named(keyWords.acts.clear, () => setPin('')), ArrowUp: named(keyWords.acts.person, () => step(-1)), ArrowDown: named(keyWords.acts.person, () => step(1)) },
    typed: [['0–9', keyWords.typed.pin]],
    onTyped: (character) => {
      if (/^\d$/.test(character) && !busy) type(character);
      return true;
    },
    onEnter: () => void signIn(),
  });

  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-sign-in">
      <ShopSide view={view} />
      <Pane label={words.people} className="gap-4.5 px-7.5 py-6.5">
        <Title>{words.title}</Title>
        <People users={view.users} userId={person?.userId ?? null} onChoose={choose} />
        {refusal === null ? null : <Trouble code={refusal} tone={refusal === 'people.pin-wrong' ? 'warn' : 'bad'} testId="sign-in-refused" />}
      </Pane>
      <Pane tone="sunk" className="gap-4 border-l border-line p-5">
        <PinDots label={words.pinFor(person?.name ?? '')} count={pin.length} said={pin.length === 0 ? '' : words.typed(pin.length)} testId="pin" />
        <Keypad onDigits={type} onBackspace={() => setPin((before) => before.slice(0, -1))} backspaceLabel={common.erase} disabled={busy} className="flex-1">
          <Button kind="primary" size="huge" disabled={!ready} onPress={() => void signIn()} testId="sign-in">
            {busy ? words.signingIn : pin.length < MIN_PIN ? words.needPin : words.pressToSignIn}
          </Button>
        </Keypad>
      </Pane>
      {first === null || person === null ? null : <PinChange userId={person.userId} name={person.name} given={first} onDone={() => setFirst(null)} onClose={() => setFirst(null)} />}
    </Panes>
  );
}

type PeopleProps = { readonly users: CounterView['users']; readonly userId: string | null; readonly onChoose: (userId: string) => void };

function People({ users, userId, onChoose }: PeopleProps) {
  const words = useWords(cashierWords).signIn;
  const common = useWords(commonWords);
  return (
    <RadioGroup aria-label={words.people} value={userId} onChange={onChoose} className="grid auto-rows-[6.5rem] gap-2.5 overflow-y-auto p-0.5">
      {users.map((user) => (
        <Radio
          key={user.userId}
          value={user.userId}
          className="flex items-center gap-4 rounded-card border border-line bg-surface px-5 cursor-default data-selected:border-2 data-selected:border-accent data-selected:bg-accent-soft"
          data-testid={`person-${user.userId}`}
        >
          <span aria-hidden="true" className="grid size-14 place-items-center rounded-full bg-sunk text-xl font-bold text-ink-2">
            {user.name.slice(0, 1)}
          </span>
          <span className="flex-1">
            <b className="block text-[1.375rem] font-[700]">{user.name}</b>
            <span className="text-ink-2">{common.role[user.role]}</span>
          </span>
          {user.practicePin === null ? null : (
            <span className="num rounded-full bg-warn-soft px-3.5 py-1.5 text-[0.9375rem] font-semibold text-warn" data-testid="practice-pin">
              {words.practicePin(user.practicePin)}
            </span>
          )}
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** The shop, the counter and the day: where one is, before anyone has signed in. */
export function ShopSide({ view }: { readonly view: CounterView }) {
  const words = useWords(cashierWords);
  const format = useFormat();
  const today = format.day(new Date(useNow(60_000)).toISOString());
  return (
    <Pane tone="surface" className="num gap-1.5 border-r border-line p-6.5">
      <span className="text-base text-ink-2">{words.counter(view.shop.counterNumber)}</span>
      <b className="text-[2.125rem] leading-tight font-[750] tracking-[-0.025em]">{view.shop.name}</b>
      <span className="text-ink-2">{today}</span>
      <span className="mt-auto text-[0.9375rem] text-ink-2">
        {view.lastClose === null ? groupIdentifier('business-number', view.shop.businessNumber) : words.signIn.lastClose(`Z${view.lastClose.zNumber}`, format.dayTime(view.lastClose.closedAt))}
      </span>
    </Pane>
  );
}
