import { useState } from 'react';
import { unreachable } from '../../../domain/unreachable.ts';
import { Segments } from '../../ui/segments.tsx';
import { useWords } from '../../words/language.tsx';
import type { LedgerTab } from '../../words/ledger.ts';
import { ledgerWords } from '../../words/ledger.ts';
import type { RoomProps } from '../room.tsx';
import { CancelsTab } from './cancels-tab.tsx';
import { CountsTab } from './counts-tab.tsx';
import { PrintsTab } from './prints-tab.tsx';
import { beside } from './spans.ts';

const TABS: readonly LedgerTab[] = ['prints', 'cancels', 'counts'];

export type LedgerScreenProps = RoomProps & { readonly onSale: (saleId: string) => void };
export type TabProps = LedgerScreenProps & { readonly tabs: React.ReactNode; readonly onTurn: () => void };

/** What a manager looks over that others did: what was printed again and by whom, what the tax office has not cancelled yet, and what was counted in the drawer. */
export function LedgerScreen(props: LedgerScreenProps) {
  const words = useWords(ledgerWords);
  const [tab, setTab] = useState<LedgerTab>('prints');
  const onTurn = () => setTab(beside(TABS, tab, 1));
  const tabs = <Segments label={words.turn} value={tab} options={TABS.map((id) => ({ id, content: words.tab[id], testId: `ledger-${id}` }))} onChange={setTab} className="flex-wrap" />;
  switch (tab) {
    case 'prints':
      return <PrintsTab {...props} tabs={tabs} onTurn={onTurn} />;
    case 'cancels':
      return <CancelsTab {...props} tabs={tabs} onTurn={onTurn} />;
    case 'counts':
      return <CountsTab {...props} tabs={tabs} onTurn={onTurn} />;
    default:
      return unreachable(tab);
  }
}
