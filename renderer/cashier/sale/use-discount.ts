import { useState } from 'react';
import type { GivenDiscount } from '../../../domain/discount.ts';
import { discountWonOf, mostDiscountWon } from '../../../domain/discount.ts';
import { eraseDigit, typeDigits } from './typed-amount.ts';

export type DiscountUnit = GivenDiscount['unit'];

export type TypedDiscount = {
  readonly unit: DiscountUnit;
  readonly value: number | null;
  /** What it comes to; null while nothing has been typed. */
  readonly amountWon: number | null;
  readonly given: GivenDiscount | null;
  readonly mostWon: number;
  readonly beyond: boolean;
  readonly setUnit: (unit: DiscountUnit) => void;
  readonly toggleUnit: () => void;
  readonly type: (digits: string) => void;
  readonly erase: () => void;
};

/** A discount being typed against what it is taken from. Main judges it again: the basket may have moved. */
export function useDiscount(baseWon: number, maxPercent: number): TypedDiscount {
  const [unit, changeUnit] = useState<DiscountUnit>('won');
  const [value, setValue] = useState<number | null>(null);
  const given = givenAs(unit, value);
  const amountWon = given === null ? null : discountWonOf(baseWon, given);
  const mostWon = mostDiscountWon(baseWon, maxPercent);
  const setUnit = (next: DiscountUnit) => {
    if (next === unit) return;
    changeUnit(next);
    setValue(null);
  };
  return {
    unit,
    value,
    amountWon,
    given,
    mostWon,
    beyond: amountWon !== null && amountWon > mostWon,
    setUnit,
    toggleUnit: () => setUnit(unit === 'won' ? 'percent' : 'won'),
    type: (digits) => setValue((before) => typeDigits(before, digits, unit === 'percent' ? 100 : baseWon) ?? before),
    erase: () => setValue(eraseDigit),
  };
}

function givenAs(unit: DiscountUnit, value: number | null): GivenDiscount | null {
  if (value === null) return null;
  return unit === 'won' ? { unit, amountWon: value } : { unit, percent: value };
}
