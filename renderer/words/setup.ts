import { defineWords } from './language.tsx';
import { en } from './setup-en.ts';
import { ko } from './setup-ko.ts';
import type { SetupWords } from './setup-shape.ts';
import { zh } from './setup-zh.ts';

export const setupWords = defineWords<SetupWords>({ ko, en, 'zh-CN': zh });
