import { LatePart } from '../ui/late-part.tsx';
import { LATE_SETUP } from './later.ts';
import { useProgram } from './program-context.ts';

/** The shop set up from practice: the same steps, with the band of practice over them. */
export function SetupRoom({ onLeave }: { readonly onLeave: () => void }) {
  const program = useProgram();
  return program === null ? null : <LatePart late={LATE_SETUP} props={{ program, onLeave }} onLeave={onLeave} />;
}
