import { Kbd } from '../../ui/kbd.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words/language.tsx';
import type { LedgerSpan } from '../../words/ledger.ts';
import { ledgerWords } from '../../words/ledger.ts';
import { SPANS } from './spans.ts';

/** The days that are looked at; the tab hears ← and →. `of`: what the choices are named after. */
export function SpanChoice({ span, of, onChange }: { readonly span: LedgerSpan; readonly of: 'ledger' | 'counts'; readonly onChange: (span: LedgerSpan) => void }) {
  const words = useWords(ledgerWords);
  return (
    <span className="flex flex-wrap items-center gap-2">
      <Segments label={words.days} value={span} options={SPANS.map((id) => ({ id, content: words.span[id], testId: `${of}-${id}` }))} onChange={onChange} />
      <Kbd>← →</Kbd>
    </span>
  );
}
