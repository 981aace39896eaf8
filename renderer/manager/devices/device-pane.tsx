/** One device in words: how it is, since when, what that means, what to do; its facts; its test. */
import type { ReactNode } from 'react';
import type { DevicesReport } from '../../../contract/devices.ts';
import type { CounterView } from '../../../contract/views.ts';
import { Dot } from '../../ui/dot.tsx';
import { useNow } from '../../ui/now.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { deviceFactsWords } from '../../words/device-facts.ts';
import { deviceWords } from '../../words/devices.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { signatureWords } from '../../words/signature.ts';
import { UnsentReceipts, UnsettledPrints } from '../status-queues.tsx';
import { useStateWord } from './counter-picture.tsx';
import { DeviceIcon } from './device-icons.tsx';
import type { Standing } from './standing.ts';
import { tookText } from './took.ts';

const AGE_EVERY_MS = 1_000;
/** Older than this the day matters more than the minute. */
const DAY_MS = 24 * 60 * 60_000;
const BYTES_PER_GB = 1_000_000_000;

export type DevicePaneProps = { readonly standing: Standing; readonly view: CounterView; readonly report: DevicesReport | null; readonly onTestPrint: () => void; readonly children: ReactNode };

export function DevicePane({ standing, view, report, onTestPrint, children }: DevicePaneProps) {
  const words = useWords(deviceWords);
  const signing = useWords(signatureWords);
  const { device, state, failure, cable, unused = false } = standing;
  const word = useStateWord(standing);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto px-6 pb-7 fade-end cramped:overflow-visible" tabIndex={0} role="region" aria-label={words.name[device]} data-testid="device-details" data-device={device} data-state={state}>
      <header className="flex items-center gap-3">
        <DeviceIcon device={device} className="size-10 flex-none text-ink-2" />
        <div className="min-w-0">
          <h2 className="text-[1.4375rem] leading-tight font-[750] tracking-[-0.02em]">{words.name[device]}</h2>
          <p className="flex items-center gap-2 text-[1.0625rem] font-semibold">
            <Dot state={state} />
            {word}
          </p>
        </div>
      </header>
      {failure === null ? (
        <p className="text-ink-2">{unused ? signing.noPad : state === 'checking' && device !== 'scanner' ? words.asking : words.fine[device]}</p>
      ) : (
        <Trouble code={failure} tone={state === 'down' ? 'bad' : 'warn'} detail={detailOf(standing, words)} testId="device-trouble" />
      )}
      {children}
      {device === 'gateway' && view.status.unsent.count > 0 ? <UnsentReceipts unsent={view.status.unsent} way={view.receiptOffer.way} /> : null}
      {device === 'printer' && view.status.prints.count > 0 ? <UnsettledPrints view={view} onTestPrint={onTestPrint} /> : null}
      {cable === 'broken' && (device === 'printer' || device === 'gateway' || device === 'terminal' || device === 'display' || device === 'pad') ? <p className="font-semibold">{words.broken[device]}</p> : null}
      <Facts standing={standing} report={report} />
    </div>
  );
}

function detailOf({ device, failure }: Standing, words: { readonly throughPrinter: string }): string {
  return device === 'drawer' && failure === 'drawer.not-opened' ? words.throughPrinter : '';
}

function Facts({ standing, report }: { readonly standing: Standing; readonly report: DevicesReport | null }) {
  const words = useWords(deviceFactsWords);
  const format = useFormat();
  const nowMs = useNow(AGE_EVERY_MS);
  const rows: (readonly [label: string, value: string])[] = [];
  if (standing.since !== null) rows.push([words.since, words.sinceText(nowMs - Date.parse(standing.since) < DAY_MS ? format.time(standing.since) : format.dayTime(standing.since), format.age(standing.since, nowMs))]);
  if (report !== null && standing.failure !== 'terminal.none') rows.push(...ownFacts(standing.device, report, words, format));
  if (standing.address !== '') rows.push([words.address, standing.address]);
  if (rows.length === 0) return null;
  return (
    <dl className="num grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-2 rounded-card border border-line px-5 py-3.5 text-[0.9375rem]" data-testid="device-facts">
      {rows.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-ink-2">{label}</dt>
          <dd className="text-right font-semibold select-text">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

type Words = (typeof deviceFactsWords)['ko'];
type Format = ReturnType<typeof useFormat>;

function ownFacts(device: Standing['device'], report: DevicesReport, words: Words, format: Format): readonly (readonly [string, string])[] {
  const answer = (last: DevicesReport['gateway']['lastAnswer']) => (last === null ? words.never : words.answer(format.clock(last.at), tookText(last.tookMs, words, format.number)));
  switch (device) {
    case 'printer':
      return [[words.lastAnswer, answer(report.printer.lastAnswer)], [words.columns, words.columnCount(report.printer.columns)]];
    case 'gateway':
      return [[words.lastAnswer, answer(report.gateway.lastAnswer)]];
    case 'terminal':
      return terminalFacts(report.terminal, words, answer);
    case 'display': {
      const { lastHeardAt, size, monitor } = report.display;
      const sizeText = size === null ? words.never : sizeOf(size);
      return [[words.lastAnswer, lastHeardAt === null ? words.never : format.clock(lastHeardAt)], [words.size, sizeText], [words.monitor, words.monitors[monitor]]];
    }
    case 'journal': {
      const { lastSeq, lastAt, freeBytes } = report.journal;
      const room = freeBytes === null ? words.monitors.unknown : words.gigabytes(format.number(Math.floor(freeBytes / BYTES_PER_GB)));
      return [[words.lastEntry, lastAt === null ? words.never : words.entry(format.number(lastSeq), format.clock(lastAt))], [words.room, freeBytes !== null && freeBytes < BYTES_PER_GB ? words.gigabytes((freeBytes / BYTES_PER_GB).toFixed(1)) : room]];
    }
    case 'pad':
      return padFacts(report.pad, words, answer);
    case 'drawer':
    case 'scanner':
      return [];
  }
}

/** What it does not say of itself is left out. */
function terminalFacts({ family, identity, simulated, lastAnswer }: DevicesReport['terminal'], words: Words, answer: (last: DevicesReport['terminal']['lastAnswer']) => string): readonly (readonly [string, string])[] {
  if (family === 'none') return [];
  const { model = '', version = '', serial = '', terminalId = '' } = identity ?? {};
  const own: readonly (readonly [string, string])[] = [
    [words.model, model === '' ? '' : words.modelText(model, version)],
    [words.serial, serial],
    [words.terminalId, terminalId],
  ];
  const kind = simulated ? words.simulated(words.family[family]) : words.family[family];
  return [[words.kind, kind], [words.lastAnswer, answer(lastAnswer)], ...own.filter(([, value]) => value !== '')];
}

/** The customer display is no device of its own: nothing is known of it here. */
function padFacts({ lastAnswer, model, version, serial }: DevicesReport['pad'], words: Words, answer: (last: DevicesReport['pad']['lastAnswer']) => string): readonly (readonly [string, string])[] {
  if (lastAnswer === null) return [];
  return [[words.lastAnswer, answer(lastAnswer)], [words.model, words.modelText(model, version)], [words.serial, serial]];
}

export function sizeOf({ widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number }): string {
  return `${widthPx} × ${heightPx}`;
}
