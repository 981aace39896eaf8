/** Which card terminal the counter has, and where; with the one connected now, asked how it is and never for money. */
import { useState } from 'react';
import type { DeviceView } from '../../contract/devices.ts';
import { MAX_ADDRESS_CHARS } from '../../domain/setup.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { Dot } from '../ui/dot.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { Segments } from '../ui/segments.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { commonWords } from '../words/common.ts';
import { deviceFactsWords } from '../words/device-facts.ts';
import { deviceWords } from '../words/devices.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { numberPadWords } from '../words/number-pad.ts';
import { receiptTerminalWords } from '../words/receipt-terminal.ts';
import { terminalWords } from '../words/terminal.ts';
import { Choices } from './choices.tsx';
import type { TerminalDraft } from './edited-settings.ts';
import { Field } from './field.tsx';
import { terminalAddressOfTyped } from './terminal-address.ts';

const FAMILIES = ['koces-cat', 'kicc-ed721', 'none'] as const;

export type TerminalFieldsProps = {
  /** Practice may have a simulated one. */
  readonly practises: boolean;
  readonly value: TerminalDraft;
  /** As it is kept, and in use. */
  readonly health: DeviceView;
  readonly changed: boolean;
  readonly asked: number;
  readonly onChange: (terminal: TerminalDraft) => void;
};

export function TerminalFields({ practises, value, health, changed, asked, onChange }: TerminalFieldsProps) {
  const words = useWords(terminalWords);
  const { family, simulated } = value;
  return (
    <div className="flex w-[58rem] max-w-full flex-col gap-5">
      <Choices
        label={words.question}
        value={family}
        className="grid-cols-3! cramped:grid-cols-1!"
        choices={FAMILIES.map((id) => ({ id, ...words.families[id], testId: `terminal-${id}` }))}
        onChange={(next) => onChange({ ...value, family: next, simulated: simulatedFor(practises, value, next) })}
      />
      {practises && family !== 'none' ? <Which value={value} onChange={onChange} /> : null}
      {family === 'none' || simulated !== null ? null : <Address family={family} value={value} asked={asked} onChange={onChange} />}
      {family === 'none' ? null : <Receipts value={value} onChange={onChange} />}
      {value.pad ? <Numbers value={value} onChange={onChange} /> : null}
      {family === 'none' ? null : <Now health={health} changed={changed} />}
    </div>
  );
}

/** A mind that is changed from "none" in practice begins with the simulated one; a KOCES CAT has no serial cable. */
function simulatedFor(practises: boolean, { family, simulated, typed }: TerminalDraft, next: TerminalDraft['family']): TerminalDraft['simulated'] {
  if (practises && family === 'none' && typed === '') return 'simulated';
  return simulated === 'simulated-serial' && next === 'koces-cat' ? 'simulated' : simulated;
}

function Which({ value, onChange }: Pick<TerminalFieldsProps, 'value' | 'onChange'>) {
  const words = useWords(terminalWords);
  const which = value.simulated ?? 'real';
  const whiches = value.family === 'kicc-ed721' ? (['simulated', 'simulated-serial', 'real'] as const) : (['simulated', 'real'] as const);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Segments
        label={words.which}
        value={which}
        options={whiches.map((id) => ({ id, content: words.whiches[id], testId: `terminal-which-${id}` }))}
        onChange={(id) => onChange({ ...value, simulated: id === 'real' ? null : id })}
      />
      <p className={which === 'real' ? 'flex-1 text-[0.9375rem] font-semibold text-warn' : 'flex-1 text-[0.9375rem] text-ink-2'}>{words.whichMeaning[which]}</p>
    </div>
  );
}

function Address({ family, value, asked, onChange }: { readonly family: 'koces-cat' | 'kicc-ed721' } & Pick<TerminalFieldsProps, 'value' | 'asked' | 'onChange'>) {
  const words = useWords(terminalWords);
  const wrong = asked > 0 && terminalAddressOfTyped(family, value.typed) === null;
  return (
    <div className="flex items-start gap-5">
      <Field label={words.address} hint={words.addressHint[family]} value={value.typed} maxLength={MAX_ADDRESS_CHARS} onChange={(typed) => onChange({ ...value, typed })} problem={wrong ? words.addressWrong[family] : null} className="w-96 max-w-full" testId="terminal-address" />
      <p className="mt-8 flex-1 text-[0.9375rem] text-ink-2">{words.addressMeaning[family]}</p>
    </div>
  );
}

