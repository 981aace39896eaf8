import { expect, it } from 'vitest';
import { keyMapWords } from '../words/key-map.ts';
import { keyRows } from './key-rows.ts';
import type { KeyLayer } from './keys.ts';
import { named } from './keys.ts';

const usual = { ...keyMapWords.en.usual, Enter: keyMapWords.en.enter };
const nothing = () => undefined;

it('lists what the layers hear, with their own words or the usual ones, and F1 last', () => {
  const layers: readonly KeyLayer[] = [
    { keys: { F1: nothing } },
    { typed: [['0–9', 'Amount']], onTyped: () => true, onEnter: nothing, keys: { Escape: nothing, F6: named('Customer types', nothing) } },
  ];
  expect(keyRows(layers, usual)).toEqual([
    { keys: ['0–9'], does: 'Amount' },
    { keys: ['Enter'], does: usual.Enter },
    { keys: ['Esc'], does: usual.Escape },
    { keys: ['F6'], does: 'Customer types' },
    { keys: ['F1'], does: usual.F1 },
  ]);
});

it('puts keys that do the same together, and says a key once: for the layer that takes it', () => {
  const layers: readonly KeyLayer[] = [{ keys: { Escape: named('Take back', nothing), F6: named('Take back', nothing) } }, { keys: { Escape: nothing } }];
  expect(keyRows(layers, usual)).toEqual([{ keys: ['Esc', 'F6'], does: 'Take back' }]);
});
