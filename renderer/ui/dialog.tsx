import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { commonWords } from '../words/common.ts';
import { useWords } from '../words/language.tsx';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import type { Keys } from './keys.ts';
import { useKeyLayer } from './keys.ts';

export type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly testId?: string;
  /** Keys inside the dialog, Enter among them; nothing below it hears any. */
  readonly keys?: Keys;
  readonly onEnter?: () => void;
  /** `wide`: two things side by side. `steady`: these too, and what is said on the way moves no key under the hand. `sheet`: comes from the side, over what is not needed meanwhile, so that what it changes stays in sight. */
  readonly kind?: 'dialog' | 'wide' | 'steady' | 'sheet';
  /** Explains the screen and is no part of it. */
  readonly aside?: boolean;
  /** A character typed while no field has the focus; true when it was used. */
  readonly onTyped?: (character: string) => boolean;
};

const PLACES = {
  dialog: { scrim: 'grid place-items-center bg-scrim p-6', box: 'w-[34rem] rounded-[1.25rem] p-7' },
  wide: { scrim: 'grid place-items-center bg-scrim p-6', box: 'w-[58rem] rounded-[1.25rem] p-7' },
  steady: { scrim: 'grid content-start justify-items-center bg-scrim p-6 pt-[5.5rem] cramped:pt-6', box: 'w-[58rem] rounded-[1.25rem] p-7' },
  sheet: { scrim: 'flex items-stretch justify-end bg-scrim-light', box: 'sheet-arrive min-h-full w-[40rem] border-l border-line p-7' },
} as const;

/** Over the screen, and everything else waits; Esc and a touch outside leave it. */
export function Dialog({ title, onClose, children, testId, keys = {}, onEnter, onTyped, aside = false, kind = 'dialog' }: DialogProps) {
  const words = useWords(commonWords);
  useKeyLayer('dialog', { modal: true, aside, keys: { Escape: onClose, ...keys }, ...(onEnter === undefined ? {} : { onEnter }), ...(onTyped === undefined ? {} : { onTyped }) });
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className={cx('fixed inset-0 z-20 overflow-y-auto', PLACES[kind].scrim)}
    >
      <Modal className={cx('max-w-full bg-surface', PLACES[kind].box)}>
        <AriaDialog className="flex flex-col gap-4 outline-none" data-testid={testId}>
          <header className="flex items-start justify-between gap-4">
            <Heading slot="title" className="min-w-0 text-[1.625rem] leading-12 font-[750] tracking-[-0.02em]">
              {title}
            </Heading>
            <Button kind="quiet" size="small" onPress={onClose} keyHint="Esc" testId="dialog-leave" className="-mr-3 flex-none px-3">
              {words.close}
            </Button>
          </header>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
