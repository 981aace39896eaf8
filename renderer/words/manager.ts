import { defineWords } from './language.tsx';
import { en } from './manager-en.ts';
import { ko } from './manager-ko.ts';
import type { ManagerWords } from './manager-shape.ts';
import { zh } from './manager-zh.ts';

export type { ManagerWords } from './manager-shape.ts';
export const managerWords = defineWords<ManagerWords>({ ko, en, 'zh-CN': zh });
