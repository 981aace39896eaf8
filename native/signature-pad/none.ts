/** A counter without a pad: every question has its answer at once, and a handwritten slip takes over. */
import type { AbsentCause, SignaturePad } from './port.ts';

const ABSENT = { state: 'absent', cause: 'none' satisfies AbsentCause, detail: 'no pad is set up' } as const;

export function createNoPad(): SignaturePad {
  return {
    capabilities: { signature: false, numberEntry: false, messages: false, lineBytes: 0, lines: 0, grid: { width: 1, height: 1 }, saysDone: false },
    sign: async () => ABSENT,
    askNumber: async () => ABSENT,
    show: async () => ABSENT,
    abort: () => false,
    info: async () => ABSENT,
    close: async () => undefined,
  };
}
