import { Button } from '../../ui/button.tsx';
import { correctionWords } from '../../words/correction.ts';
import { useWords } from '../../words/language.tsx';
import { managerWords } from '../../words/manager.ts';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import type { SaleDetails } from './use-sale.ts';
import { wrongReceiptOf } from './wrong-receipt.ts';

/** What F6 does about the cash receipt of a sale; `due`: somebody waits for it, and Enter does it too. */
export type ReceiptAct = { readonly text: string; readonly act: () => void; readonly testId: string; readonly due: boolean };

/** What the terminal did is found out first, then one is issued where there is none; one that stands can be corrected. */
export function useReceiptAct(details: SaleDetails, onIssue: () => void, onCorrect: () => void): ReceiptAct | null {
  const { issue } = useWords(managerWords).sale;
  const { settleLater } = useWords(receiptTerminalWords).unknown;
  const { open } = useWords(correctionWords);
  if (details.cashReceipts.some((receipt) => (receipt.terminal?.unknown ?? null) !== null)) return { text: settleLater, act: onIssue, testId: 'settle-receipt', due: true };
  if (details.row.canIssue) return { text: issue, act: onIssue, testId: 'issue-later', due: true };
  return wrongReceiptOf(details) === null ? null : { text: open, act: onCorrect, testId: 'correct-receipt', due: false };
}

export function ReceiptButton({ receipt: { text, act, testId, due } }: { readonly receipt: ReceiptAct }) {
  return (
    <Button kind={due ? 'primary' : 'plain'} size="large" onPress={act} keyHint="F6" testId={testId} className="basis-full">
      {text}
    </Button>
  );
}
