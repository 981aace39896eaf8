import { useEffect, useRef, useState } from 'react';
import { pinProblem } from '../../../domain/people.ts';
import { MAX_OWNER_CHARS, newPinProblem, ownerNameProblem } from '../../../domain/setup.ts';
import { Keypad } from '../../ui/keypad.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import { setupWords } from '../../words/setup.ts';
import { Field } from '../field.tsx';
import { StepHead } from '../step-head.tsx';
import type { StepProps } from './step.ts';

const MAX_PIN = 8;

/** A PIN is judged as it is typed: a weak one at its fourth digit, one that differs as soon as it does. By finger it goes where she was last. */
export function OwnerStep({ draft, change, asked, pins, setPins }: StepProps) {
  const words = useWords(setupWords);
  const common = useWords(commonWords);
  const { owner } = words;
  const { pin, again } = pins;
  const [inHand, setInHand] = useState<'pin' | 'again'>('pin');
  const name = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const weak = pinProblem(pin);
  const differs = again !== '' && !pin.startsWith(again);
  const unfinished = asked > 0;
  const nameProblem = ownerNameProblem(draft.ownerName);
  useEffect(() => {
    const field = nameProblem !== null ? name : weak !== null ? first : again !== pin ? second : null;
    field?.current?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each time she asks to go on
  }, [asked]);
  const put = (field: 'pin' | 'again', text: string) => setPins({ ...pins, [field]: text.replace(/\D/g, '').slice(0, MAX_PIN) });
  return (
    <>
      <StepHead title={owner.title} hint={owner.hint} />
      <div className="grid w-[40rem] max-w-full grid-cols-[minmax(0,1fr)_16rem] items-start gap-x-7 cramped:grid-cols-1">
        <div className="flex flex-col gap-2">
          <Field ref={name} label={owner.name} value={draft.ownerName} maxLength={MAX_OWNER_CHARS} onChange={(ownerName) => change({ ownerName })} problem={unfinished && nameProblem !== null ? words.problems[nameProblem] : null} testId="setup-owner" />
          <Field
            ref={first}
            label={owner.pin}
            hint={owner.pinHint}
            kind="pin"
            value={pin}
            maxLength={MAX_PIN}
            onFocus={() => setInHand('pin')}
            onChange={(text) => put('pin', text)}
            problem={weak !== null && (weak !== 'too-short' || (unfinished && pin !== '')) ? owner.problems[weak] : null}
            good={pin !== '' && weak === null ? owner.good : null}
            testId="setup-pin"
          />
          <Field
            ref={second}
            label={owner.again}
            kind="pin"
            value={again}
            maxLength={MAX_PIN}
            onFocus={() => setInHand('again')}
            onChange={(text) => put('again', text)}
            problem={differs || (unfinished && newPinProblem(pin, again) === 'differs') ? owner.problems.differs : null}
            testId="setup-pin-again"
          />
          <p className="text-[0.9375rem] text-ink-2">{owner.notKept}</p>
        </div>
        <Keypad onDigits={(digits) => put(inHand, pins[inHand] + digits)} onBackspace={() => put(inHand, pins[inHand].slice(0, -1))} backspaceLabel={common.erase} className="mt-7 h-80" />
      </div>
    </>
  );
}
