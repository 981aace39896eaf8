/** A cash receipt that is being put right: how far it has come, what it waits for, and how it ended. */
import type { RefundView } from '../../../contract/refund.ts';
import { Button } from '../../ui/button.tsx';
import type { DotState } from '../../ui/dot.tsx';
import { Dot } from '../../ui/dot.tsx';
import { useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Pane, Title } from '../../ui/screen.tsx';
import { Since } from '../../ui/since.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { commonWords } from '../../words/common.ts';
import { correctionWords } from '../../words/correction.ts';
import { useWords } from '../../words/language.tsx';
import { refundWords } from '../../words/refund.ts';
import type { CorrectionEnd, StepStanding } from './correction-steps.ts';
import { endOf, stepsOf } from './correction-steps.ts';
import { PaperLine } from './paper-line.tsx';

const SIGNS = { waiting: 'checking', 'under-way': 'checking', queued: 'warning', unknown: 'warning', done: 'ok', failed: 'down' } as const satisfies Record<StepStanding, DotState>;

/** Nothing to press but the way out: what waits goes on by itself, and stays in the line below. */
export function CorrectionAtWork({ refund, onLater }: { readonly refund: RefundView; readonly onLater: () => void }) {
  const words = useWords(correctionWords);
  const { kind, leaveWaiting } = useWords(refundWords);
  useKeyLayer('screen', { keys: { Escape: onLater } });
  const { cancel, issue } = stepsOf(refund);
  const text = cancel === 'queued' ? words.work.queued : cancel === 'unknown' ? words.work.unknown : issue === 'under-way' && refund.reissue?.atTerminal === true ? words.work.terminal : null;
  return (
    <>
      <Pane label={kind['receipt-correction']} className="justify-center gap-5 px-7.5 py-6.5" scrolls>
        <div className="grid gap-1">
          <Title>{words.correcting}</Title>
          <span className="num text-lg text-ink-2" data-testid="correction-since">
            <Since at={refund.at} />
          </span>
        </div>
        <Steps refund={refund} />
        {text === null ? null : (
          <p className="rounded-card border-l-4 border-warn-dot bg-warn-soft px-5 py-4 text-lg text-balance" data-testid="correction-waits">
            {text}
          </p>
        )}
        <Live>{text ?? words.correcting}</Live>
      </Pane>
      <Pane tone="sunk" className="justify-end border-l border-line p-5">
        <Button size="large" onPress={onLater} keyHint="Esc" testId="refund-later">
          {leaveWaiting}
        </Button>
      </Pane>
    </>
  );
}

function Steps({ refund }: { readonly refund: RefundView }) {
  const { work } = useWords(correctionWords);
  const { cancel, issue, paper } = stepsOf(refund);
  const rows = [
    ['cancel', work.cancel, refund.receipts[0]?.identifierMasked ?? '', cancel],
    ['issue', work.issue, refund.reissue?.identifierMasked ?? '', issue],
    ['paper', work.paper, '', paper],
  ] as const;
  return (
    <ol className="grid gap-3">
      {rows.map(([id, title, number, standing], index) => (
        <li key={id} className="num grid min-h-19 grid-cols-[2rem_minmax(0,1fr)_auto] items-center gap-x-3 rounded-card border border-line bg-surface px-5 py-3" data-testid={`correction-${id}`} data-standing={standing}>
          <span className="text-xl font-[740] text-ink-2">{index + 1}</span>
          <span className="grid">
            <b className="text-lg font-semibold">{title}</b>
            {number === '' ? null : <span className="text-[1.0625rem] text-ink-2">{number}</span>}
          </span>
          <span className="flex items-center gap-2 font-semibold">
            <Dot state={SIGNS[standing]} />
            {work.step[standing]}
          </span>
        </li>
      ))}
    </ol>
  );
}

const TONES = { issued: 'text-ok', queued: 'text-warn', unknown: 'text-warn', failed: 'text-bad', left: 'text-warn' } as const satisfies Record<CorrectionEnd, string>;

/** What stands now, in one sentence, with the number in its place. */
export function CorrectionOver({ refund, onLeave }: { readonly refund: RefundView; readonly onLeave: () => void }) {
  const words = useWords(correctionWords);
  const common = useWords(commonWords);
  const { done } = useWords(refundWords);
  useKeyLayer('screen', { keys: { Escape: onLeave }, onEnter: onLeave });
  const end = endOf(refund);
  const { title, next } = words.ended[end];
  const { reissue } = refund;
  return (
    <>
      <Pane label={title} className="justify-center gap-5 px-7.5 py-6.5" scrolls>
        <h1 className={`text-[1.75rem] leading-tight font-[750] tracking-[-0.02em] ${TONES[end]}`} data-testid="correction-over" data-end={end}>
          {title}
        </h1>
        {reissue === null || end === 'left' ? null : (
          <div className="grid gap-1">
            <span className="text-lg text-ink-2">{common.purpose[reissue.purpose]}</span>
            <span className="num text-[2.5rem] leading-tight font-[740]" data-testid="correction-number">
              {reissue.identifierMasked === '' ? common.form['at-terminal'] : reissue.identifierMasked}
            </span>
            {reissue.approvalNumber === null ? null : <span className="num text-lg text-ink-2">{words.approval(reissue.approvalNumber)}</span>}
          </div>
        )}
        <p className="text-xl text-balance">{next}</p>
        {end === 'failed' && reissue?.failure != null ? <Trouble code={reissue.failure} testId="correction-failed" /> : null}
        <PaperLine prints={refund.prints} unsure={words.paperUnsure} />
        <Live urgent>{`${title}. ${next}`}</Live>
      </Pane>
      <Pane tone="sunk" className="justify-end border-l border-line p-5">
        <Button kind="primary" size="huge" onPress={onLeave} keyHint="Enter" testId="refund-leave">
          {done.leave}
        </Button>
      </Pane>
    </>
  );
}
