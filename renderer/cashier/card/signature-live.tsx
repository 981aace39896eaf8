/** The cashier while the customer signs: whom she waits for, where and since when, and the strokes as they are drawn. Props only. */
import type { ReactNode } from 'react';
import type { LiveInk, SignatureAsk } from '../../../contract/signature.ts';
import { cx } from '../../ui/cx.ts';
import { Since } from '../../ui/since.tsx';
import { useWords } from '../../words/language.tsx';
import { signatureWords } from '../../words/signature.ts';
import { InkPicture } from './ink-picture.tsx';

export type SignatureLiveProps = { readonly ask: SignatureAsk; readonly ink: LiveInk | null };

/** Before the first stroke: how the fields are shaped. */
const GRIDS = { display: { width: 1_000, height: 600 }, 'koces-pad': { width: 128, height: 64 } } as const;

export function SignatureLive({ ask, ink }: SignatureLiveProps) {
  const words = useWords(signatureWords);
  const hasInk = ink !== null && ink.strokes.length > 0;
  const grid = ink ?? GRIDS[ask.on];
  return (
    <section aria-label={words.waiting} className="flex min-h-0 flex-1 flex-col gap-3.5" data-testid="signature-live" data-on={ask.on} data-attempt={ask.attempt}>
      <output className="flex flex-col gap-0.5">
        <b className="text-[1.4375rem] leading-tight font-[720]">{hasInk ? words.signing : ask.test ? words.testing : words.waiting}</b>
        <span className="num text-ink-2" data-testid="signature-since">
          {words.on[ask.on]} · <Since at={ask.askedAt} />
        </span>
      </output>
      <div className="grid min-h-24 flex-1 place-items-center [container-type:size] cramped:min-h-64">
        <Sheet shape={grid.width / grid.height} empty={!hasInk}>
          <InkPicture grid={grid} strokes={ink?.strokes ?? NO_STROKES} label={words.ink(words.on[ask.on])} className="absolute inset-0" />
        </Sheet>
      </div>
    </section>
  );
}

const NO_STROKES: LiveInk['strokes'] = [];

/** As large as there is room, in the field's own shape. */
function Sheet({ shape, empty, children }: { readonly shape: number; readonly empty: boolean; readonly children: ReactNode }) {
  const words = useWords(signatureWords);
  return (
    <div className="relative overflow-hidden rounded-card border border-line-strong bg-surface" style={{ aspectRatio: shape, width: `min(100cqw, calc(100cqh * ${shape}))` }}>
      <span aria-hidden="true" className={cx('absolute inset-x-[8%] bottom-[22%] border-b border-line-strong pb-1 text-ink-3', !empty && 'text-transparent')}>
        {words.nothingYet}
      </span>
      {children}
    </div>
  );
}
