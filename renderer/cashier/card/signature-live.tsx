/**
 * The cashier while the customer signs: whom she waits for and since when, the strokes as they are drawn, and the way out that is always
 * there. Props only: whoever shows it decides what giving up means.
 */
import type { ReactNode } from 'react';
import type { LiveInk, SignatureAsk } from '../../../contract/signature.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { useNow } from '../../ui/now.ts';
import { Trouble } from '../../ui/trouble.tsx';
import { useFormat, useWords } from '../../words/language.tsx';
import { signatureWords } from '../../words/signature.ts';
import { InkPicture } from './ink-picture.tsx';

export type SignatureLiveProps = {
  readonly ask: SignatureAsk;
  readonly ink: LiveInk | null;
  readonly onGiveUp: () => void;
  /** Giving up was said; main is at it. */
  readonly busy?: boolean;
};

const AGE_EVERY_MS = 1_000;

export function SignatureLive({ ask, ink, onGiveUp, busy = false }: SignatureLiveProps) {
  const words = useWords(signatureWords);
  const format = useFormat();
  const nowMs = useNow(AGE_EVERY_MS);
  const hasInk = ink !== null && ink.strokes.length > 0;
  const giveUp = ask.test ? words.stopTest : words.giveUp;
  const leave = () => (busy ? undefined : onGiveUp());
  useKeyLayer('screen', { keys: { F9: named(giveUp, leave) } });
  return (
    <section aria-label={words.waiting} className="flex min-h-0 flex-1 flex-col gap-3.5" data-testid="signature-live" data-on={ask.on} data-attempt={ask.attempt}>
      <output className="flex flex-col gap-0.5">
        <b className="text-[1.4375rem] leading-tight font-[720]">{hasInk ? words.signing : ask.test ? words.testing : words.waiting}</b>
        <span className="num text-ink-2" data-testid="signature-since">
          {words.on[ask.on]} · {words.since(format.clock(ask.askedAt), format.age(ask.askedAt, nowMs))}
        </span>
      </output>
      {ask.attempt > 1 ? <Trouble code="signature.too-short" tone="warn" testId="signature-again" /> : null}
      <div className="grid min-h-24 flex-1 place-items-center [container-type:size] cramped:min-h-56">
        <Sheet grid={ink ?? GRIDS[ask.on]} empty={!hasInk}>
          <InkPicture grid={ink ?? GRIDS[ask.on]} strokes={ink?.strokes ?? []} label={words.ink(words.on[ask.on])} className="absolute inset-0" />
        </Sheet>
      </div>
      {ask.test ? null : <p className="text-ink-2">{words.stands}</p>}
      <Button size="large" onPress={leave} disabled={busy} keyHint="F9" testId="signature-give-up">
        {giveUp}
      </Button>
      {ask.test ? null : <p className="text-[0.9375rem] text-ink-2">{words.giveUpMeaning}</p>}
    </section>
  );
}

/** Before the first stroke: how the fields are shaped. */
const GRIDS = { display: { width: 1_000, height: 600 }, 'koces-pad': { width: 128, height: 64 } } as const;

/** As large as there is room, in the field's own shape. */
function Sheet({ grid, empty, children }: { readonly grid: { readonly width: number; readonly height: number }; readonly empty: boolean; readonly children: ReactNode }) {
  const words = useWords(signatureWords);
  const shape = grid.width / grid.height;
  return (
    <div className="relative overflow-hidden rounded-card border border-line-strong bg-surface" style={{ aspectRatio: shape, width: `min(100cqw, calc(100cqh * ${shape}))` }}>
      <span aria-hidden="true" className={cx('absolute inset-x-[8%] bottom-[22%] border-b border-line-strong pb-1 text-ink-3', !empty && 'text-transparent')}>
        {words.nothingYet}
      </span>
      {children}
    </div>
  );
}
