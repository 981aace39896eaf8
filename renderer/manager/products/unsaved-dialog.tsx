import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/language.tsx';
import { productsWords } from '../../words/products.ts';

/** Another product would be opened over what has not been saved. */
export function UnsavedDialog({ name, onDiscard, onClose }: { readonly name: string; readonly onDiscard: () => void; readonly onClose: () => void }) {
  const words = useWords(productsWords);
  return (
    <Dialog title={words.unsavedTitle} onClose={onClose} testId="unsaved-dialog" onEnter={onClose}>
      <p className="text-ink-2">{words.unsaved(name)}</p>
      <div className="grid grid-cols-2 gap-2.5">
        <Button size="large" kind="danger" onPress={onDiscard} testId="unsaved-discard">
          {words.discard}
        </Button>
        <Button size="large" kind="primary" onPress={onClose} keyHint="Enter" testId="unsaved-go-on">
          {words.goOn}
        </Button>
      </div>
    </Dialog>
  );
}
