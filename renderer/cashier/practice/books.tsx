/** What comes next, and what truly happened: the simulated issuer's books. */
import type { PracticeTrade, PracticeView } from '../../../contract/practice.ts';
import { Dot } from '../../ui/dot.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { practiceWords } from '../../words/practice.ts';
import type { Group } from './groups.ts';

export function Books({ group, view: { terminal, pad } }: { readonly group: Group; readonly view: PracticeView }) {
  const words = useWords(practiceWords);
  return (
    <section className="flex min-w-0 flex-col gap-3 rounded-card bg-sunk px-4 py-3.5" data-testid="practice-books">
      {group.device === 'terminal'
        ? terminal !== null && <Coming usual={words.terminal[terminal.usual].title} waiting={terminal.waiting.map((behaviour) => words.terminal[behaviour].title)} />
        : pad !== null && <Coming usual={words.pad[pad.usual].title} waiting={pad.waiting.map((behaviour) => words.pad[behaviour].title)} />}
      {terminal === null ? null : <Trades trades={terminal.trades} />}
    </section>
  );
}

function Coming({ usual, waiting }: { readonly usual: string; readonly waiting: readonly string[] }) {
  const words = useWords(practiceWords);
  return (
    <dl aria-live="polite" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-[0.9375rem] leading-snug" data-testid="practice-coming">
      {waiting.map((title, index) => (
        // Two of the same may wait.
        // eslint-disable-next-line react/no-array-index-key
        <div key={index} className="contents">
          <dt className="text-ink-2">{index === 0 ? words.next : words.nextAfter(index + 1)}</dt>
          <dd className="font-semibold">{title}</dd>
        </div>
      ))}
      <dt className="text-ink-2">{waiting.length === 0 ? words.next : words.otherwise}</dt>
      <dd className={waiting.length === 0 ? 'font-semibold' : ''}>{usual}</dd>
    </dl>
  );
}

function Trades({ trades }: { readonly trades: readonly PracticeTrade[] }) {
  const words = useWords(practiceWords);
  return (
    <>
      <div className="border-t border-line pt-3">
        <h3 className="font-[700]">{words.books}</h3>
        <p className="text-[0.875rem] text-ink-2">{words.booksMeaning}</p>
      </div>
      {trades.length === 0 ? <p className="text-ink-2">{words.noTrades}</p> : null}
      <ul tabIndex={0} aria-label={words.books} className="num flex max-h-88 min-h-0 flex-col gap-2 overflow-y-auto" data-testid="practice-trades">
        {trades.map((trade, index) => (
          <Trade key={`${trades.length - index} ${trade.number}`} trade={trade} />
        ))}
      </ul>
    </>
  );
}

function Trade({ trade: { number, kind, totalWon, approved, confirmed, approvalNumber } }: { readonly trade: PracticeTrade }) {
  const words = useWords(practiceWords);
  const format = useFormat();
  return (
    <li className="rounded-control bg-surface px-3 py-2 text-[0.9375rem] leading-snug" data-testid="practice-trade" data-approved={approved}>
      <span className="flex justify-between gap-2">
        <b className="font-semibold">{words.kinds[kind]}</b>
        <b className="font-semibold">{format.won(totalWon)}</b>
      </span>
      <span className="flex flex-wrap items-center gap-x-1.5">
        <Dot state={approved ? 'ok' : 'checking'} />
        {approved ? words.approved(approvalNumber) : words.notApproved}
        <span className="ml-auto text-[0.875rem] text-ink-2">{number === '' ? words.keyed : number}</span>
      </span>
      <span className="block text-[0.875rem] text-ink-2">{confirmed ? words.confirmed : words.unconfirmed}</span>
    </li>
  );
}
