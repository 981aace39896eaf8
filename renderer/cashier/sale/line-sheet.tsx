import { useState } from 'react';
import { MAX_OPEN_PRICE_WON } from '../../../contract/limits.ts';
import type { LineView } from '../../../contract/views.ts';
import { MAX_NOTE_LENGTH, MAX_QUANTITY } from '../../../domain/cart.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { useClient } from '../../bridge.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { named } from '../../ui/keys.ts';
import { Keypad } from '../../ui/keypad.tsx';
import { Segments } from '../../ui/segments.tsx';
import { basketWords } from '../../words/basket.ts';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { weightWords } from '../../words/weight.ts';
import { useSpecialAct } from '../approval/special-acts.tsx';
import { PricePad } from './price-pad.tsx';
import { DiscountPad } from './discount-pad.tsx';
import { eraseDigit, typeDigits } from './typed-amount.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { useDiscount } from './use-discount.ts';
import { useWeight, WeightPad } from './weight-pad.tsx';

const TABS = ['weight', 'quantity', 'discount', 'price', 'note'] as const;
type Tab = (typeof TABS)[number];
/** What is not weighed has no weight to change. */
const tabsOf = ({ grams }: LineView): readonly Tab[] => TABS.filter((tab) => tab !== 'weight' || grams !== undefined);

export type LineSheetProps = {
  readonly saleId: string;
  readonly line: LineView;
  readonly maxPercent: number;
  readonly onCancelLine: () => void;
  readonly onClose: () => void;
};

/** All that can be done to one line. Left and right change the subject, Enter does what the button says, Delete takes the line out. */
export function LineSheet({ saleId, line, maxPercent, onCancelLine, onClose }: LineSheetProps) {
  const words = { ...useWords(basketWords), weight: useWords(weightWords).weight };
  const { tabs, tab, setTab, weight, quantity, discount, price, note, change } = useLineSheet(saleId, line, maxPercent);
  const apply = async () => {
    const result = await change();
    if (result?.ok === true) onClose();
  };
  const typed = { weight: weight.type, quantity: quantity.type, discount: discount.type, price: price.type, note: () => undefined } satisfies Record<Tab, (digits: string) => void>;
  const type = (character: string) => {
    if (/^\d$/.test(character)) typed[tab](character);
    else if (tab === 'discount' && '*/%'.includes(character)) discount.toggleUnit();
    return true;
  };
  const erased = { weight: weight.erase, quantity: quantity.erase, discount: discount.erase, price: price.erase, note: () => undefined } satisfies Record<Tab, () => void>;
  const turn = (by: number) => setTab(tabs[Math.max(0, Math.min(tabs.length - 1, tabs.indexOf(tab) + by))] ?? tab);
  const take = () => {
    onClose();
    onCancelLine();
  };
  const keys = { ArrowLeft: named(words.tabs, () => turn(-1)), ArrowRight: named(words.tabs, () => turn(1)), Backspace: () => erased[tab](), Delete: take };
  return (
    <Dialog kind="sheet" title={line.name} onClose={onClose} testId="line-sheet" keys={keys} onTyped={type} onEnter={() => void apply()}>
      <div className="-mt-1 flex flex-wrap items-center justify-between gap-3">
        <Segments label={words.tabs} value={tab} options={tabs.map((id) => ({ id, content: words[id], testId: `line-${id}-tab` }))} onChange={setTab} />
        <Button kind="danger" size="small" onPress={take} keyHint="Del" testId="line-cancel">
          {words.cancelLine}
        </Button>
      </div>
      {tab === 'weight' ? <WeightPad weight={weight} pricePer100gWon={line.unitPriceWon} standing={line.grams ?? null} onSet={() => void apply()} /> : null}
      {tab === 'quantity' ? <QuantityPad line={line} quantity={quantity.value} onType={quantity.type} onErase={quantity.erase} onSet={() => void apply()} /> : null}
      {tab === 'discount' ? <DiscountPad discount={discount} baseWon={baseWonOf(line)} standingWon={line.discountWon} maxPercent={maxPercent} onGive={() => void apply()} /> : null}
      {tab === 'price' ? <PricePad line={line} priceWon={price.value} onType={price.type} onErase={price.erase} onSet={() => void apply()} /> : null}
      {tab === 'note' ? <NotePad kept={line.note} note={note.text} onNote={note.set} onKeep={() => void apply()} /> : null}
    </Dialog>
  );
}

/** Before this line's own discount; a view says what it comes to after. */
function baseWonOf(line: LineView): number {
  return line.amountWon + line.discountWon;
}

