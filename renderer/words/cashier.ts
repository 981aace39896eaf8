import { en } from './cashier-en.ts';
import { ko } from './cashier-ko.ts';
import type { CashierWords } from './cashier-shape.ts';
import { zh } from './cashier-zh.ts';
import { defineWords } from './language.tsx';

export type { CashierWords, ScanPlace } from './cashier-shape.ts';
export const cashierWords = defineWords<CashierWords>({ ko, en, 'zh-CN': zh });
