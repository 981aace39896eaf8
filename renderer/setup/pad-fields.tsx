/** Where a customer signs, and who takes the signature; for a pad on a cable, which port it is on. */
import { useEffect, useState } from 'react';
import { MAX_ADDRESS_CHARS } from '../../domain/setup.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { useWords } from '../words/language.tsx';
import { padSettingsWords } from '../words/pad-settings.ts';
import { Choices } from './choices.tsx';
import type { DeviceFieldsProps } from './device-fields.tsx';
import { InUse, ShortChoice } from './device-fields.tsx';
import { Field } from './field.tsx';
import type { PadDraft, PadKind } from './pad-address.ts';
import { padAddressOfTyped, portOfAddress, withKind } from './pad-address.ts';

const KINDS = ['none', 'display', 'koces-pad'] as const satisfies readonly PadKind[];
/** As many as have a digit after those of the kinds; any other is typed. */
const MAX_LISTED = 6;

export type PadFieldsProps = DeviceFieldsProps<PadDraft>;

export function PadFields({ practises, value, health, changed, asked, onChange }: PadFieldsProps) {
  const words = useWords(padSettingsWords);
  const { pad } = value;
  return (
    <div className="flex w-[58rem] max-w-full flex-col gap-2.5">
      <Choices
        label={words.question}
        value={pad}
        className="grid-cols-3! cramped:grid-cols-1!"
        choices={KINDS.map((id) => ({ id, ...words.kinds[id], testId: `pad-${id}` }))}
        onChange={(kind) => onChange(withKind(value, kind, practises))}
      />
      {practises && pad === 'koces-pad' ? <Which value={value} onChange={onChange} /> : null}
      {pad === 'koces-pad' && !value.simulated ? <Port value={value} asked={asked} onChange={onChange} /> : null}
      <TakenBy value={value} onChange={onChange} />
      {pad === 'none' ? null : (
        <InUse words={words} health={health} changed={changed} testId="pad">
          <p className="text-[0.9375rem] text-ink-2">{words.tryThere}</p>
        </InUse>
      )}
    </div>
  );
}

function Which({ value, onChange }: Pick<PadFieldsProps, 'value' | 'onChange'>) {
  const words = useWords(padSettingsWords);
  return <ShortChoice label={words.which} value={value.simulated ? 'simulated' : 'real'} options={['simulated', 'real']} words={words.whiches} meaning={words.whichMeaning} testId="pad-which" onChange={(id) => onChange({ ...value, simulated: id === 'simulated' })} />;
}

/** The ports of this computer, one touch or digit each; asks no device anything. */
function usePorts(): { readonly ports: readonly string[] | null; readonly look: () => void } {
  const act = useAct();
  const [ports, setPorts] = useState<readonly string[] | null>(null);
  const [looked, setLooked] = useState(0);
  useEffect(() => {
    let current = true;
    void act('settings.ports', {}).then((result) => {
      if (current && result.ok) setPorts(result.res.ports);
    });
    return () => {
      current = false;
    };
  }, [act, looked]);
  return { ports, look: () => setLooked((count) => count + 1) };
}

function Port({ value, asked, onChange }: Pick<PadFieldsProps, 'value' | 'asked' | 'onChange'>) {
  const words = useWords(padSettingsWords);
  const { ports, look } = usePorts();
  useKeyLayer('screen', { keys: { F6: named(words.again, look) } });
  const listed = (ports ?? []).slice(0, MAX_LISTED);
  const chosen = portOfAddress(value.typed);
  const wrong = asked > 0 && padAddressOfTyped(value.typed) === null;
  return (
    <section aria-label={words.port} className="-mb-2 flex flex-col gap-3" data-testid="pad-ports">
      {listed.length === 0 ? null : (
        <Choices
          label={words.port}
          value={listed.find((port) => port === chosen) ?? null}
          firstKey={KINDS.length + 1}
          className="grid-cols-3! cramped:grid-cols-1!"
          choices={listed.map((port) => ({ id: port, title: port, meaning: '', testId: 'pad-port-found' }))}
          onChange={(port) => onChange({ ...value, typed: port })}
        />
      )}
      <div className="flex flex-wrap items-start gap-5">
        <Field label={words.port} hint={words.typedHint} value={value.typed} maxLength={MAX_ADDRESS_CHARS} onChange={(typed) => onChange({ ...value, typed })} problem={wrong ? words.wrong : null} className="w-80 max-w-full" testId="pad-port" />
        <Button onPress={look} keyHint="F6" testId="pad-look" className="mt-[1.6875rem] min-h-14">
          {words.again}
        </Button>
        <p className="mt-[1.6875rem] flex min-h-14 min-w-80 flex-1 items-center text-[0.9375rem] text-ink-2" data-testid="pad-found">
          {listed.length === 0 ? words.none : words.found}
        </p>
      </div>
    </section>
  );
}

/** Who takes it where the terminal does not say by itself whether it did. */
function TakenBy({ value, onChange }: Pick<PadFieldsProps, 'value' | 'onChange'>) {
  const words = useWords(padSettingsWords).takenBy;
  return <ShortChoice label={words.label} titled value={value.takenBy} options={value.pad === 'none' ? ['terminal', 'none'] : ['terminal', 'pad', 'none']} words={words.by} meaning={words.meaning} testId="taken-by" onChange={(takenBy) => onChange({ ...value, takenBy })} />;
}
