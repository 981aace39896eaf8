import { useProgram } from './program-context.ts';
import { SetupScreen } from './setup-screen.tsx';

/** The shop set up from practice: the same steps, with the band of practice over them. */
export function SetupRoom({ onLeave }: { readonly onLeave: () => void }) {
  const program = useProgram();
  return program === null ? null : <SetupScreen program={program} onLeave={onLeave} />;
}
