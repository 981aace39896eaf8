import { Amount } from '../../ui/amount.tsx';
import type { AmountSize, AmountTone } from '../../ui/amount.tsx';
import { Part, Row, State } from './frame.tsx';

const INKS = ['ink', 'ink-2', 'ink-3', 'accent', 'ok', 'warn', 'bad'] as const;
const GROUNDS = ['paper', 'surface', 'sunk', 'accent-soft', 'ok-soft', 'warn-soft', 'bad-soft'] as const;
const TONES = ['tone-1', 'tone-2', 'tone-3', 'tone-4', 'tone-5'] as const;
const SIZES: readonly AmountSize[] = ['body', 'large', 'total', 'huge', 'giant'];
const AMOUNT_TONES: readonly AmountTone[] = ['ink', 'muted', 'ok', 'bad'];

/** Colour, type, space and corner. */
export function TokenParts() {
  return (
    <>
      <Part title="빛깔 · Colour" note="글자 AA, 금액 AAA: renderer/ui/tokens.test.ts">
        <div className="grid grid-cols-7 overflow-hidden rounded-card border border-line">
          {GROUNDS.map((ground) => (
            <div key={ground} className="grid gap-1 px-4 py-3" style={{ background: `var(--${ground})` }}>
              <small className="text-[0.8125rem] text-ink-2">{ground}</small>
              {INKS.map((ink) => (
                <span key={ink} className="num font-semibold" style={{ color: `var(--${ink})` }}>
                  {ink} 3,900
                </span>
              ))}
            </div>
          ))}
        </div>
        <Row>
          {TONES.map((tone) => (
            <State key={tone} name={tone}>
              <i aria-hidden="true" className="block h-8 w-24 rounded-control" style={{ background: `var(--${tone})` }} />
            </State>
          ))}
        </Row>
      </Part>
      <Part title="금액 · Amount" note="자릿수가 같으면 너비도 같다">
        <Row>
          {SIZES.map((size) => (
            <State key={size} name={size}>
              <Amount won={16_100} size={size} />
            </State>
          ))}
        </Row>
        <Row>
          {AMOUNT_TONES.map((tone) => (
            <State key={tone} name={tone}>
              <span className="grid justify-items-end">
                <Amount won={1_111_111} size="large" tone={tone} />
                <Amount won={8_888_888} size="large" tone={tone} />
              </span>
            </State>
          ))}
        </Row>
      </Part>
    </>
  );
}
