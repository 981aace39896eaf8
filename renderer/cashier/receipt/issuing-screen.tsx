import type { SaleView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { useNow } from '../../ui/now.ts';
import { Label, Pane, Panes, Title } from '../../ui/screen.tsx';
import { Since } from '../../ui/since.tsx';
import { Sweep } from '../../ui/sweep.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import { MoneySide } from '../frame/money-side.tsx';
import { TerminalIssuing } from './terminal-issuing.tsx';

/** Before this, Enter is more likely the second half of an impatient double press than a decision to move on. */
const PRIMARY_AFTER_MS = 3_000;

type IssuingSale = SaleView & { stage: 'receipt-issuing' };

export function IssuingScreen({ sale }: { readonly sale: IssuingSale }) {
  const { terminal } = sale.cashReceipt;
  return terminal === null ? <GatewayIssuing sale={sale} /> : <TerminalIssuing sale={sale} terminal={terminal} />;
}

/** Waiting: for whom, since when, and the safe way out. */
function GatewayIssuing({ sale }: { readonly sale: IssuingSale }) {
  const words = useWords(cashierWords).issuing;
  const common = useWords(commonWords);
  const act = useAct();
  const nowMs = useNow(1_000);
  const { cashReceipt } = sale;
  const waited = nowMs - Date.parse(cashReceipt.createdAt) > PRIMARY_AFTER_MS;
  const leave = () => void act('receipt.leaveWaiting', { saleId: sale.saleId });
  useKeyLayer('screen', { keys: { Escape: named(words.leave, leave) }, onEnter: () => (waited ? leave() : undefined) });
  const state = cashReceipt.state === 'unknown' || cashReceipt.state === 'queued' ? cashReceipt.state : 'requested';
  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-issuing">
      <MoneySide payment={sale.payment} saleNumber={sale.saleNumber}>
        <p className="text-base text-ink-2">{words.saved}</p>
      </MoneySide>
      <Pane label={words.title} className="gap-4 px-7.5 py-6.5">
        <Title>{words.title}</Title>
        <output className="flex flex-1 flex-col justify-center gap-2.5">
          <Label>
            {common.purpose[cashReceipt.purpose]} · {common.form[cashReceipt.form]}
          </Label>
          <span className="num text-[3.25rem] leading-tight font-[740] whitespace-nowrap">{cashReceipt.identifierMasked}</span>
          <Sweep className="my-3" />
          <b className="text-2xl font-[700]">{words.waitingFor}</b>
          <span className="num text-lg text-ink-2" data-testid="issuing-since">
            {words.states[state]} · <Since at={cashReceipt.createdAt} />
          </span>
        </output>
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <p className="px-1 text-ink-2">{words.leaveMeaning}</p>
        <Button kind={waited ? 'primary' : 'plain'} size="huge" onPress={leave} keyHint="Esc" testId="receipt-leave-waiting" className="text-[1.3125rem]">
          {words.leave}
        </Button>
      </Pane>
    </Panes>
  );
}
