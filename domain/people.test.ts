import { expect, test } from 'vitest';
import { isPin } from './people.ts';

test.each(['1234', '000000', '12345678'])('%s can be a PIN', (text) => expect(isPin(text)).toBe(true));
test.each(['', '123', '123456789', '12a4', '12 34', '１２３４', '1234\n'])('%j cannot be a PIN', (text) => expect(isPin(text)).toBe(false));
