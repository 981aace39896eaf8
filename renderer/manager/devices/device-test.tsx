/** The test of the chosen device: what it does, the key that does it, and what came of it. */
import type { ReactNode } from 'react';
import type { DevicesReport, TestJobView, VerifyView } from '../../../contract/devices.ts';
import type { PadTest, SignatureAsk } from '../../../contract/signature.ts';
import type { FailureCode } from '../../../domain/failure.ts';
import type { HeardScan } from '../../cashier/scan-log.ts';
import { useLiveInk } from '../../cashier/card/live-ink.ts';
import { SignatureLive } from '../../cashier/card/signature-live.tsx';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { CheckIcon } from '../../ui/icons.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { useNow } from '../../ui/now.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { deviceFactsWords } from '../../words/device-facts.ts';
import { deviceTestsWords } from '../../words/device-tests.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { signatureWords } from '../../words/signature.ts';
import { sizeOf } from './device-pane.tsx';
import type { Standing } from './standing.ts';
import { isRecent } from './standing.ts';
import { tookText } from './took.ts';
import type { Tests } from './use-devices.ts';

export type DeviceTestProps = {
  readonly standing: Standing;
  readonly report: DevicesReport | null;
  readonly tests: Tests;
  readonly scan: HeardScan | null;
  /** Whom the pad waits for. */
  readonly signing: SignatureAsk | null;
};

const NO_ANSWER: ReadonlySet<FailureCode> = new Set<FailureCode>(['cash-receipt.network', 'terminal.unreachable', 'terminal.silent']);

/** What came of the test; nothing before the first. */
export function TestResult(props: DeviceTestProps) {
  return (
    <div aria-live="polite" className="flex flex-col gap-3 empty:hidden" data-testid="device-result">
      <ResultOf {...props} />
    </div>
  );
}

function ResultOf({ standing, report, tests, scan, signing }: DeviceTestProps) {
  const words = useWords(deviceTestsWords);
  const facts = useWords(deviceFactsWords);
  const format = useFormat();
  switch (standing.device) {
    case 'printer':
      return report?.printer.test == null ? null : <PrinterResult test={report.printer.test} onSeen={tests.saySeen} />;
    case 'drawer':
      return report?.drawer.test == null ? null : <DrawerResult test={report.drawer.test} />;
    case 'gateway':
    case 'terminal': {
      const tookMs = tests.tookMs[standing.device];
      if (tookMs === null || standing.failure === 'terminal.none') return null;
      const took = tookText(tookMs, facts, format.number);
      return standing.failure !== null && NO_ANSWER.has(standing.failure) ? <Said>{words.notAnswered(took)}</Said> : <Said good>{words.answered(took)}</Said>;
    }
    case 'display': {
      const { test, size } = report?.display ?? { test: null, size: null };
      if (test === null) return null;
      if (test.shownAt !== null) return <Said good>{words.shown(size === null ? '' : sizeOf(size))}</Said>;
      return <Said>{standing.state === 'down' ? words.notShown : words.waitingShown}</Said>;
    }
    case 'scanner':
      return <ScanResult scan={scan} />;
    case 'pad':
      return signing !== null && signing.test ? <PadUnderTest ask={signing} /> : report?.pad.test == null ? null : <PadResult test={report.pad.test} />;
    case 'journal':
      return report?.journal.verify == null ? null : <VerifyResult verify={report.journal.verify} />;
  }
}

function Said({ good = false, children }: { readonly good?: boolean; readonly children: ReactNode }) {
  return (
    <p className={good ? 'flex items-center gap-2 font-semibold text-ok' : 'font-semibold'}>
      {good ? <CheckIcon /> : null}
      <span className="num">{children}</span>
    </p>
  );
}

const STALE_CHECK_MS = 30_000;

