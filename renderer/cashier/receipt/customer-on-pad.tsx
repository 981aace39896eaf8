import type { ReceiptDraft } from '../../../contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Live } from '../../ui/live.tsx';
import { Label, Pane, Title } from '../../ui/screen.tsx';
import { Since } from '../../ui/since.tsx';
import { Sweep } from '../../ui/sweep.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import { numberPadWords } from '../../words/number-pad.ts';
import { NumberField } from './number-field.tsx';
import type { ReceiptDeskState } from './use-receipt-desk.ts';

export type CustomerOnPadProps = { readonly desk: ReceiptDeskState; readonly draft: ReceiptDraft; readonly pad: NonNullable<ReceiptDraft['pad']> };

/** The pad asks the customer, and says nothing until she is done; where nothing came of it: why, again, or here. */
export function CustomerOnPad({ desk, draft, pad }: CustomerOnPadProps) {
  const words = useWords(numberPadWords);
  const receipt = useWords(cashierWords).receipt;
  const common = useWords(commonWords);
  const asking = pad.state === 'asking';
  useKeyLayer('screen', { keys: { Escape: named(receipt.takeBack, desk.takeBack), F6: named(asking ? receipt.takeBack : words.again, asking ? desk.takeBack : desk.handOver) }, ...(asking ? {} : { onEnter: desk.handOver }) });
  const title = asking ? words.asking : draft.digits === '' ? words.ended : words.wrong;
  return (
    <>
      <Pane label={title} className="gap-4 px-7.5 py-6.5">
        <Title>{title}</Title>
        {pad.state === 'ended' ? (
          <>
            <Trouble code={pad.why} tone="warn" testId="pad-number-trouble" />
            {draft.digits === '' ? null : <NumberField form={draft.form} forms={[]} digits={draft.digits} refusal={draft.refusal} onForm={null} />}
          </>
        ) : (
          <div className="flex flex-1 flex-col justify-center gap-2.5">
            <Label>
              {common.purpose[draft.purpose]} · {common.form[draft.form]}
            </Label>
            <Sweep className="my-3" />
            <b className="text-2xl font-[700]" data-testid="pad-number-asking">
              {words.waiting}
            </b>
            <span className="num text-lg text-ink-2" data-testid="customer-since">
              <Since at={draft.since} />
            </span>
            <p className="text-lg text-ink-2">{words.askingHint}</p>
          </div>
        )}
        <Live testId="live-pad-number">{title}</Live>
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <Button size={asking ? 'huge' : 'large'} onPress={desk.takeBack} keyHint="Esc" testId="receipt-take-back">
          {receipt.takeBack}
        </Button>
        {asking ? null : (
          <Button kind="primary" size="huge" onPress={desk.handOver} keyHint="Enter" testId="pad-number-again" className="text-[1.3125rem]!">
            {words.again}
          </Button>
        )}
      </Pane>
    </>
  );
}
