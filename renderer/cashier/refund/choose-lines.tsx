import type { LineLeftView } from '../../../contract/refund.ts';
import { cx } from '../../ui/cx.ts';
import { Press } from '../../ui/press.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { useWeighed } from '../../ui/weighed.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import { refundWords } from '../../words/refund.ts';
import type { Chosen } from './chosen.ts';
import { withQuantity } from './chosen.ts';

export type ChooseLinesProps = {
  readonly lines: readonly LineLeftView[];
  readonly chosen: Chosen;
  /** The line that digits are for. */
  readonly at: string | null;
  readonly onAt: (lineId: string) => void;
  readonly onChoose: (chosen: Chosen) => void;
};

export function ChooseLines({ lines, chosen, at, onAt, onChoose }: ChooseLinesProps) {
  const words = useWords(refundWords).choose;
  return (
    <ul aria-label={words.lines} className="-mx-3 flex min-h-0 flex-1 flex-col overflow-y-auto cramped:overflow-visible" data-testid="refund-lines">
      {lines.map((line) => (
        <Line key={line.lineId} line={line} pieces={chosen.get(line.lineId) ?? 0} here={line.lineId === at} onAt={() => onAt(line.lineId)} onPieces={(pieces) => onChoose(withQuantity(chosen, line, pieces))} />
      ))}
    </ul>
  );
}

type LineProps = { readonly line: LineLeftView; readonly pieces: number; readonly here: boolean; readonly onAt: () => void; readonly onPieces: (pieces: number) => void };

function Line({ line, pieces, here, onAt, onPieces }: LineProps) {
  const words = useWords(refundWords).choose;
  const format = useFormat();
  const weighed = useWeighed({ ...line, quantity: line.soldQuantity });
  const gone = line.leftQuantity === 0;
  const move = (to: number) => {
    onAt();
    onPieces(to);
  };
  return (
    <li className={cx('flex min-h-18 items-center gap-3 border-b border-sunk px-3', here && 'bg-accent-soft shadow-[inset_0.25rem_0_0_var(--accent)]')} data-testid={`refund-line-${line.lineId}`}>
      <Press onPress={() => (gone ? undefined : move(pieces === 0 ? line.leftQuantity : 0))} disabled={gone} aria-pressed={pieces > 0} className="grid min-h-18 min-w-0 flex-1 content-center gap-0.5 text-left cursor-default">
        <b className={cx('text-[1.125rem] leading-tight font-semibold', (gone || pieces === 0) && 'text-ink-2', gone && 'line-through')}>{line.name}</b>
        <span className="num text-[0.9375rem] text-ink-2">
          {weighed ?? format.won(line.unitPriceWon)} · {gone ? words.gone : words.left(format.number(line.leftQuantity), format.number(line.soldQuantity))}
        </span>
      </Press>
      {gone ? null : (
        <Stepper raised={here} onLess={() => move(pieces - 1)} onMore={() => move(pieces + 1)} lessLabel={words.fewer(line.name)} moreLabel={words.more(line.name)} lessDisabled={pieces === 0} lessTestId={`refund-less-${line.lineId}`} moreTestId={`refund-more-${line.lineId}`}>
          <output className={cx('num min-w-12 text-center text-xl font-[700]', pieces === 0 && 'text-ink-3')} data-testid={`refund-pieces-${line.lineId}`}>
            {words.pieces(format.number(pieces))}
          </output>
        </Stepper>
      )}
    </li>
  );
}
