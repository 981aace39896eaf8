/** Signing on the customer display: a large field, the amount beside it, done, again, and the way for who cannot sign here. */
import { useRef } from 'react';
import type { CustomerView } from '../../../contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { useKeyLayer } from '../../ui/keys.ts';
import { useWords } from '../../words/language.tsx';
import { signatureWords } from '../../words/signature.ts';
import { Heading } from '../answers.tsx';
import { useField } from './use-field.ts';
import { usePen } from './use-pen.ts';

export type SignatureScreenProps = { readonly screen: CustomerView['screen'] & { kind: 'signature' }; readonly onFailed: (failed: boolean) => void };

export function SignatureScreen({ screen, onFailed }: SignatureScreenProps) {
  const words = useWords(signatureWords).customer;
  const canvas = useRef<HTMLCanvasElement>(null);
  const field = useField(screen.signId, canvas, onFailed);
  const pen = usePen(field.draw, field.lift);
  useKeyLayer('screen', { keys: { Escape: field.cancel, Delete: field.clear }, onEnter: field.done });
  const size = 'min-h-18 rounded-[1.125rem]! text-[1.5rem]! font-[700]!';
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3.5" data-testid="customer-signature" data-ended={field.ended}>
      <Heading>{screen.test ? words.test : screen.attempt > 1 ? words.again : words.title}</Heading>
      <div className="grid min-h-0 flex-1 place-items-center [container-type:size]">
        <div className="relative aspect-[5/3] w-[min(100cqw,calc(100cqh*5/3))] overflow-hidden rounded-card border-2 border-line-strong bg-paper">
          <span aria-hidden="true" className={cx('absolute inset-x-[8%] bottom-[22%] border-b-2 border-line-strong pb-1 text-[1.75rem] text-ink-3', field.hasInk && 'text-transparent')}>
            ✕
          </span>
          <canvas ref={canvas} role="img" aria-label={words.field} className="absolute inset-0 size-full touch-none text-ink" data-testid="sign-field" data-ink={field.hasInk} onContextMenu={(event) => event.preventDefault()} {...pen} />
        </div>
      </div>
      <div className="grid grid-cols-[1fr_1fr_1.4fr] gap-3.5">
        <Button onPress={field.cancel} disabled={field.ended} className={cx(size, 'border-line-strong! bg-paper! px-2! text-[1.25rem]!')} testId="sign-cancel">
          {screen.test ? words.stop : words.cannot}
        </Button>
        <Button onPress={field.clear} disabled={!field.hasInk || field.ended} className={cx(size, 'border-line-strong! bg-paper!')} testId="sign-clear">
          {words.clear}
        </Button>
        <Button kind="primary" onPress={field.done} disabled={!field.hasInk || field.ended} className={size} testId="sign-done">
          {words.done}
        </Button>
      </div>
    </div>
  );
}
