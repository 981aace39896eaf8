/** What of a sale is on paper or at the tax office, each with its state in words and the next act. */
import type { ReceiptByHandView } from '../../../contract/refund.ts';
import type { CashReceiptView, PrintView } from '../../../contract/views.ts';
import { Dot } from '../../ui/dot.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { receiptCancelWords } from '../../words/receipt-cancel.ts';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import { receiptSign } from '../signs.ts';

export type ReceiptListProps = { readonly receipts: readonly CashReceiptView[]; readonly byHand: readonly ReceiptByHandView[]; readonly canIssue: boolean; readonly deadlineAt: string | null };

export function ReceiptList({ receipts, byHand, canIssue, deadlineAt }: ReceiptListProps) {
  const words = useWords(managerWords).sale;
  const format = useFormat();
  const due = canIssue && deadlineAt !== null;
  return (
    <>
      {due ? <p className="py-2.5 font-semibold text-warn">{words.noReceiptUntil(format.dayTime(deadlineAt))}</p> : null}
      {receipts.length === 0 && !due ? <p className="py-2.5 text-ink-2">{canIssue ? words.noReceipt : words.neverIssued}</p> : null}
      {receipts.toReversed().map((receipt) => (
        <Receipt key={receipt.cashReceiptId} receipt={receipt} byHand={byHand.filter(({ cashReceiptId }) => cashReceiptId === receipt.cashReceiptId)} />
      ))}
    </>
  );
}

function Receipt({ receipt, byHand }: { readonly receipt: CashReceiptView; readonly byHand: readonly ReceiptByHandView[] }) {
  const words = useWords(managerWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const terminal = useWords(receiptTerminalWords).meaning;
  const { state, failure } = receipt;
  return (
    <div className="flex flex-col gap-1.5 border-b border-sunk py-2.5 last:border-0" data-testid={`receipt-${state}`}>
      <p className="num grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-[1.125rem]">
        <span className="flex flex-wrap items-center gap-x-2.5">
          <Dot state={receiptSign(state)} />
          <b className="font-[700]">{common.receiptState[state]}</b>
          <span>
            {common.purpose[receipt.purpose]} · {receipt.identifierMasked}
          </span>
        </span>
        <span className="font-[650]">{format.won(receipt.totalWon)}</span>
      </p>
      {failure === null ? (
        <p className="text-[0.9375rem] text-ink-2">{receipt.terminal === null ? words.receiptMeaning[state] : state === 'issued' ? terminal.issued : state === 'requested' ? terminal.waiting : words.receiptMeaning[state]}</p>
      ) : (
        <Trouble
          code={failure.code}
          tone={receiptSign(state) === 'down' ? 'bad' : 'warn'}
          detail={[failure.gatewayCode, failure.message].filter((part) => part !== null && part !== '').join(' ')}
          testId="receipt-failure"
        />
      )}
      <p className="num text-[0.9375rem] text-ink-2">
        {[format.clock(receipt.createdAt), receipt.approvalNumber === null ? '' : words.sale.approval(receipt.approvalNumber)].filter((part) => part !== '').join(' · ')}
      </p>
      {byHand.map((settled) => (
        <ByHand key={settled.at} settled={settled} />
      ))}
    </div>
  );
}

/** What a person saw to otherwise is not asked for again, and says who did. */
function ByHand({ settled }: { readonly settled: ReceiptByHandView }) {
  const words = useWords(receiptCancelWords).byHand;
  const format = useFormat();
  return (
    <p className="num flex flex-col text-[0.9375rem]" data-testid="receipt-by-hand">
      <b className="font-semibold">{settled.whole ? words.whole(format.won(settled.amountWon)) : words.part(format.won(settled.amountWon))}</b>
      <span className="text-ink-2">{[settled.byName, format.dayTime(settled.at), settled.reason].join(' · ')}</span>
    </p>
  );
}

/** `전표`, `재발행 2번째`, `돈통 열기`. Copy 1 is the first paper of a sale. */
export function usePrintName(): (print: Pick<PrintView, 'kind' | 'copyNumber'>) => string {
  const words = useWords(managerWords).sale;
  return ({ kind, copyNumber }) => (kind === 'drawer' ? words.drawer : copyNumber <= 1 ? words.firstCopy : words.copy(copyNumber));
}
