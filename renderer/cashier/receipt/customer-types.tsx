import type { ReceiptDraft } from '../../../contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Pane, Title } from '../../ui/screen.tsx';
import { Since } from '../../ui/since.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { useWords } from '../../words/language.tsx';
import { CustomerOnPad } from './customer-on-pad.tsx';
import { NumberField } from './number-field.tsx';
import type { ReceiptDeskState } from './use-receipt-desk.ts';

export function CustomerTypes({ desk }: { readonly desk: ReceiptDeskState }) {
  const { draft } = desk;
  if (draft === null) return null;
  return draft.pad === null ? <CustomerOnDisplay desk={desk} draft={draft} /> : <CustomerOnPad desk={desk} draft={draft} pad={draft.pad} />;
}

/** The keypad is in front of the customer; here the number grows as it does there, and one key takes it back. */
function CustomerOnDisplay({ desk, draft }: { readonly desk: ReceiptDeskState; readonly draft: ReceiptDraft }) {
  const words = useWords(cashierWords).receipt;
  useKeyLayer('screen', { keys: { Escape: named(words.takeBack, desk.takeBack), F6: named(words.takeBack, desk.takeBack) } });
  return (
    <>
      <Pane label={words.customerTypes} className="gap-4 px-7.5 py-6.5">
        <Title>{words.customerTypes}</Title>
        <p className="text-ink-2">{words.customerTypesHint}</p>
        <NumberField form={draft.form} forms={[]} digits={draft.digits} refusal={draft.refusal} onForm={null} />
      </Pane>
      <Pane tone="sunk" className="border-l border-line p-5">
        <div className="grid min-h-0 flex-1 grid-rows-[1fr_auto] gap-2.5">
          <output className="grid place-content-center gap-1 text-center text-xl text-ink-2">
            {words.customerWaiting}
            <span className="num text-lg" data-testid="customer-since">
              <Since at={draft.since} />
            </span>
          </output>
          <Button size="huge" onPress={desk.takeBack} keyHint="Esc" testId="receipt-take-back">
            {words.takeBack}
          </Button>
        </div>
      </Pane>
    </>
  );
}
