import { cardWords } from '../../words/card.ts';
import { useWords } from '../../words/language.tsx';

export type InquirySaidProps = { readonly unknown: { readonly inquiries: number; readonly lastInquiry: string | null } };

/** How often the terminal was asked what became of it, and that it could not tell; what came, word for word, is for whoever helps. */
export function InquirySaid({ unknown: { inquiries, lastInquiry } }: InquirySaidProps) {
  const words = useWords(cardWords).unknown;
  if (inquiries === 0) return null;
  return (
    <span className="grid gap-0.5" data-testid="unknown-asked">
      <span className="num text-[0.9375rem] text-ink-2">{lastInquiry === null ? words.asked(inquiries) : words.askedInVain(words.asked(inquiries))}</span>
      {lastInquiry === null || lastInquiry === '' ? null : <small className="num text-[0.8125rem] text-ink-2">{words.detail(lastInquiry)}</small>}
    </span>
  );
}
