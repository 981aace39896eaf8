import { useState } from 'react';
import { pinProblem } from '../../../domain/people.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { MAX_PIN, MIN_PIN, PinDots } from '../../ui/pin-dots.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import { staffWords } from '../../words/staff.ts';

export type PinChangeProps = {
  readonly userId: string;
  readonly name: string;
  /** The PIN she has just typed at the door, which somebody else gave her; null: it is asked for first. */
  readonly given: string | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
};

type Step = 'old' | 'fresh' | 'again';

/** One number at a time: the PIN she has, a new one, and that once more. A weak one is refused at its fourth digit. */
export function PinChange({ userId, name, given, onDone, onClose }: PinChangeProps) {
  const words = useWords(staffWords).pin;
  const signIn = useWords(cashierWords).signIn;
  const common = useWords(commonWords);
  const { step, pin, problem, refusal, busy, ready, type, erase, go } = usePinChange({ userId, name, given, onDone });
  const typed = (character: string) => {
    if (/^\d$/.test(character) && !busy) type(character);
    return true;
  };
  const why = problem === null ? '' : problem === 'differs' ? words.differs : words.problems[problem];
  return (
    <Dialog title={given === null ? words.title : words.first} onClose={onClose} testId="pin-change" keys={{ Backspace: erase }} onTyped={typed} onEnter={() => void go()}>
      <p className="-mt-2 text-ink-2">{words.rule}</p>
      <PinDots label={`${name} · ${words[step]}`} count={pin.length} said={pin.length === 0 ? words[step] : signIn.typed(pin.length)} testId="new-pin" />
      <p role="status" className="min-h-6 text-center font-semibold text-bad" data-testid="new-pin-why">
        {why}
      </p>
      <Keypad onDigits={type} onBackspace={erase} backspaceLabel={common.erase} disabled={busy}>
        <Button kind="primary" size="large" disabled={!ready} onPress={() => void go()} testId="new-pin-go">
          {busy ? words.busy : pin.length < MIN_PIN ? words[step] : step === 'again' ? words.done : words.next}
        </Button>
      </Keypad>
      {refusal === null ? null : <Trouble code={refusal.code} tone="warn" testId="pin-change-refused" />}
    </Dialog>
  );
}

type Weak = 'one-digit' | 'in-a-row' | 'repeated' | 'differs';

function usePinChange({ userId, given, onDone }: Omit<PinChangeProps, 'onClose'>) {
  const client = useClient();
  const first: Step = given === null ? 'old' : 'fresh';
  const [step, setStep] = useState<Step>(first);
  const [old, setOld] = useState(given ?? '');
  const [fresh, setFresh] = useState('');
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const problem = problemAt(step, pin, fresh);
  const ready = pin.length >= MIN_PIN && problem === null && !busy && (step !== 'again' || pin === fresh);
  const turn = (next: Step) => {
    setStep(next);
    setPin('');
  };
  const change = async () => {
    setBusy(true);
    const result = await client.call('people.changePin', { userId, pin: old, newPin: pin });
    setBusy(false);
    if (result.ok) {
      onDone();
      return;
    }
    setRefusal(result);
    // What she chose is not good, or she is not who she says: from where that was typed.
    turn(result.code === 'people.pin-too-easy' || result.code === 'people.pin-same' ? 'fresh' : first);
  };
  const go = async () => {
    if (!ready) return;
    setRefusal(null);
    if (step === 'again') await change();
    else if (step === 'old') {
      setOld(pin);
      turn('fresh');
    } else {
      setFresh(pin);
      turn('again');
    }
  };
  return { step, pin, problem, refusal, busy, ready, go, type: (digits: string) => setPin((before) => (before + digits).slice(0, MAX_PIN)), erase: () => setPin((before) => before.slice(0, -1)) };
}

function problemAt(step: Step, pin: string, fresh: string): Weak | null {
  if (step === 'again') return fresh.startsWith(pin) ? null : 'differs';
  const problem = step === 'fresh' ? pinProblem(pin) : null;
  return problem === 'too-short' ? null : problem;
}
