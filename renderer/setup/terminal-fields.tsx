/** Which card terminal the counter has, and where; with the one connected now, asked how it is and never for money. */
import { useState } from 'react';
import { MAX_ADDRESS_CHARS } from '../../domain/setup.ts';
import { tookText } from '../manager/devices/took.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { deviceFactsWords } from '../words/device-facts.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { numberPadWords } from '../words/number-pad.ts';
import { receiptTerminalWords } from '../words/receipt-terminal.ts';
import { terminalWords } from '../words/terminal.ts';
import { Choices } from './choices.tsx';
import type { DeviceFieldsProps } from './device-fields.tsx';
import { InUse, ShortChoice } from './device-fields.tsx';
import type { TerminalDraft } from './edited-settings.ts';
import { Field } from './field.tsx';
import { terminalAddressOfTyped } from './terminal-address.ts';

const FAMILIES = ['koces-cat', 'kicc-ed721', 'none'] as const;

export type TerminalFieldsProps = DeviceFieldsProps<TerminalDraft>;

export function TerminalFields({ practises, value, health, changed, asked, onChange }: TerminalFieldsProps) {
  const words = useWords(terminalWords);
  const { family, simulated } = value;
  return (
    <div className="flex w-[58rem] max-w-full flex-col gap-3">
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
  return (
    <ShortChoice
      label={words.which}
      value={which}
      options={value.family === 'kicc-ed721' ? ['simulated', 'simulated-serial', 'real'] : ['simulated', 'real']}
      words={words.whiches}
      meaning={words.whichMeaning}
      warns={which === 'real'}
      testId="terminal-which"
      onChange={(id) => onChange({ ...value, simulated: id === 'real' ? null : id })}
    />
  );
}

function Address({ family, value, asked, onChange }: { readonly family: 'koces-cat' | 'kicc-ed721' } & Pick<TerminalFieldsProps, 'value' | 'asked' | 'onChange'>) {
  const words = useWords(terminalWords);
  const wrong = asked > 0 && terminalAddressOfTyped(family, value.typed) === null;
  return (
    <div className="-mb-2 flex items-start gap-5">
      <Field label={words.address} hint={words.addressHint[family]} value={value.typed} maxLength={MAX_ADDRESS_CHARS} onChange={(typed) => onChange({ ...value, typed })} problem={wrong ? words.addressWrong[family] : null} className="w-96 max-w-full" testId="terminal-address" />
      <p className="mt-[1.6875rem] flex min-h-14 flex-1 items-center text-[0.9375rem] text-ink-2">{words.addressMeaning[family]}</p>
    </div>
  );
}

/** Who issues cash receipts: the service, or this terminal. */
function Receipts({ value, onChange }: Pick<TerminalFieldsProps, 'value' | 'onChange'>) {
  const words = useWords(receiptTerminalWords).setting;
  return <ShortChoice label={words.label} titled value={value.receiptWay} options={['gateway', 'terminal']} words={words.ways} meaning={words.meaning} testId="receipt-way" onChange={(receiptWay) => onChange({ ...value, receiptWay })} />;
}

/** Where a customer types her own number for a cash receipt. */
function Numbers({ value, onChange }: Pick<TerminalFieldsProps, 'value' | 'onChange'>) {
  const words = useWords(numberPadWords).setting;
  return <ShortChoice label={words.label} titled value={value.numberOn} options={['display', 'pad']} words={words.on} meaning={words.meaning} testId="number-on" onChange={(numberOn) => onChange({ ...value, numberOn })} />;
}

/** The terminal in use, asked how it is and never for money. */
function Now({ health, changed }: Pick<TerminalFieldsProps, 'health' | 'changed'>) {
  const words = useWords(terminalWords);
  const facts = useWords(deviceFactsWords);
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
  const ask = (
    <Button onPress={() => void test()} disabled={busy} keyHint="F7" testId="terminal-test">
      {busy ? words.testing : words.test}
    </Button>
  );
  return (
    <InUse words={words} health={health} changed={changed} testId="terminal" act={ask}>
      <p className="flex items-center gap-2 text-[0.9375rem] text-ink-2" data-testid="terminal-test-result">
        {tookMs === null ? words.never : <Answered>{words.answered(tookText(tookMs, facts, format.number))}</Answered>}
      </p>
    </InUse>
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
