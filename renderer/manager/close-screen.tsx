import { useState } from 'react';
import type { ShiftCloseView } from '../../contract/views.ts';
import { useClient } from '../bridge.ts';
import { useSpecialAct } from '../cashier/approval/special-acts.tsx';
import { Button } from '../ui/button.tsx';
import { useKeyLayer } from '../ui/keys.ts';
import { Pane, Panes } from '../ui/screen.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { useWords } from '../words/language.tsx';
import { managerWords } from '../words/manager.ts';
import { CloseConfirm } from './close-confirm.tsx';
import { CloseCount } from './close-count.tsx';
import { CloseResult } from './close-result.tsx';
import type { OpenCase } from './card-cases.ts';
import type { Count } from './count.ts';
import { countedRows } from './count.ts';
import type { RoomProps } from './room.tsx';
import { RoomHead } from './room.tsx';
import { saleIsOpen } from './signs.ts';

/** The end of a shift: count without knowing what should be there, confirm the sum, then see what it means. */
export function CloseScreen({ view, onCase, onLeave }: RoomProps & { readonly onCase: OpenCase }) {
  const client = useClient();
  const special = useSpecialAct();
  const words = useWords(managerWords).closed;
  const [count, setCount] = useState<Count>({});
  const [reviewing, setReviewing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [closed, setClosed] = useState<ShiftCloseView | null>(null);
  const close = async () => {
    if (busy) return;
    setBusy(true);
    const result = await special({ saleId: null, what: words.difference }, (given) => client.call('shift.close', { counted: countedRows(count), ...given }));
    setBusy(false);
    if (result.ok) setClosed(result.res);
    // Nobody said why, or yes: the count stands as it was made.
    else if (result.code !== 'people.reason-needed' && result.code !== 'people.approval-needed') setReviewing(false);
  };
  if (closed !== null) return <CloseResult closed={closed} receiptWay={view.receiptOffer.way} onCase={onCase} onLeave={onLeave} />;
  if (view.shift === null) return <CloseRefused reason="no-shift" onLeave={onLeave} />;
  if (saleIsOpen(view.sale)) return <CloseRefused reason="sale-open" onLeave={onLeave} />;
  if (reviewing) return <CloseConfirm count={count} busy={busy} onRecount={() => setReviewing(false)} onClose={() => void close()} />;
  return <CloseCount count={count} onCount={setCount} onReview={() => setReviewing(true)} onLeave={onLeave} />;
}

function CloseRefused({ reason, onLeave }: { readonly reason: 'no-shift' | 'sale-open'; readonly onLeave: () => void }) {
  const words = useWords(managerWords);
  useKeyLayer('screen', { keys: { Escape: onLeave }, onEnter: onLeave });
  return (
    <Panes columns="grid-cols-1" testId="screen-close-refused">
      <Pane className="gap-6 px-7.5 py-5">
        <RoomHead title={words.close.title} onLeave={onLeave} />
        <div className="flex w-[46rem] max-w-full flex-col items-start gap-6" role="alert">
          {reason === 'sale-open' ? <Trouble code="shift.sale-open" tone="warn" size="large" testId="close-refused" /> : <p className="text-xl">{words.close.noShift}</p>}
          <Button kind="primary" size="huge" onPress={onLeave} keyHint="Enter" testId="close-leave">
            {words.back}
          </Button>
        </div>
      </Pane>
    </Panes>
  );
}
