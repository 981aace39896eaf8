/**
 * The counter and its cables. Places are a table: a device that comes later gets a line here. Cables run behind the devices; one that
 * nothing gets through is drawn broken where it is broken, with its ends frayed, so that colour is not the only sign.
 */
import { cx } from '../../ui/cx.ts';
import { Dot } from '../../ui/dot.tsx';
import { Press } from '../../ui/press.tsx';
import type { DeviceId } from '../../words/devices.ts';
import { deviceWords } from '../../words/devices.ts';
import { useWords } from '../../words/language.tsx';
import { commonWords } from '../../words/common.ts';
import { signatureWords } from '../../words/signature.ts';
import { DeviceIcon } from './device-icons.tsx';
import type { Cable, Standing } from './standing.ts';

const WIDTH = 860;
const HEIGHT = 624;
const BOX = { width: 232, height: 132 };
const MIDDLE = { x: 314, y: 224, width: 232, height: 132 };

/** Upper left corners. */
const PLACES: Readonly<Record<DeviceId, { readonly x: number; readonly y: number }>> = {
  printer: { x: 8, y: 8 },
  drawer: { x: 8, y: 224 },
  terminal: { x: 8, y: 440 },
  gateway: { x: 314, y: 8 },
  display: { x: 620, y: 8 },
  scanner: { x: 620, y: 224 },
  journal: { x: 314, y: 440 },
  pad: { x: 620, y: 440 },
};

type CableDrawing = { readonly path: string; readonly lengthPx: number; readonly middle: { readonly x: number; readonly y: number }; readonly upright: boolean };

const CABLES: Readonly<Record<DeviceId, CableDrawing>> = {
  printer: { path: 'M240 74 H263 Q277 74 277 88 V240 Q277 254 291 254 H314', lengthPx: 242, middle: { x: 277, y: 164 }, upright: true },
  drawer: { path: 'M124 140 V224', lengthPx: 84, middle: { x: 124, y: 182 }, upright: true },
  terminal: { path: 'M240 506 H263 Q277 506 277 492 V340 Q277 326 291 326 H314', lengthPx: 242, middle: { x: 277, y: 416 }, upright: true },
  gateway: { path: 'M430 140 V224', lengthPx: 84, middle: { x: 430, y: 182 }, upright: true },
  display: { path: 'M620 74 H597 Q583 74 583 88 V240 Q583 254 569 254 H546', lengthPx: 242, middle: { x: 583, y: 164 }, upright: true },
  scanner: { path: 'M620 306 H546', lengthPx: 74, middle: { x: 583, y: 306 }, upright: false },
  pad: { path: 'M620 506 H597 Q583 506 583 492 V340 Q583 326 569 326 H546', lengthPx: 242, middle: { x: 583, y: 416 }, upright: true },
  journal: { path: 'M430 356 V440', lengthPx: 84, middle: { x: 430, y: 398 }, upright: true },
};

export type CounterPictureProps = { readonly counterNumber: number; readonly standings: readonly Standing[]; readonly chosen: DeviceId; readonly onChoose: (device: DeviceId) => void };

export function CounterPicture({ counterNumber, standings, chosen, onChoose }: CounterPictureProps) {
  const words = useWords(deviceWords);
  return (
    <div role="group" aria-label={words.picture} className="relative aspect-[860/624] w-[min(100cqw,calc(100cqh*860/624))] cramped:grid cramped:aspect-auto cramped:w-full cramped:grid-cols-2 cramped:gap-2.5" data-testid="counter-picture">
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className="absolute inset-0 size-full cramped:hidden">
        {standings.map(({ device, cable }) => (
          <CableLine key={device} device={device} cable={cable} />
        ))}
        <Computer />
      </svg>
      <p className="absolute text-center text-[1.0625rem] font-bold cramped:hidden" style={placeOf({ x: MIDDLE.x, y: MIDDLE.y + 84 }, 232, 30)}>
        {words.computer(counterNumber)}
      </p>
      <Legend />
      {standings.map((standing) => (
        <Device key={standing.device} standing={standing} chosen={standing.device === chosen} onChoose={onChoose} />
      ))}
    </div>
  );
}

/** What the signs mean. */
function Legend() {
  const common = useWords(commonWords);
  return (
    <ul aria-hidden="true" className="absolute inset-x-0 bottom-0 flex justify-center gap-6 text-[0.9375rem] text-ink-2 cramped:hidden">
      {(['ok', 'warning', 'down', 'checking'] as const).map((state) => (
        <li key={state} className="flex items-center gap-2">
          <Dot state={state} />
          {common.health[state]}
        </li>
      ))}
    </ul>
  );
}

