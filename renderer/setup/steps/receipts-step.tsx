import { useState } from 'react';
import { secretProblem } from '../../../domain/setup.ts';
import { useAct } from '../../ui/act.ts';
import { useWords } from '../../words/language.tsx';
import { setupWords } from '../../words/setup.ts';
import { Choices } from '../choices.tsx';
import { ReceiptsFields } from '../receipts-fields.tsx';
import { StepHead } from '../step-head.tsx';
import type { StepProps } from './step.ts';

export function ReceiptsStep({ draft, change, program, asked }: StepProps) {
  const words = useWords(setupWords).receipts;
  const act = useAct();
  const [secret, setSecret] = useState('');
  const { receipts } = draft;
  return (
    <>
      <StepHead title={words.title} hint={words.hint} />
      <div className="flex w-[44rem] max-w-full flex-col gap-6">
        <Choices
          label={words.title}
          value={receipts.choice}
          choices={[
            { id: 'popbill', ...words.popbill, testId: 'setup-receipts-popbill' },
            { id: 'later', ...words.later, testId: 'setup-receipts-later' },
          ]}
          onChange={(choice) => change({ receipts: { ...receipts, choice } })}
        />
        {receipts.choice === 'popbill' ? (
          <ReceiptsFields
            value={{ service: receipts.service, linkId: receipts.linkId, secret }}
            secretKept={program.secretKept}
            asked={asked}
            onChange={({ service, linkId, secret: typed }) => {
              if (service !== receipts.service || linkId !== receipts.linkId) change({ receipts: { ...receipts, service, linkId } });
              if (typed === secret) return;
              setSecret(typed);
              // Only what can be a key replaces the one there is.
              if (secretProblem(typed) === null) void act('setup.keepSecret', { secretKey: typed });
            }}
          />
        ) : null}
      </div>
    </>
  );
}
