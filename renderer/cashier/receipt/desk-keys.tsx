import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { Keypad } from '../../ui/keypad.tsx';
import { Pane } from '../../ui/screen.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { correctionWords } from '../../words/correction.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { receiptTerminalWords } from '../../words/receipt-terminal.ts';
import type { ReceiptDeskState } from './use-receipt-desk.ts';

export type DeskWaysProps = { readonly desk: ReceiptDeskState; readonly otherWay: (() => void) | null; readonly deadlineAt: string | null; readonly onLeave: (() => void) | null };

/** Beside the number typed here: who else may type it, which other way it can go, and not now. */
export function DeskWays({ desk, otherWay, deadlineAt, onLeave }: DeskWaysProps) {
  const words = useWords(cashierWords).receipt;
  const terminal = useWords(receiptTerminalWords);
  const correction = useWords(correctionWords);
  const format = useFormat();
  const keyed = desk.rules.keyed === true;
  const postponable = desk.rules.mandatory && onLeave === null;
  return (
    <div className={cx('grid flex-none gap-2.5', otherWay !== null ? 'grid-cols-2 [&>:last-child:nth-child(odd)]:col-span-2' : 'auto-cols-fr grid-flow-col')}>
      {keyed ? null : (
        <Button size="large" onPress={desk.handOver} keyHint="F6" testId="receipt-hand-over" className="text-[1.0625rem]">
          {words.handOver}
        </Button>
      )}
      {desk.letCustomer === null ? null : (
        <Button size="large" onPress={desk.letCustomer} disabled={desk.busy} keyHint="F7" testId="receipt-let-customer" className="text-[1.0625rem]">
          {terminal.letCustomer}
        </Button>
      )}
      {otherWay === null ? null : (
        <Button size="large" onPress={otherWay} disabled={desk.busy} keyHint="F8" testId="receipt-other-way" className="text-[1.0625rem]">
          {desk.viaGateway ? terminal.viaTerminal : terminal.viaGateway}
        </Button>
      )}
      {postponable ? (
        <Button size="large" onPress={() => void desk.postpone()} testId="receipt-postpone" className="text-[1.0625rem]">
          {deadlineAt === null ? words.laterPlain : words.later(format.day(deadlineAt))}
        </Button>
      ) : null}
      {onLeave === null ? null : (
        <Button size="large" onPress={onLeave} keyHint="Esc" testId="receipt-leave" className="text-[1.0625rem]">
          {desk.rules.wrong === undefined ? words.leave : correction.leave}
        </Button>
      )}
    </div>
  );
}

/** The keypad with what Enter does; where the customer keys the number elsewhere there is nothing to type. */
export function DeskPad({ desk, primary }: { readonly desk: ReceiptDeskState; readonly primary: { readonly text: string; readonly act: (() => void) | null } }) {
  const common = useWords(commonWords);
  const { busy, rules } = desk;
  return (
    <Pane tone="sunk" className="border-l border-line p-5">
      {rules.keyed === true ? (
        <Button kind="primary" size="huge" disabled={primary.act === null} onPress={() => primary.act?.()} keyHint="Enter" testId="receipt-primary" className="mt-auto px-3 text-[1.5rem]">
          {primary.text}
        </Button>
      ) : (
        <Keypad onDigits={desk.pad} onBackspace={() => void desk.backspace()} backspaceLabel={common.erase} bundle="010" disabled={busy} className="flex-1">
          <Button kind="primary" size="huge" disabled={primary.act === null} onPress={() => primary.act?.()} testId="receipt-primary" className="px-3">
            {primary.text}
          </Button>
        </Keypad>
      )}
    </Pane>
  );
}
