import type { FailureCode, FailureEntry } from './failure.ts';

export const FAILURE_WORDS: Readonly<Record<FailureCode, FailureEntry>> = {} as Record<FailureCode, FailureEntry>;
