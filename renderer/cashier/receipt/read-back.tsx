import { useEffect, useRef } from 'react';
import { groupIdentifier } from '../../../domain/cash-receipt/identifier.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { spokenDigits } from '../../ui/identifier-text.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { pageMs } from '../../ui/now.ts';
import { Pane, Title } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { correctionWords } from '../../words/correction.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import type { ReceiptDeskState } from './use-receipt-desk.ts';

/** Before this nobody has read a number: an Enter pressed twice in one go is one Enter. */
const UNREAD_MS = 300;

function useOnceRead(confirm: () => void): () => void {
  const shownAt = useRef(Number.POSITIVE_INFINITY);
  useEffect(() => {
    shownAt.current = pageMs();
  }, []);
  return () => {
    if (pageMs() - shownAt.current >= UNREAD_MS) confirm();
  };
}

/** The commonest error is a mistyped number: it is read back, as large as the screen allows, before anything is issued. */
export function ReadBack({ desk }: { readonly desk: ReceiptDeskState }) {
  const words = useWords(cashierWords).receipt;
  const common = useWords(commonWords);
  const correction = useWords(correctionWords);
  const correcting = desk.rules.wrong !== undefined;
  const { draft, busy } = desk;
  useKeyLayer('screen', { keys: { Escape: named(words.edit, desk.takeBack) }, onEnter: useOnceRead(desk.issueDraft) });
  if (draft === null) return null;
  const number = groupIdentifier(draft.form, draft.digits);
  return (
    <>
      <Pane label={words.isThisRight} className="gap-4 px-7.5 py-6.5">
        <Title>{words.isThisRight}</Title>
        <div className="flex flex-1 flex-col justify-center gap-3">
          <span className="text-xl font-semibold text-ink-2">
            {common.purpose[draft.purpose]} · {common.form[draft.form]}
          </span>
          <span
            className={cx('num border-b-4 border-accent pb-2 leading-none font-[740] whitespace-nowrap', number.length > 19 ? 'text-[2.25rem]' : number.length > 13 ? 'text-[2.75rem]' : 'text-[4.25rem]')}
            data-testid="read-back-number"
          >
            {number}
          </span>
          <p className="mt-2 text-xl font-[650]">{words.askAloud}</p>
          {draft.stage === 'confirmed' ? (
            <output className="text-xl font-[650] text-ok" data-testid="read-back-confirmed">
              {correction.confirmed}
            </output>
          ) : (
            <p className="text-ink-2">{words.customerMayConfirm}</p>
          )}
        </div>
        <Live>{`${words.isThisRight} ${spokenDigits(draft.digits)}`}</Live>
      </Pane>
      <Pane tone="sunk" className="border-l border-line p-5">
        <div className="grid min-h-0 flex-1 grid-rows-[1fr_2fr] gap-2.5 cramped:min-h-48">
          <Button size="huge" onPress={desk.takeBack} keyHint="Esc" testId="receipt-edit" disabled={busy}>
            {words.edit}
          </Button>
          <Button kind="primary" size="huge" onPress={desk.issueDraft} keyHint="Enter" testId="receipt-issue" disabled={busy} className={correcting ? 'text-[1.625rem]' : 'text-[2.125rem]'}>
            {correcting ? (busy ? correction.correcting : correction.correct) : busy ? words.issuingNow : words.issue}
          </Button>
        </div>
      </Pane>
    </>
  );
}
