/** Where a customer signs, and who takes the signature; for a pad on a cable, which port it is on. */
import { useEffect, useState } from 'react';
import type { DeviceView } from '../../contract/devices.ts';
import { MAX_ADDRESS_CHARS } from '../../domain/setup.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { Dot } from '../ui/dot.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { Segments } from '../ui/segments.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { commonWords } from '../words/common.ts';
import { deviceWords } from '../words/devices.ts';
import { useWords } from '../words/language.tsx';
import { padSettingsWords } from '../words/pad-settings.ts';
import { Choices } from './choices.tsx';
import { Field } from './field.tsx';
import type { PadDraft, PadKind } from './pad-address.ts';
import { padAddressOfTyped, portOfAddress, withKind } from './pad-address.ts';

const KINDS = ['none', 'display', 'koces-pad'] as const satisfies readonly PadKind[];
/** As many as have a digit after those of the kinds; any other is typed. */
const MAX_LISTED = 6;

export type PadFieldsProps = {
  /** Practice may have a simulated one. */
  readonly practises: boolean;
  readonly value: PadDraft;
  /** As it is kept, and in use. */
  readonly health: DeviceView;
  readonly changed: boolean;
  readonly asked: number;
  readonly onChange: (pad: PadDraft) => void;
};

export function PadFields({ practises, value, health, changed, asked, onChange }: PadFieldsProps) {
  const words = useWords(padSettingsWords);
  const { pad } = value;
  return (
    <div className="flex w-[58rem] max-w-full flex-col gap-5">
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
      {pad === 'none' ? null : <Now health={health} changed={changed} />}
    </div>
  );
}

function Which({ value, onChange }: Pick<PadFieldsProps, 'value' | 'onChange'>) {
  const words = useWords(padSettingsWords);
  const which = value.simulated ? 'simulated' : 'real';
  return (
    <div className="flex flex-wrap items-center gap-4">
      <Segments label={words.which} value={which} options={(['simulated', 'real'] as const).map((id) => ({ id, content: words.whiches[id], testId: `pad-which-${id}` }))} onChange={(id) => onChange({ ...value, simulated: id === 'simulated' })} />
      <p className="flex-1 text-[0.9375rem] text-ink-2">{words.whichMeaning[which]}</p>
    </div>
  );
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
    <section aria-label={words.port} className="flex flex-col gap-3" data-testid="pad-ports">
      {listed.length === 0 ? null : (
        <Choices
          label={words.port}
          value={listed.find((port) => port === chosen) ?? null}
          firstKey={KINDS.length + 1}
          className="grid-cols-3! cramped:grid-cols-1!"
          choices={listed.map((port) => ({ id: port, title: port, meaning: words.serial, testId: 'pad-port-found' }))}
          onChange={(port) => onChange({ ...value, typed: port })}
        />
      )}
      <div className="flex flex-wrap items-start gap-5">
        <Field label={words.port} hint={words.typedHint} value={value.typed} maxLength={MAX_ADDRESS_CHARS} onChange={(typed) => onChange({ ...value, typed })} problem={wrong ? words.wrong : null} className="w-80 max-w-full" testId="pad-port" />
        <Button onPress={look} keyHint="F6" testId="pad-look" className="mt-[1.6875rem] min-h-14">
          {words.again}
        </Button>
        <p className="mt-8 min-w-80 flex-1 text-[0.9375rem] text-ink-2" data-testid="pad-found">
          {listed.length === 0 ? words.none : words.found}
        </p>
      </div>
    </section>
  );
}

/** Who takes it where the terminal does not say by itself whether it did. */
function TakenBy({ value, onChange }: Pick<PadFieldsProps, 'value' | 'onChange'>) {
  const words = useWords(padSettingsWords).takenBy;
  const options = value.pad === 'none' ? (['terminal', 'none'] as const) : (['terminal', 'pad', 'none'] as const);
  return (
    <div className="flex flex-wrap items-center gap-4">
      <b className="text-lg font-[700]">{words.label}</b>
      <Segments label={words.label} value={value.takenBy} options={options.map((id) => ({ id, content: words.by[id], testId: `taken-by-${id}` }))} onChange={(takenBy) => onChange({ ...value, takenBy })} />
      <p className="min-w-80 flex-1 text-[0.9375rem] text-ink-2">{words.meaning[value.takenBy]}</p>
    </div>
  );
}

/** One owner of the line: only the pad that is saved is asked, and tried on the page of devices. */
function Now({ health, changed }: Pick<PadFieldsProps, 'health' | 'changed'>) {
  const words = useWords(padSettingsWords);
  const { short } = useWords(deviceWords);
  const common = useWords(commonWords);
  if (changed) return <p className="rounded-card border border-line px-5 py-3.5 text-ink-2">{words.saveFirst}</p>;
  return (
    <section aria-label={words.now} className="flex flex-col gap-3 rounded-card border-2 border-line bg-surface p-5" data-testid="pad-now" data-state={health.state}>
      <div>
        <b className="block text-lg font-[700]">{words.now}</b>
        <span className="num flex items-center gap-2 text-ink-2">
          <Dot state={health.state} />
          {[(health.failure === null ? undefined : short[health.failure]) ?? common.health[health.state], health.address].filter((part) => part !== '' && part !== 'none').join(' · ')}
        </span>
      </div>
      <div aria-live="polite" className="contents">
        {health.failure === null ? <p className="text-[0.9375rem] text-ink-2">{words.tryThere}</p> : <Trouble code={health.failure} tone={health.state === 'down' ? 'bad' : 'warn'} testId="pad-trouble" />}
      </div>
    </section>
  );
}