/** The printer's own word first; then the only one who can see the paper is asked. */
function PrinterResult({ test, onSeen }: { readonly test: TestJobView; readonly onSeen: Tests['saySeen'] }) {
  const words = useWords(deviceTestsWords);
  const nowMs = useNow(STALE_CHECK_MS);
  if (!isRecent(test, nowMs)) return null;
  if (test.state === 'queued' || test.state === 'sent') return <Said>{words.sent}</Said>;
  if (test.seen === true) return <Said good>{words.seen}</Said>;
  if (test.seen === false || test.state === 'failed') return <Steps />;
  return (
    <>
      {test.state === 'confirmed' ? <Said good>{words.confirmed}</Said> : test.failure === null ? null : <Trouble code={test.failure} tone="warn" />}
      <p className="text-[1.1875rem] font-[700]">{words.cameOut}</p>
      <div className="grid grid-cols-2 gap-2.5">
        <Button onPress={() => onSeen(test.jobId, false)} keyHint="2" testId="paper-no">
          {words.no}
        </Button>
        <Button kind="primary" onPress={() => onSeen(test.jobId, true)} keyHint="1" testId="paper-yes">
          {words.yes}
        </Button>
      </div>
    </>
  );
}

/** One thing after the other, the likeliest first; the last one is how to go on selling. */
function Steps() {
  const words = useWords(deviceTestsWords);
  return (
    <section className="rounded-card bg-warn-soft px-5 py-4" data-testid="printer-steps">
      <h3 className="font-[700] text-warn">{words.stepsTitle}</h3>
      <ol className="mt-1.5 list-decimal pl-5 [&>li]:mt-1">
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  );
}

function DrawerResult({ test }: { readonly test: TestJobView }) {
  const words = useWords(deviceTestsWords);
  if (test.state === 'queued' || test.state === 'sent') return <Said>{words.sent}</Said>;
  // A pulse that was not taken is told above, with what to do.
  return test.state === 'confirmed' ? <Said good>{words.opened}</Said> : null;
}

function ScanResult({ scan }: { readonly scan: HeardScan | null }) {
  const words = useWords(deviceTestsWords);
  const facts = useWords(deviceFactsWords);
  const format = useFormat();
  if (scan === null) return <Said>{words.scanNow}</Said>;
  const { code, how } = scan;
  return (
    <div className="flex flex-col gap-1.5 rounded-card border border-line px-5 py-3.5">
      <b className="num text-[1.4375rem] leading-tight font-[720] break-all select-text" data-testid="scanned-code">
        {code}
      </b>
      {how === null ? (
        <span className="text-ink-2">{words.elsewhere}</span>
      ) : (
        <>
          <span className="num text-ink-2" data-testid="scanned-how">
            {words.scan(code.length, tookText(how.tookMs, facts, format.number))}
          </span>
          <span className={how.ended ? 'font-semibold text-ok' : 'font-semibold text-warn'} data-testid="scanned-end">
            {how.ended ? words.withEnter : words.withoutEnter}
          </span>
        </>
      )}
    </div>
  );
}

/** The lines are seen here as they are drawn there. */
function PadUnderTest({ ask }: { readonly ask: SignatureAsk }) {
  const words = useWords(signatureWords);
  const act = useAct();
  const ink = useLiveInk(ask.signId);
  const stop = () => void act('signature.giveUp', { signId: ask.signId });
  useKeyLayer('screen', { keys: { F9: named(words.stopTest, stop) } });
  return (
    <div className="flex h-90 flex-col gap-3.5">
      <SignatureLive ask={ask} ink={ink} />
      <Button onPress={stop} keyHint="F9" testId="pad-stop-test">
        {words.stopTest}
      </Button>
    </div>
  );
}

function PadResult({ test }: { readonly test: PadTest }) {
  const words = useWords(signatureWords);
  const format = useFormat();
  return (
    <Said good={test.outcome === 'signed'}>
      {words.tested[test.outcome]} {test.points === 0 ? '' : words.points(format.number(test.points))}
    </Said>
  );
}

function VerifyResult({ verify }: { readonly verify: VerifyView }) {
  const words = useWords(deviceTestsWords);
  const facts = useWords(deviceFactsWords);
  const format = useFormat();
  switch (verify.state) {
    case 'running':
      return (
        <>
          <Said>{words.reading(format.number(verify.done), format.number(verify.total))}</Said>
          <progress className="h-2 w-full accent-accent" max={Math.max(1, verify.total)} value={verify.done} aria-label={words.test.journal} />
        </>
      );
    case 'failed':
      return <Trouble code={verify.code} />;
    case 'done':
      return verify.ok ? <Said good>{words.verified(format.number(verify.rows), tookText(verify.tookMs, facts, format.number))}</Said> : <Said>{words.notVerified(verify.firstFault ?? '')}</Said>;
  }
}
