import { useEffect, useRef } from 'react';
import { MAX_OWNER_CHARS, newPinProblem, ownerNameProblem } from '../../../domain/setup.ts';
import { pinProblem } from '../../../domain/people.ts';
import { useWords } from '../../words/language.tsx';
import { setupWords } from '../../words/setup.ts';
import { Field } from '../field.tsx';
import { StepHead } from '../step-head.tsx';
import type { StepProps } from './step.ts';

const MAX_PIN = 8;

/** A PIN is judged as it is typed: a weak one at its fourth digit, one that differs as soon as it does. */
export function OwnerStep({ draft, change, asked, pins, setPins }: StepProps) {
  const words = useWords(setupWords);
  const { owner } = words;
  const name = useRef<HTMLInputElement>(null);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const { pin, again } = pins;
  const digits = (text: string) => text.replace(/\D/g, '').slice(0, MAX_PIN);
  const weak = pinProblem(pin);
  const differs = again !== '' && !pin.startsWith(again) ? 'differs' : null;
  const unfinished = asked > 0;
  const nameProblem = ownerNameProblem(draft.ownerName);
  const problem = newPinProblem(pin, again);
  useEffect(() => {
    const field = nameProblem !== null ? name : weak !== null ? first : again !== pin ? second : null;
    field?.current?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each time she asks to go on
  }, [asked]);
  return (
    <>
      <StepHead title={owner.title} hint={owner.hint} />
      <div className="grid w-[34rem] max-w-full grid-cols-2 gap-x-5 gap-y-2.5">
        <Field ref={name} label={owner.name} value={draft.ownerName} maxLength={MAX_OWNER_CHARS} onChange={(ownerName) => change({ ownerName })} problem={unfinished && nameProblem !== null ? words.problems[nameProblem] : null} className="col-span-2" testId="setup-owner" />
        <Field
          ref={first}
          label={owner.pin}
          hint={owner.pinHint}
          kind="pin"
          value={pin}
          maxLength={MAX_PIN}
          onChange={(text) => setPins({ pin: digits(text), again })}
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
          onChange={(text) => setPins({ pin, again: digits(text) })}
          problem={differs !== null || (unfinished && problem === 'differs') ? owner.problems.differs : null}
          testId="setup-pin-again"
        />
        <p className="col-span-2 text-[0.9375rem] text-ink-2">{owner.notKept}</p>
      </div>
    </>
  );
}
