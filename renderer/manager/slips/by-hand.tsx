import { Trouble } from '../../ui/trouble.tsx';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useWords } from '../../words/language.tsx';
import { useByHand } from './use-slips.ts';

/** What a person writes where nothing prints, in the order and the words of the paper, with the line for the pen. */
export function ByHand({ slipId }: { readonly slipId: string }) {
  const words = useWords(handwrittenWords);
  const { lines, refusal } = useByHand(slipId);
  if (refusal !== null) return <Trouble code={refusal.code} detail={refusal.detail} testId="by-hand-refused" />;
  if (lines === null) return null;
  return (
    <section aria-label={words.byHandTitle} className="flex-none" data-testid="by-hand">
      <p className="mb-2 flex flex-wrap items-baseline gap-x-3">
        <b className="text-[1.1875rem] font-[750]">{words.byHandTitle}</b>
        <span className="text-ink-2">{words.byHandHint}</span>
      </p>
      <dl className="num grid grid-cols-3 gap-x-6 rounded-card border-2 border-dashed border-line-strong bg-surface px-6 py-2 text-[1.1875rem] cramped:grid-cols-1">
        {lines.map(({ label, value }) => (
          <div key={label} className="border-b border-sunk py-1.5">
            <dt className="text-[0.9375rem] text-ink-2">{label}</dt>
            <dd className="m-0 font-[700] break-words">{value}</dd>
          </div>
        ))}
        <div className="col-span-full flex items-end gap-x-7 pt-1 pb-3">
          <dt className="text-[0.9375rem] text-ink-2">{words.sign}</dt>
          <dd className="m-0 h-9 flex-1 border-b-2 border-line-strong" />
        </div>
      </dl>
    </section>
  );
}
