/** Where the program is, for the screens that go between the places. */
import { createContext, use } from 'react';
import type { ProgramView } from '../../contract/program.ts';

export const ProgramContext = createContext<ProgramView | null>(null);

/** null until main has said. */
export function useProgram(): ProgramView | null {
  return use(ProgramContext);
}
