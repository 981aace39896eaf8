import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
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
  /** Explains the screen and is no part of it. */
  readonly aside?: boolean;
  /** A character typed while no field has the focus; true when it was used. */
  readonly onTyped?: (character: string) => boolean;
};

/** A modal sheet over the screen; Esc and a touch outside leave it. */
export function Dialog({ title, onClose, children, testId, keys = {}, onEnter, onTyped, aside = false }: DialogProps) {
  useKeyLayer('dialog', { modal: true, aside, keys: { Escape: onClose, ...keys }, ...(onEnter === undefined ? {} : { onEnter }), ...(onTyped === undefined ? {} : { onTyped }) });
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      className="fixed inset-0 z-20 grid place-items-center overflow-y-auto bg-scrim p-6"
    >
      <Modal className="w-[34rem] max-w-full rounded-[1.25rem] bg-surface p-7">
        <AriaDialog className="flex flex-col gap-4 outline-none" data-testid={testId}>
          <Heading slot="title" className="text-[1.625rem] font-[750] tracking-[-0.02em]">
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