/** Who issues cash receipts: the service, or this terminal. */
function Receipts({ value, onChange }: Pick<TerminalFieldsProps, 'value' | 'onChange'>) {
  const words = useWords(receiptTerminalWords).setting;
  return (
    <div className="-mt-2 flex flex-wrap items-center gap-4">
      <b className="min-w-44 text-lg font-[700]">{words.label}</b>
      <Segments
        label={words.label}
        value={value.receiptWay}
        options={(['gateway', 'terminal'] as const).map((id) => ({ id, content: words.ways[id], testId: `receipt-way-${id}` }))}
        onChange={(receiptWay) => onChange({ ...value, receiptWay })}
      />
      <p className="flex-1 text-[0.9375rem] text-ink-2">{words.meaning[value.receiptWay]}</p>
    </div>
  );
}

/** Where a customer types her own number for a cash receipt. */
function Numbers({ value, onChange }: Pick<TerminalFieldsProps, 'value' | 'onChange'>) {
  const words = useWords(numberPadWords).setting;
  return (
    <div className="-mt-2 flex flex-wrap items-center gap-4">
      <b className="min-w-44 text-lg font-[700]">{words.label}</b>
      <Segments label={words.label} value={value.numberOn} options={(['display', 'pad'] as const).map((id) => ({ id, content: words.on[id], testId: `number-on-${id}` }))} onChange={(numberOn) => onChange({ ...value, numberOn })} />
      <p className="flex-1 text-[0.9375rem] text-ink-2">{words.meaning[value.numberOn]}</p>
    </div>
  );
}

/** One owner of the line: only the terminal that is saved can be asked. */
function Now({ health, changed }: Pick<TerminalFieldsProps, 'health' | 'changed'>) {
  const words = useWords(terminalWords);
  const { short } = useWords(deviceWords);
  const { milliseconds } = useWords(deviceFactsWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const act = useAct();
  const [busy, setBusy] = useState(false);
  const [tookMs, setTookMs] = useState<number | null>(null);
  const test = async () => {
    if (busy || changed) return;
    setBusy(true);
    setTookMs(null);
    const result = await act('terminal.test', {});
    setBusy(false);
    if (result.ok) setTookMs(result.res.tookMs);
  };
  useKeyLayer('screen', { keys: { F7: named(words.test, () => void test()) } });
  if (changed) return <p className="rounded-card border border-line px-5 py-3.5 text-ink-2">{words.saveFirst}</p>;
  return (
    <section aria-label={words.now} className="flex flex-col gap-3 rounded-card border-2 border-line bg-surface p-5" data-testid="terminal-now" data-state={health.state}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <b className="block text-lg font-[700]">{words.now}</b>
          <span className="num flex items-center gap-2 text-ink-2">
            <Dot state={health.state} />
            {(health.failure === null ? undefined : short[health.failure]) ?? common.health[health.state]}
            {health.failure === 'terminal.none' ? '' : ` · ${health.address}`}
          </span>
        </div>
        <Button onPress={() => void test()} disabled={busy} keyHint="F7" testId="terminal-test">
          {busy ? words.testing : words.test}
        </Button>
      </div>
      <div aria-live="polite" className="contents">
        {health.failure === null ? (
          <p className="flex items-center gap-2 text-[0.9375rem] text-ink-2" data-testid="terminal-test-result">
            {tookMs === null ? words.never : <Answered>{words.answered(milliseconds(format.number(tookMs)))}</Answered>}
          </p>
        ) : (
          <Trouble code={health.failure} tone={health.state === 'down' ? 'bad' : 'warn'} testId="terminal-trouble" />
        )}
      </div>
    </section>
  );
}

function Answered({ children }: { readonly children: string }) {
  return (
    <span className="num flex items-center gap-2 font-semibold text-ok">
      <CheckIcon />
      {children}
    </span>
  );
}