/** What is typed under each subject, and the call that makes it so. */
function useLineSheet(saleId: string, line: LineView, maxPercent: number) {
  const act = useAct();
  const client = useClient();
  const special = useSpecialAct();
  const tabs = tabsOf(line);
  const [tab, setTab] = useState<Tab>(tabs[0] ?? 'quantity');
  const weight = useWeight();
  const quantity = useTypedNumber(MAX_QUANTITY);
  const price = useTypedNumber(MAX_OPEN_PRICE_WON);
  const [text, setText] = useState(line.note);
  const discount = useDiscount(baseWonOf(line), maxPercent);
  const { lineId } = line;
  const change = async () => {
    const done = { saleId, what: line.name };
    switch (tab) {
      case 'weight': {
        const grams = weight.ready ? weight.grams : null;
        return grams === null ? null : special(done, (given) => client.call('sale.weighLine', { saleId, lineId, grams, ...given }));
      }
      case 'quantity': {
        const { value } = quantity;
        return value === null || value === 0 ? null : special(done, (given) => client.call('sale.setQuantity', { saleId, lineId, quantity: value, ...given }));
      }
      case 'discount': {
        const wanted = discount.given;
        return wanted === null ? null : special(done, (given) => client.call('sale.discountLine', { saleId, lineId, discount: wanted, ...given }));
      }
      case 'price': {
        const unitPriceWon = price.value;
        return unitPriceWon === null || unitPriceWon === 0 ? null : special(done, (given) => client.call('sale.repriceLine', { saleId, lineId, unitPriceWon, ...given }));
      }
      case 'note':
        return act('sale.noteLine', { saleId, lineId, note: text });
      default:
        return unreachable(tab);
    }
  };
  return { tabs, tab, setTab, weight, quantity, discount, price, note: { text, set: setText }, change };
}

function useTypedNumber(most: number) {
  const [value, setValue] = useState<number | null>(null);
  return { value, type: (digits: string) => setValue((before) => typeDigits(before, digits, most) ?? before), erase: () => setValue(eraseDigit) };
}

type QuantityPadProps = { readonly line: LineView; readonly quantity: number | null; readonly onType: (digits: string) => void; readonly onErase: () => void; readonly onSet: () => void };

function QuantityPad({ line, quantity, onType, onErase, onSet }: QuantityPadProps) {
  const words = useWords(basketWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const ready = quantity !== null && quantity > 0;
  const eachWon = (line.amountWon + line.discountWon) / line.quantity;
  const hint = ready ? `${format.won(eachWon)} × ${format.number(quantity)} = ${format.won(eachWon * quantity)}` : words.quantityNow(format.number(line.quantity));
  return (
    <>
      <AmountField label={words.quantity} typed={quantity === null ? null : format.number(quantity)} ghost={format.number(line.quantity)} hint={hint} testId="quantity-typed" />
      <Keypad onDigits={onType} onBackspace={onErase} backspaceLabel={common.erase} bundle="00">
        <Button kind="primary" size="large" disabled={!ready} onPress={onSet} testId="quantity-set" className="num">
          {ready ? words.quantityDo(format.number(quantity)) : words.quantityNeeded}
        </Button>
      </Keypad>
    </>
  );
}

type NotePadProps = { readonly kept: string; readonly note: string; readonly onNote: (note: string) => void; readonly onKeep: () => void };

function NotePad({ kept, note, onNote, onKeep }: NotePadProps) {
  const words = useWords(basketWords);
  return (
    <div className="grid gap-4">
      <div className="grid gap-1">
        <input
          // She chose the note to write it: the next key belongs in it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          type="text"
          value={note}
          maxLength={MAX_NOTE_LENGTH}
          onChange={(event) => onNote(event.target.value)}
          aria-label={words.noteLabel}
          autoComplete="off"
          spellCheck={false}
          className="h-15 w-full rounded-card border-2 border-accent bg-surface px-4.5 text-xl text-ink outline-none"
          data-testid="note-field"
        />
        <p className="num flex justify-between gap-4 text-[0.9375rem] text-ink-2">
          <span>{words.noteHint}</span>
          <span>{words.noteLeft(MAX_NOTE_LENGTH - [...note].length)}</span>
        </p>
      </div>
      <Button kind="primary" size="large" onPress={onKeep} testId="note-keep">
        {note.trim() === '' && kept !== '' ? words.noteRemove : words.noteDo}
      </Button>
    </div>
  );
}
