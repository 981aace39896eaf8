import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/language.tsx';
import { staffWords } from '../../words/staff.ts';

/** The PIN that was drawn for somebody, said once. */
export function FirstPinDialog({ name, pin, onClose }: { readonly name: string; readonly pin: string; readonly onClose: () => void }) {
  const words = useWords(staffWords);
  return (
    <Dialog title={words.firstPinOf(name)} onClose={onClose} testId="first-pin-dialog" onEnter={onClose}>
      <p className="num rounded-card border-2 border-accent bg-surface py-6 text-center text-[3.25rem] leading-none font-[750] tracking-[0.12em]" data-testid="first-pin">
        {pin}
      </p>
      <p className="text-ink-2">{words.firstPinMeaning}</p>
      <Button kind="primary" size="large" onPress={onClose} keyHint="Enter" testId="first-pin-told">
        {words.understood}
      </Button>
    </Dialog>
  );
}
