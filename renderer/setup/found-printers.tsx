import { Radio, RadioGroup } from 'react-aria-components';
import type { FoundPrinter, PrinterSearch } from '../../contract/program.ts';
import { Dot } from '../ui/dot.tsx';
import type { DotState } from '../ui/dot.tsx';
import { useKeyLayer } from '../ui/keys.ts';
import { Kbd } from '../ui/kbd.tsx';
import { useFailureWords, useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';

const DOTS = { ready: 'ok', 'not-ready': 'warning', silent: 'checking', denied: 'down' } as const satisfies Record<FoundPrinter['state'], DotState>;

export type FoundPrintersProps = { readonly search: PrinterSearch; readonly address: string; readonly onChoose: (address: string) => void };

/** What answered, as it answers: what it is, where it is, and how it stands. */
export function FoundPrinters({ search, address, onChoose }: FoundPrintersProps) {
  const words = useWords(setupWords).printer;
  const { choose } = useWords(setupWords).keys;
  useKeyLayer('screen', {
    ...(search.found.length === 0 ? {} : { typed: [[`1–${search.found.length}`, choose]] as const }),
    onTyped: (character) => {
      const found = /^[1-9]$/.test(character) ? search.found[Number(character) - 1] : undefined;
      if (found === undefined || found.state === 'denied') return false;
      onChoose(found.address);
      return true;
    },
  });
  if (search.found.length === 0) {
    if (search.state !== 'done' && search.state !== 'stopped') return null;
    return (
      <div className="flex flex-col gap-0.5 rounded-card bg-sunk px-5 py-4" data-testid="printers-none">
        <b className="text-lg font-[700]">{words.none}</b>
        <span className="text-ink-2">{words.noneHint}</span>
      </div>
    );
  }
  return (
    <RadioGroup aria-label={words.foundList} value={address} onChange={onChoose} className="grid gap-2" data-testid="printers-found">
      {search.found.map((found, index) => (
        <Row key={found.address} found={found} number={index + 1} />
      ))}
    </RadioGroup>
  );
}

function Row({ found, number }: { readonly found: FoundPrinter; readonly number: number }) {
  const words = useWords(setupWords).printer;
  const failure = useFailureWords();
  return (
    <Radio
      value={found.address}
      isDisabled={found.state === 'denied'}
      className="flex min-h-16 cursor-default items-center gap-4 rounded-card border-2 border-line bg-surface px-5 py-2.5 data-pressed:bg-sunk data-selected:border-accent data-selected:bg-accent-soft"
      data-testid="printer-found"
      data-address={found.address}
      data-state={found.state}
    >
      <span className="min-w-25 rounded-full bg-sunk px-3 py-1 text-center text-[0.875rem] font-semibold text-ink-2">{words.lines[found.line]}</span>
      <b className="num flex-1 text-lg font-[700]">{found.where}</b>
      <span className="flex items-center gap-2 text-[0.9375rem] font-semibold">
        <Dot state={DOTS[found.state]} />
        {found.failure === null ? words.states[found.state] : failure(found.failure).what}
      </span>
      {number <= 9 && found.state !== 'denied' ? <Kbd>{String(number)}</Kbd> : null}
      {found.state === 'denied' ? <span className="basis-full text-[0.9375rem] text-ink-2">{words.denied}</span> : null}
    </Radio>
  );
}
