import { useState } from 'react';
import type { LineView } from '../../../contract/views.ts';
import { MAX_NOTE_LENGTH, MAX_QUANTITY } from '../../../domain/cart.ts';
import { unreachable } from '../../../domain/unreachable.ts';
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
import { DiscountPad } from './discount-pad.tsx';
import { eraseDigit, typeDigits } from './typed-amount.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { useDiscount } from './use-discount.ts';
import { useWeight, WeightPad } from './weight-pad.tsx';

const TABS = ['weight', 'quantity', 'discount', 'note'] as const;
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
  const act = useAct();
  const tabs = tabsOf(line);
  const [tab, setTab] = useState<Tab>(tabs[0] ?? 'quantity');
  const weight = useWeight();
  const [quantity, setQuantity] = useState<number | null>(null);
  const [note, setNote] = useState(line.note);
  // Before this line's own discount; a view says what it comes to after.
  const baseWon = line.amountWon + line.discountWon;
  const discount = useDiscount(baseWon, maxPercent);
  const lineId = line.lineId;
  const typeQuantity = (digits: string) => setQuantity((before) => typeDigits(before, digits, MAX_QUANTITY) ?? before);

  const apply = async () => {
    const result = await change();
    if (result?.ok === true) onClose();
  };
  const change = async () => {
    switch (tab) {
      case 'weight':
        return weight.grams === null || !weight.ready ? null : act('sale.weighLine', { saleId, lineId, grams: weight.grams });
      case 'quantity':
        return quantity === null || quantity === 0 ? null : act('sale.setQuantity', { saleId, lineId, quantity });
      case 'discount':
        return discount.given === null ? null : act('sale.discountLine', { saleId, lineId, discount: discount.given });
      case 'note':
        return act('sale.noteLine', { saleId, lineId, note });
      default:
        return unreachable(tab);
    }
  };
  const type = (character: string) => {
    const digit = /^\d$/.test(character);
    if (tab === 'weight' && digit) weight.type(character);
    else if (tab === 'quantity' && digit) typeQuantity(character);
    else if (tab === 'discount' && digit) discount.type(character);
    else if (tab === 'discount' && '*/%'.includes(character)) discount.toggleUnit();
    return true;
  };
  const erase = () => (tab === 'weight' ? weight.erase() : tab === 'quantity' ? setQuantity(eraseDigit) : discount.erase());
  const turn = (by: number) => setTab(tabs[Math.max(0, Math.min(tabs.length - 1, tabs.indexOf(tab) + by))] ?? tab);
  const take = () => {
    onClose();
    onCancelLine();
  };
  const keys = { ArrowLeft: named(words.tabs, () => turn(-1)), ArrowRight: named(words.tabs, () => turn(1)), Backspace: erase, Delete: take };
  return (
    <Dialog kind="sheet" title={line.name} onClose={onClose} testId="line-sheet" keys={keys} onTyped={type} onEnter={() => void apply()}>
      <div className="-mt-1 flex items-center justify-between gap-3">
        <Segments label={words.tabs} value={tab} options={tabs.map((id) => ({ id, content: words[id], testId: `line-${id}-tab` }))} onChange={setTab} />
        <Button kind="danger" size="small" onPress={take} keyHint="Del" testId="line-cancel">
          {words.cancelLine}
        </Button>
      </div>
      {tab === 'weight' ? <WeightPad weight={weight} pricePer100gWon={line.unitPriceWon} standing={line.grams ?? null} onSet={() => void apply()} /> : null}
      {tab === 'quantity' ? <QuantityPad line={line} quantity={quantity} onType={typeQuantity} onErase={erase} onSet={() => void apply()} /> : null}
      {tab === 'discount' ? <DiscountPad discount={discount} baseWon={baseWon} standingWon={line.discountWon} maxPercent={maxPercent} onGive={() => void apply()} /> : null}
      {tab === 'note' ? <NotePad kept={line.note} note={note} onNote={setNote} onKeep={() => void apply()} /> : null}
    </Dialog>
  );
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