function placeOf({ x, y }: { readonly x: number; readonly y: number }, width: number, height: number) {
  return { left: `${(x / WIDTH) * 100}%`, top: `${(y / HEIGHT) * 100}%`, width: `${(width / WIDTH) * 100}%`, height: `${(height / HEIGHT) * 100}%` };
}

function Device({ standing, chosen, onChoose }: { readonly standing: Standing; readonly chosen: boolean; readonly onChoose: (device: DeviceId) => void }) {
  const words = useWords(deviceWords);
  const { device, state } = standing;
  const word = useStateWord(standing);
  return (
    <Press
      onPress={() => onChoose(device)}
      aria-pressed={chosen}
      style={placeOf(PLACES[device], BOX.width, BOX.height)}
      className={cx(
        'absolute flex cursor-default flex-col items-center justify-center gap-1 rounded-card border-2 px-2 text-center data-pressed:bg-sunk cramped:static cramped:h-auto! cramped:w-auto! cramped:py-3',
        chosen ? 'border-accent bg-accent-soft' : state === 'down' ? 'border-bad bg-surface' : state === 'warning' ? 'border-warn-dot bg-surface' : 'border-line bg-surface',
      )}
      data-testid={`device-${device}`}
      data-state={state}
      data-cable={standing.cable}
    >
      <DeviceIcon device={device} className="size-11 text-ink-2" />
      <b className="text-[1.0625rem] leading-tight font-[700]">{words.name[device]}</b>
      <span className="flex items-center gap-1.75 text-[0.9375rem] leading-tight text-ink-2">
        <Dot state={state} />
        <span className={state === 'down' || state === 'warning' ? 'font-semibold text-ink' : ''}>{word}</span>
      </span>
    </Press>
  );
}

/** How it is, in a word or two. */
export function useStateWord({ device, state, failure, unused }: Standing): string {
  const words = useWords(deviceWords);
  const signing = useWords(signatureWords);
  const common = useWords(commonWords);
  if (unused === true) return signing.unused;
  if (device === 'scanner') return state === 'ok' ? words.scanned : words.notScanned;
  return (failure === null ? undefined : words.short[failure]) ?? common.health[state];
}

/** Wide enough that the break is seen from where one stands. */
const GAP_PX = 38;

function CableLine({ device, cable }: { readonly device: DeviceId; readonly cable: Cable }) {
  const { path, lengthPx, middle, upright } = CABLES[device];
  const half = (lengthPx - GAP_PX) / 2;
  const dashes = cable === 'broken' ? `${half} ${GAP_PX} ${half}` : cable === 'asked' ? '2 12' : undefined;
  return (
    <g fill="none" strokeLinecap={cable === 'broken' ? 'butt' : 'round'} strokeLinejoin="round" strokeWidth="6" stroke={cable === 'broken' ? 'var(--bad)' : 'var(--line-strong)'}>
      <path d={path} strokeDasharray={dashes} />
      {cable === 'broken' ? (
        <g strokeWidth="2.5" strokeLinecap="round" transform={`translate(${middle.x} ${middle.y})${upright ? '' : ' rotate(90)'}`}>
          <path d="M-2 -20 C-2 -12 -9 -11 -14 -9 M0 -20 C0 -11 -4 -8 -9 -2 M2 -20 C2 -13 1 -10 -1 -5" />
          <path d="M2 20 C2 12 9 11 14 9 M0 20 C0 11 4 8 9 2 M-2 20 C-2 13 -1 10 1 5" />
        </g>
      ) : null}
    </g>
  );
}

/** The counter's own screen on its foot. */
function Computer() {
  const { x, y, width, height } = MIDDLE;
  return (
    <g>
      <rect x={x} y={y} width={width} height={height} rx="16" fill="var(--sunk)" stroke="var(--line-strong)" strokeWidth="2" />
      <g transform={`translate(${x + width / 2 - 46} ${y + 16})`} fill="none" stroke="var(--ink-2)" strokeWidth="3" strokeLinejoin="round" strokeLinecap="round">
        <rect x="0" y="0" width="92" height="50" rx="6" fill="var(--surface)" />
        <path d="M46 50v10M26 62h40" />
        <path d="M12 13h26M12 23h18M12 33h22" strokeWidth="2.4" />
        <rect x="54" y="11" width="26" height="25" rx="4" fill="var(--accent)" stroke="none" />
      </g>
    </g>
  );
}
