import type { ProgramView } from '../../../contract/program.ts';
import type { SetupDraft, SetupStep } from '../../../domain/setup.ts';

/** What every step is given. */
export type StepProps = {
  readonly draft: SetupDraft;
  readonly change: (change: Partial<SetupDraft>) => void;
  readonly program: ProgramView;
  /** How often she wanted to go on while something was missing: then it is said what. */
  readonly asked: number;
  readonly pins: { readonly pin: string; readonly again: string };
  readonly setPins: (pins: StepProps['pins']) => void;
  readonly goTo: (step: SetupStep) => void;
  readonly pinGood: boolean;
};
