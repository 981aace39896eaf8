import { useState } from 'react';
import type { ProgramView } from '../../contract/program.ts';
import type { FailureCode, Language } from '../../domain/failure.ts';
import { useScanner } from '../cashier/use-scanner.ts';
import { Button } from '../ui/button.tsx';
import { KeyMap } from '../ui/key-map.tsx';
import { LatePart } from '../ui/late-part.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';
import { LATE_SETUP } from './later.ts';
import { ChangingScreen, Welcome } from './welcome.tsx';

export type FirstRunProps = {
  readonly program: ProgramView;
  readonly onLanguage: (language: Language) => void;
  readonly refusal: { readonly code: FailureCode; readonly detail: string } | null;
  readonly onDismiss: () => void;
};

/** The program while there is no counter in it: the welcome, the shop being set up, and the moment between two places. */
export function FirstRun({ program, onLanguage, refusal, onDismiss }: FirstRunProps) {
  const words = useWords(commonWords);
  const [settingUp, setSettingUp] = useState(false);
  const leaveSetup = () => setSettingUp(false);
  // Nothing can be sold here; the guard still tells a scanner from a hand.
  useScanner(() => undefined);
  return (
    <>
      {program.place === 'changing' ? <ChangingScreen /> : settingUp ? <LatePart late={LATE_SETUP} props={{ program, onLeave: leaveSetup }} onLeave={leaveSetup} /> : <Welcome program={program} onSetUp={() => setSettingUp(true)} onLanguage={onLanguage} />}
      {refusal === null ? null : (
        <div className="flex flex-none items-center gap-3 border-t border-line px-6 py-3" role="alert">
          <div className="flex-1">
            <Trouble code={refusal.code} detail={refusal.detail} testId="first-run-refused" />
          </div>
          <Button onPress={onDismiss} testId="first-run-dismiss">
            {words.dismiss}
          </Button>
        </div>
      )}
      <KeyMap />
    </>
  );
}
