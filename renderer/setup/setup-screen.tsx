import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ProgramView } from '../../contract/program.ts';
import { SETUP_STEPS, stepIsDone } from '../../domain/setup.ts';
import type { SetupDraft, SetupStep } from '../../domain/setup.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { cx } from '../ui/cx.ts';
import { BackIcon, CheckIcon } from '../ui/icons.tsx';
import { useKeyLayer } from '../ui/keys.ts';
import { useNow } from '../ui/now.ts';
import { Title } from '../ui/screen.tsx';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';
import { SlipPaper } from './slip-paper.tsx';
import type { StepProps } from './steps/step.ts';
import { OwnerStep } from './steps/owner-step.tsx';
import { PrinterStep } from './steps/printer-step.tsx';
import { ReceiptsStep } from './steps/receipts-step.tsx';
import { ReviewStep } from './steps/review-step.tsx';
import { ShopStep } from './steps/shop-step.tsx';
import { TaxStep } from './steps/tax-step.tsx';
import { useDraft } from './use-draft.ts';

export type Pins = { readonly pin: string; readonly again: string };
const NO_PINS: Pins = { pin: '', again: '' };

/** Setting up a shop, a question a screen: what is typed is kept, back is always there, and the slip it leads to grows beside it. */
export function SetupScreen({ program, onLeave }: { readonly program: ProgramView; readonly onLeave: () => void }) {
  const words = useWords(setupWords);
  const act = useAct();
  const { draft, change, flush } = useDraft(program);
  const [pins, setPins] = useState(NO_PINS);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(0);
  const nowMs = useNow(60_000);
  const at = SETUP_STEPS.indexOf(draft.step);
  const pinGood = pins.pin !== '' && pins.pin === pins.again;

  const goTo = (step: SetupStep) => {
    setAsked(0);
    change({ step });
  };
  const back = () => {
    const before = SETUP_STEPS[at - 1];
    if (before === undefined) void flush().then(onLeave);
    else goTo(before);
  };
  const finish = async () => {
    if (busy || !(await flush())) return;
    setBusy(true);
    await act('setup.finish', { pin: pins.pin });
    setBusy(false);
  };
  const stepDone = (step: SetupStep) => stepIsDone(step, draft, program.secretKept) && (step !== 'owner' || pinGood);
  const ready = stepIsDone('review', draft, program.secretKept) && pinGood;
  const props: StepProps = { draft, change, program, asked, pins, setPins, goTo, pinGood };
  const proceed = () => {
    const next = SETUP_STEPS[at + 1];
    if (next === undefined) void (ready ? finish() : setAsked((count) => count + 1));
    else if (stepDone(draft.step)) goTo(next);
    else setAsked((count) => count + 1);
  };
  useKeyLayer('screen', { keys: { Escape: back }, onEnter: proceed });

  return (
    <main className="grid min-h-0 flex-1 grid-cols-[15.5rem_minmax(0,1fr)] cramped:flex cramped:flex-none cramped:flex-col min-[76rem]:grid-cols-[15.5rem_minmax(0,1fr)_23.5rem]" data-testid="screen-setup" data-step={draft.step}>
      <Rail draft={draft} done={stepDone} onStep={goTo} />
      <section aria-label={words.frame.steps[draft.step]} className="flex min-h-0 min-w-0 flex-col">
        <div tabIndex={-1} className="flex min-h-0 flex-1 flex-col overflow-y-auto px-10 pt-8 pb-7 fade-end outline-none cramped:[mask-image:none]">
          <Step step={draft.step} {...props} />
        </div>
        <footer className="flex flex-none items-center gap-3 border-t border-line px-10 py-4">
          <Button kind="quiet" size="large" onPress={back} keyHint="Esc" testId="setup-back" className="-ml-4 flex-none whitespace-nowrap">
            <BackIcon />
            {at === 0 ? words.frame.toWelcome : words.frame.back}
          </Button>
          <output className="ml-auto text-right text-[0.9375rem] leading-tight text-ink-2" data-testid="setup-said">
            {asked > 0 && !(draft.step === 'review' ? ready : stepDone(draft.step)) ? <b className="font-semibold text-bad">{words.frame.missingHere}</b> : null}
          </output>
          <Button kind="primary" size="large" onPress={proceed} keyHint="Enter" disabled={busy} testId="setup-next" className="min-w-56 flex-none whitespace-nowrap">
            {draft.step === 'review' ? (busy ? words.review.starting : words.review.start) : words.frame.next}
          </Button>
        </footer>
      </section>
      <aside aria-label={words.frame.paper} className="hidden min-h-0 flex-col overflow-hidden border-l border-line bg-sunk p-6 pb-0 min-[76rem]:flex">
        <SlipPaper shop={draft.shop} vatType={draft.tax.vatType} now={new Date(nowMs).toISOString()} />
      </aside>
    </main>
  );
}

function Step({ step, ...props }: StepProps & { readonly step: SetupStep }): ReactNode {
  switch (step) {
    case 'shop':
      return <ShopStep {...props} />;
    case 'tax':
      return <TaxStep {...props} />;
    case 'printer':
      return <PrinterStep {...props} />;
    case 'receipts':
      return <ReceiptsStep {...props} />;
    case 'owner':
      return <OwnerStep {...props} />;
    case 'review':
      return <ReviewStep {...props} />;
    default:
      return unreachable(step);
  }
}

type RailProps = { readonly draft: SetupDraft; readonly done: (step: SetupStep) => boolean; readonly onStep: (step: SetupStep) => void };

/** Where she is, what is done, and the way straight back to any of it. */
function Rail({ draft, done, onStep }: RailProps) {
  const words = useWords(setupWords).frame;
  const at = SETUP_STEPS.indexOf(draft.step);
  return (
    <nav aria-label={words.title} className="flex flex-col gap-1 border-r border-line bg-surface px-4 py-8 cramped:py-4">
      <div className="flex flex-col gap-0.5 px-3 pb-4">
        <Title>{words.title}</Title>
        <span className="num text-[0.9375rem] text-ink-2" data-testid="setup-progress">
          {words.progress(at + 1, SETUP_STEPS.length)}
        </span>
      </div>
      <ol className="flex flex-col gap-1 cramped:flex-row cramped:flex-wrap">
        {SETUP_STEPS.map((step, index) => {
          const current = step === draft.step;
          const isDone = step !== 'review' && done(step);
          return (
            <li key={step} {...(current ? { 'aria-current': 'step' as const } : {})}>
              <Button kind="quiet" onPress={() => onStep(step)} testId={`setup-step-${step}`} className={cx('w-full justify-start! gap-3 text-left', current ? 'bg-accent-soft! font-bold! text-ink!' : 'font-medium')}>
                <span aria-hidden="true" className={cx('num grid size-8 flex-none place-items-center rounded-full text-[0.9375rem] font-bold', current ? 'bg-accent text-accent-ink' : isDone ? 'bg-ok-soft text-ok' : 'bg-sunk text-ink-2')}>
                  {isDone && !current ? <CheckIcon /> : index + 1}
                </span>
                {words.steps[step]}
                {isDone ? <span className="sr-only"> {words.done}</span> : null}
              </Button>
            </li>
          );
        })}
      </ol>
      <p className="mt-auto px-3 text-[0.875rem] leading-snug text-ink-3 cramped:hidden">{words.kept}</p>
    </nav>
  );
}
