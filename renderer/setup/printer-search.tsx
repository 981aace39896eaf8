/**
 * Finding a printer: looked for on every line at once, tried on paper, or named by hand. Stands by itself: give it what main knows of the
 * search and what is chosen, and it says what she chooses.
 */
import { useEffect, useState } from 'react';
import type { FoundPrinter, PrinterSearch as Search } from '../../contract/program.ts';
import { MAX_ADDRESS_CHARS } from '../../domain/setup.ts';
import type { PrinterDraft } from '../../domain/setup.ts';
import { useAct } from '../ui/act.ts';
import { Button } from '../ui/button.tsx';
import { CheckIcon } from '../ui/icons.tsx';
import { named, useKeyLayer } from '../ui/keys.ts';
import { Live } from '../ui/live.tsx';
import { Segments } from '../ui/segments.tsx';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';
import { FoundPrinters } from './found-printers.tsx';
import { addressOfTyped, whereOfAddress } from './printer-address.ts';
import { TryPrinter } from './try-printer.tsx';
import { Field } from './field.tsx';

export type PrinterSearchProps = { readonly search: Search; readonly value: PrinterDraft; readonly onChange: (printer: PrinterDraft) => void; readonly mayGoWithout?: boolean; /** What it is to have none, where that is something else than a counter without a printer. */ readonly without?: WithoutWords | undefined };

export type WithoutWords = { readonly without: string; readonly withoutChosen: string; readonly withoutMeaning: string };

export function PrinterSearch({ search, value, onChange, mayGoWithout = true, without }: PrinterSearchProps) {
  const words = useWords(setupWords).printer;
  const act = useAct();
  const looking = search.state === 'looking';
  const look = () => void act(looking ? 'printers.stop' : 'printers.search', {});
  const lookWords = looking ? words.stop : search.state === 'idle' ? words.search : words.again;
  useKeyLayer('screen', { keys: { F6: named(lookWords, look) } });
  useEffect(() => () => void act('printers.stop', {}), [act]);
  const choose = (address: string) => onChange({ ...value, choice: 'printer', address, tried: false });
  const hasPrinter = value.choice === 'printer' && value.address !== '';
  const simulated = value.address === 'simulated';
  return (
    <div className="flex w-[44rem] max-w-full flex-col gap-4" data-testid="printer-search" data-state={search.state}>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Button size="large" kind={looking || search.state !== 'idle' ? 'plain' : 'soft'} onPress={look} keyHint="F6" testId="printer-look" className={search.state === 'idle' ? 'border-accent! bg-surface! text-accent!' : ''}>
          {lookWords}
        </Button>
        <Lines search={search} />
      </div>
      <FoundPrinters search={search} address={value.choice === 'printer' ? value.address : ''} onChoose={choose} />
      {hasPrinter ? (
        <section className="flex flex-col gap-3 rounded-card border-2 border-accent bg-surface p-5" data-testid="printer-chosen">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <b className="num text-lg font-[700]">{words.chosen(simulated ? words.simulated : whereOfAddress(value.address))}</b>
            <div className="flex items-center gap-3">
              <span aria-hidden="true" className="text-[0.9375rem] text-ink-2">
                {words.columns}
              </span>
              <Segments
                label={words.columns}
                value={String(value.columns)}
                options={([48, 42] as const).map((count) => ({ id: String(count), content: words.columnsOf(count), testId: `printer-columns-${count}` }))}
                onChange={(count) => onChange({ ...value, columns: count === '42' ? 42 : 48, tried: false })}
              />
            </div>
          </div>
          {simulated ? null : <TryPrinter key={`${value.address} ${value.columns}`} address={value.address} columns={value.columns} good={value.tried} onGood={(tried) => onChange({ ...value, tried })} />}
        </section>
      ) : null}
      <ByHand onUse={choose} />
      {mayGoWithout ? <Without value={value} onChange={onChange} without={without} /> : null}
      <Live>{search.state === 'done' ? (search.found.length === 0 ? words.none : words.found(search.found.length)) : ''}</Live>
    </div>
  );
}

/** How far each line is. */
function Lines({ search }: { readonly search: Search }) {
  const words = useWords(setupWords).printer;
  if (search.state === 'idle') return null;
  return (
    <dl className="num flex flex-wrap gap-x-5 gap-y-1 text-[0.9375rem]">
      {(['usb', 'serial', 'network'] as const satisfies readonly FoundPrinter['line'][]).map((line) => (
        <div key={line} className="flex gap-1.5" data-testid={`search-${line}`} data-state={search[line].state}>
          <dt className="font-semibold">{words.lines[line]}</dt>
          <dd className="text-ink-2">{words.progress[search[line].state](search[line].asked, search[line].of)}</dd>
        </div>
      ))}
    </dl>
  );
}

function ByHand({ onUse }: { readonly onUse: (address: string) => void }) {
  const words = useWords(setupWords);
  const [typed, setTyped] = useState('');
  const address = addressOfTyped(typed);
  return (
    <div className="flex items-start gap-3">
      <Field label={words.printer.byHand} hint={words.printer.byHandHint} value={typed} maxLength={MAX_ADDRESS_CHARS} onChange={setTyped} className="w-80 max-w-full" testId="printer-address" />
      <Button disabled={address === null} onPress={() => address !== null && onUse(address)} testId="printer-use" className="mt-[1.6875rem] min-h-14">
        {words.printer.use}
      </Button>
    </div>
  );
}

function Without({ value, onChange, without: own }: Pick<PrinterSearchProps, 'value' | 'onChange' | 'without'>) {
  const usual = useWords(setupWords).printer;
  const words = own ?? usual;
  const without = value.choice === 'none';
  return (
    <div className="flex flex-wrap items-center gap-4 border-t border-line pt-4">
      <Button kind={without ? 'chosen' : 'soft'} pressed={without} onPress={() => onChange({ ...value, choice: 'none' })} testId="printer-without">
        {without ? <CheckIcon /> : null}
        {without ? words.withoutChosen : words.without}
      </Button>
      <span className="flex-1 text-[0.9375rem] text-ink-2">{words.withoutMeaning}</span>
    </div>
  );
}
