/** The number of a cash receipt: typed here by the customer, or shown here while the cashier types it. */
import { useCallback } from 'react';
import type { ReceiptDraft } from '../../contract/views.ts';
import { maxDigits } from '../../domain/cash-receipt/identifier.ts';
import { useClient } from '../bridge.ts';
import { cx } from '../ui/cx.ts';
import { ghostNumber, IdentifierText } from '../ui/identifier-text.tsx';
import { useKeyLayer } from '../ui/keys.ts';
import { commonWords } from '../words/common.ts';
import { customerWords } from '../words/customer.ts';
import { useWords } from '../words/language.tsx';
import { Aside, Heading, Waiting } from './answers.tsx';
import { NumberKeys } from './number-keys.tsx';
import { numberAdvice } from './number-advice.ts';
import type { CustomerAct } from './use-customer-act.ts';
import { useTypedDigits } from './use-typed-digits.ts';

export function NumberLine({ draft, digits }: { readonly draft: ReceiptDraft; readonly digits: string }) {
  const bad = numberAdvice(draft, digits) === 'refused';
  // A card number of nineteen digits is the longest line there is; it has to stand on one.
  const size = draft.form === 'card' ? 'text-[2.125rem] leading-[1.6]' : 'text-[3.625rem] leading-[1.15]';
  return (
    <p className={cx('border-b-4 pb-1.5 font-[740]', size, bad ? 'border-bad' : 'border-accent')}>
      <IdentifierText form={draft.form} digits={digits} testId="customer-number" />
    </p>
  );
}

export function MirroredNumber({ draft }: { readonly draft: ReceiptDraft }) {
  const words = useWords(customerWords);
  const onPad = draft.pad?.state === 'asking';
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-6" data-testid="customer-number-mirrored">
      {onPad ? (
        <div className="my-auto flex flex-col gap-5">
          <Waiting />
          <Heading size="large">{words.number.onPad}</Heading>
          <Aside>{words.number.onPadHint}</Aside>
        </div>
      ) : (
        <>
          <Heading>{words.number.mirrored[draft.form]}</Heading>
          <NumberLine draft={draft} digits={draft.digits} />
          <Aside>{words.number.mirroredHint}</Aside>
        </>
      )}
      <div className="mt-auto border-t border-line pt-5">
        <Aside>
          <Purpose draft={draft} />
        </Aside>
      </div>
    </div>
  );
}

export function TypedNumber({ draft, customer, onFailed }: { readonly draft: ReceiptDraft; readonly customer: CustomerAct; readonly onFailed: (failed: boolean) => void }) {
  const words = useWords(customerWords);
  const client = useClient();
  const { saleId } = draft;
  const send = useCallback(
    async (digits: string) => {
      const result = await client.call('customer.draft', { saleId, digits });
      onFailed(!result.ok);
      return result.ok;
    },
    [client, saleId, onFailed],
  );
  const { digits, settled, edit } = useTypedDigits(draft.digits, maxDigits(draft.form), send);
  const ready = settled && draft.refusal === null;
  const goOn = () => {
    if (ready) void customer.act('customer.readBack', { saleId });
  };
  const keys = {
    onDigits: (more: string) => edit((typed) => typed + more),
    onErase: () => edit((typed) => typed.slice(0, -1)),
    onClear: () => edit(() => ''),
  };
  useKeyLayer('screen', {
    onTyped: (character) => {
      if (!/^\d$/.test(character)) return false;
      keys.onDigits(character);
      return true;
    },
    onEnter: goOn,
    keys: { Backspace: keys.onErase, Delete: keys.onClear },
  });
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-3" data-testid="customer-number-typing">
      <Heading>{words.number.ask[draft.form]}</Heading>
      <NumberLine draft={draft} digits={digits} />
      <Advice draft={draft} digits={digits} />
      <NumberKeys {...keys} bundle={draft.form === 'phone' ? '010' : '00'} labels={words.number}>
        {{ label: nextLabel(draft, digits, words.number), ready: ready && !customer.busy, onPress: goOn }}
      </NumberKeys>
    </div>
  );
}

function nextLabel(draft: ReceiptDraft, digits: string, words: { next: string; startTyping: string; fix: string; more: (count: number) => string }): string {
  switch (numberAdvice(draft, digits)) {
    case 'refused':
      return words.fix;
    case 'unfinished': {
      const { missing } = ghostNumber(draft.form, digits);
      return digits === '' || missing === 0 || draft.form === 'card' ? words.startTyping : words.more(missing);
    }
    case 'good':
      return words.next;
  }
}

function Advice({ draft, digits }: { readonly draft: ReceiptDraft; readonly digits: string }) {
  const { number } = useWords(customerWords);
  const refused = numberAdvice(draft, digits) === 'refused';
  return (
    <p className={cx('min-h-7 text-[1.3125rem] leading-snug text-pretty', refused ? 'font-[650] text-bad' : 'text-ink-2')} data-testid="customer-advice">
      {refused ? refusalWords(draft, number) : <Purpose draft={draft} />}
    </p>
  );
}

export function refusalWords(draft: ReceiptDraft, words: { refusals: Readonly<Record<string, string>>; otherRefusal: string }): string {
  return (draft.refusal === null ? undefined : words.refusals[draft.refusal]) ?? words.otherRefusal;
}

export function Purpose({ draft }: { readonly draft: ReceiptDraft }) {
  const words = useWords(customerWords);
  const common = useWords(commonWords);
  return `${common.purpose[draft.purpose]} · ${words.number.privacy}`;
}
