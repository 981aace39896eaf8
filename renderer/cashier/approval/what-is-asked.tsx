import { useFormat, useWords } from '../../words/language.tsx';
import { peopleWords } from '../../words/people.ts';
import { useReasonText } from '../../words/reasons.ts';
import type { AskedAct } from './use-approval.tsx';

/** Exactly what the yes is bound to: the act, what it is done to, how much, and why. */
export function WhatIsAsked({ asked, by }: { readonly asked: AskedAct; readonly by: string }) {
  const words = useWords(peopleWords);
  const format = useFormat();
  const reasonOf = useReasonText();
  return (
    <dl className="num grid gap-1.5 rounded-card border border-line bg-paper px-5 py-4" data-testid="approval-what">
      <dt className="text-[0.9375rem] text-ink-2">{words.approval.asks(by)}</dt>
      <dd className="m-0 text-[1.3125rem] leading-tight font-[750]">{words.act[asked.act]}</dd>
      {/* Of the drawer the act says all there is to say. */}
      {asked.act === 'open-drawer' ? null : <dd className="m-0 text-[1.0625rem]">{asked.what}</dd>}
      {asked.amountWon === null ? null : (
        <dd className="m-0 text-[2.125rem] leading-tight font-[750] tracking-[-0.025em]" data-testid="approval-amount">
          {format.won(asked.amountWon)}
        </dd>
      )}
      {asked.reason === null ? null : (
        <dd className="m-0 text-[1.0625rem]">
          <span className="text-ink-2">{words.approval.reason} </span>
          {reasonOf(asked.reason)}
        </dd>
      )}
    </dl>
  );
}
