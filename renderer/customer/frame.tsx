/** The two sides of the display: dark for what stands (shop, amount, language), light for what is asked or said now. */
import type { ReactNode } from 'react';
import type { CustomerView } from '../../contract/views.ts';
import { cx } from '../ui/cx.ts';
import { Press } from '../ui/press.tsx';
import { commonWords } from '../words/common.ts';
import { customerWords } from '../words/customer.ts';
import { useFormat, useLanguage, useWords } from '../words/language.tsx';
import { sumSizeRem } from './sum-size.ts';

export type SumRow = { readonly label: string; readonly value: string; readonly testId: string };

export type FrameProps = {
  readonly view: CustomerView;
  readonly onLanguage: (language: CustomerView['language']) => void;
  /** The amount of the sale; nothing before there is one. */
  readonly totalWon: number | null;
  readonly totalLabel: string;
  readonly rows?: readonly SumRow[];
  readonly children: ReactNode;
};

export function Frame({ view, onLanguage, totalWon, totalLabel, rows = [], children }: FrameProps) {
  return (
    <div className="grid h-full grid-cols-[25rem_minmax(0,1fr)] tall:grid-cols-1 tall:grid-rows-[auto_minmax(0,1fr)]" data-testid="customer-display" data-screen={view.screen.kind}>
      <header className="flex min-h-0 flex-col bg-stage px-9 pt-9 pb-8 text-stage-ink tall:pb-6">
        <div className="flex min-h-8 items-center justify-between gap-3">
          <p data-may-shorten className={cx('truncate text-xl font-semibold text-stage-ink-2', totalWon === null && 'invisible')} data-testid="shop-name">
            {view.shopName}
          </p>
          <Practice mode={view.mode} />
        </div>
        {totalWon === null ? <ShopName name={view.shopName} /> : <Sum totalWon={totalWon} label={totalLabel} rows={rows} />}
        <Languages onLanguage={onLanguage} />
      </header>
      <main className="flex min-h-0 min-w-0 flex-col bg-surface px-10 py-9">{children}</main>
    </div>
  );
}

function Sum({ totalWon, label, rows }: { readonly totalWon: number; readonly label: string; readonly rows: readonly SumRow[] }) {
  const format = useFormat();
  const { before, digits, after } = format.wonParts(totalWon);
  const unit = (text: string) => (text === '' ? null : <small className="text-[0.48em] font-[650] tracking-normal">{text}</small>);
  return (
    <div className="mt-4">
      <p className="text-[1.375rem] text-stage-ink-2">{label}</p>
      <p style={{ fontSize: `${sumSizeRem(digits, before + after)}rem` }} className="num mt-0.5 whitespace-nowrap leading-[1.1] font-[780] tracking-[-0.035em]" data-testid="customer-total">
        {unit(before)}
        {digits}
        {unit(after)}
      </p>
      <dl className="num mt-6 grid grid-cols-[1fr_auto] gap-y-3 border-t border-stage-line/60 pt-5 text-[1.375rem] empty:hidden">
        {rows.map((row) => (
          <div key={row.testId} className="contents">
            <dt className="text-stage-ink-2">{row.label}</dt>
            <dd className="text-right font-[650]" data-testid={row.testId}>
              {row.value}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** With no sale the shop speaks for itself. */
function ShopName({ name }: { readonly name: string }) {
  return (
    <p data-may-shorten className="my-auto line-clamp-3 text-[2.75rem] leading-[1.2] font-[760] tracking-[-0.03em]" data-testid="shop-name-large">
      {name}
    </p>
  );
}

export function Practice({ mode }: { readonly mode: CustomerView['mode'] }) {
  const common = useWords(commonWords);
  if (mode === 'shop') return null;
  return (
    <p className="shrink-0 rounded-full border border-stage-mark px-3 py-1 text-base font-bold whitespace-nowrap text-stage-mark" data-testid="practice-mark">
      {common.practice}
    </p>
  );
}

const LANGUAGES = ['ko', 'en', 'zh-CN'] as const;

export function Languages({ onLanguage }: { readonly onLanguage: (language: CustomerView['language']) => void }) {
  const current = useLanguage();
  const words = useWords(customerWords);
  return (
    <div role="group" aria-label={words.chooseLanguage} className="mt-auto flex gap-2 pt-4">
      {LANGUAGES.map((language) => (
        <Press
          key={language}
          aria-pressed={language === current}
          onPress={() => onLanguage(language)}
          data-testid={`language-${language}`}
          className={cx(
            'min-h-[max(3rem,48px)] cursor-default rounded-full border px-5 text-xl whitespace-nowrap',
            'focus-visible:outline-stage-ink',
            language === current ? 'border-stage-ink bg-stage-ink font-bold text-stage' : 'border-stage-line font-medium text-stage-ink data-pressed:bg-stage-line',
          )}
        >
          <span lang={language}>{customerWords[language].languageName}</span>
        </Press>
      ))}
    </div>
  );
}
