import { useState } from 'react';
import { MAX_GRAMS, weightWon } from '../../../domain/weight.ts';
import { Button } from '../../ui/button.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { commonWords } from '../../words/common.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { weightWords } from '../../words/weight.ts';
import { eraseDigit, typeDigits } from './typed-amount.ts';
import { AmountField } from '../../ui/amount-field.tsx';

export type Weight = {
  readonly grams: number | null;
  /** A weight there can be. */
  readonly ready: boolean;
  readonly type: (digits: string) => void;
  readonly erase: () => void;
};

/** Grams as they are typed. */
export function useWeight(): Weight {
  const [grams, setGrams] = useState<number | null>(null);
  return {
    grams,
    ready: grams !== null && grams > 0,
    type: (digits) => setGrams((before) => typeDigits(before, digits, MAX_GRAMS) ?? before),
    erase: () => setGrams(eraseDigit),
  };
}

type WeightPadProps = { readonly weight: Weight; readonly pricePer100gWon: number; /** The weight as it stands; null for goods that have not been weighed. */ readonly standing: number | null; readonly busy?: boolean; readonly onSet: () => void };

export function WeightPad({ weight, pricePer100gWon, standing, busy = false, onSet }: WeightPadProps) {
  const words = useWords(weightWords);
  const common = useWords(commonWords);
  const format = useFormat();
  const { grams, ready, type, erase } = weight;
  const per100g = words.per100g(format.won(pricePer100gWon));
  const hint = grams === null || !ready ? (standing === null ? per100g : `${words.now(format.number(standing))} · ${per100g}`) : `${words.line(format.number(grams), format.won(pricePer100gWon))} = ${format.won(weightWon(pricePer100gWon, grams))}`;
  const does = () => {
    if (grams === null || !ready) return words.needed;
    return standing === null ? words.add(format.won(weightWon(pricePer100gWon, grams))) : words.change(format.number(grams));
  };
  return (
    <>
      <AmountField label={words.weight} typed={grams === null ? null : words.grams(format.number(grams))} ghost={words.grams(format.number(standing ?? 0))} hint={hint} testId="weight-typed" />
      <Keypad onDigits={type} onBackspace={erase} backspaceLabel={common.erase} bundle="00">
        <Button kind="primary" size="large" disabled={!ready || busy} onPress={onSet} testId="weight-set" className="num">
          {does()}
        </Button>
      </Keypad>
    </>
  );
}
