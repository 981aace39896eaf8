import { TERMINAL_MEMORIES, type TerminalMemory } from '../../../contract/behaviours.ts';
import type { PracticeView } from '../../../contract/practice.ts';
import { Button } from '../../ui/button.tsx';
import { Pick } from '../../ui/pick.tsx';
import { useWords } from '../../words/language.tsx';
import { practiceWords } from '../../words/practice.ts';
import type { Group } from './groups.ts';
import type { Practice } from './use-practice.ts';

/** The learner's own sale on the terminal. */
const KEYED_SALE_WON = 5_000;

export type PanelExtrasProps = { readonly group: Group; /** What is chosen lasts. */ readonly lasting: boolean; readonly view: PracticeView; readonly practice: Practice };

/** What only some terminals have, beside the list it belongs to. */
export function PanelExtras({ group, lasting, view: { terminal }, practice }: PanelExtrasProps) {
  const words = useWords(practiceWords);
  const asksMemory = group.device === 'terminal' && group.group === 'lost' && terminal !== null && terminal.memory !== null;
  const takesKeyedSale = group.device === 'terminal' && group.group === 'odd' && terminal?.family === 'kicc-ed721';
  const staysOut = group.group === 'line' && (group.device === 'pad' || terminal?.line === 'serial');
  return (
    <>
      {asksMemory ? <Memory value={terminal.memory ?? 'fail'} onChange={(memory) => practice.tell('practice.memory', { memory })} /> : null}
      {takesKeyedSale ? (
        <Button onPress={() => practice.tell('practice.keyedSale', { totalWon: KEYED_SALE_WON })} testId="practice-keyed-sale">
          {words.keyedSale}
        </Button>
      ) : null}
      {lasting ? <p className="text-[0.9375rem] text-ink-2">{words.lasting}</p> : null}
      {staysOut ? <p className="text-[0.9375rem] font-semibold text-warn">{words.pulled}</p> : null}
    </>
  );
}

function Memory({ value, onChange }: { readonly value: TerminalMemory; readonly onChange: (memory: TerminalMemory) => void }) {
  const words = useWords(practiceWords);
  return <Pick label={words.memory} value={value} options={TERMINAL_MEMORIES.map((id) => ({ id, text: words.memories[id] }))} onPick={onChange} testId="practice-memory" />;
}
