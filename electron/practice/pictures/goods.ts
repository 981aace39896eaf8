/** What some of the practice shelf looks like: drawn here, so that photos can be seen before anybody has taken one. */
import type { Canvas, Colour } from './canvas.ts';
import { createCanvas, ellipse, panel, polygon } from './canvas.ts';

const SIDE_PX = 144;

const WHITE: Colour = [252, 251, 248];
const SHADE: Colour = [226, 220, 210];
const LEAF: Colour = [72, 128, 74];

type Picture = { readonly ground: Colour; readonly paint: (canvas: Canvas) => void };

/** By the name of the goods. */
const PICTURES: Readonly<Record<string, Picture>> = {
  아메리카노: {
    ground: [236, 226, 212],
    paint: ({ fill }) => {
      fill(ellipse(0.5, 0.89, 0.5, 0.08), [216, 203, 185]);
      fill(polygon([0.27, 0.26], [0.73, 0.26], [0.66, 0.89], [0.34, 0.89]), WHITE);
      fill(polygon([0.295, 0.44], [0.705, 0.44], [0.675, 0.72], [0.325, 0.72]), [120, 78, 52]);
      fill(ellipse(0.5, 0.58, 0.14, 0.18), [222, 196, 166]);
      fill(panel(0.5, 0.575, 0.018, 0.15, 0.008), [120, 78, 52]);
      fill(panel(0.5, 0.23, 0.54, 0.09, 0.03), [64, 58, 54]);
      fill(panel(0.5, 0.165, 0.42, 0.07, 0.03), [84, 77, 72]);
    },
  },
  '우리밀 식빵': {
    ground: [245, 232, 206],
    paint: ({ fill }) => {
      fill(ellipse(0.5, 0.83, 0.74, 0.1), [228, 210, 176]);
      fill(panel(0.5, 0.6, 0.6, 0.44, 0.05), [176, 112, 52]);
      for (const x of [0.32, 0.5, 0.68]) fill(ellipse(x, 0.38, 0.27, 0.26), [176, 112, 52]);
      fill(panel(0.5, 0.61, 0.52, 0.36, 0.04), [247, 222, 172]);
      for (const x of [0.34, 0.5, 0.66]) fill(ellipse(x, 0.42, 0.2, 0.17), [247, 222, 172]);
      for (const [x, y] of [[0.36, 0.5], [0.58, 0.46], [0.47, 0.63], [0.65, 0.67], [0.34, 0.7]] as const) fill(ellipse(x, y, 0.025, 0.018), [232, 198, 138]);
    },
  },
  '들꽃 우유 900mL': {
    ground: [214, 230, 238],
    paint: ({ fill }) => {
      fill(ellipse(0.5, 0.89, 0.52, 0.08), [190, 210, 221]);
      fill(panel(0.5, 0.63, 0.42, 0.52, 0.02), WHITE);
      fill(polygon([0.36, 0.22], [0.64, 0.22], [0.71, 0.39], [0.29, 0.39]), SHADE);
      fill(panel(0.5, 0.17, 0.28, 0.11, 0.015), WHITE);
      fill(panel(0.5, 0.79, 0.42, 0.14), [46, 104, 168]);
      fill(panel(0.5, 0.66, 0.02, 0.17), LEAF);
      for (const [x, y] of [[0.5, 0.47], [0.57, 0.53], [0.54, 0.6], [0.46, 0.6], [0.43, 0.53]] as const) fill(ellipse(x, y, 0.09), [226, 120, 140]);
      fill(ellipse(0.5, 0.54, 0.08), [246, 204, 92]);
    },
  },
  '산골 달걀 15구': {
    ground: [226, 233, 214],
    paint: ({ fill }) => {
      for (const [x, shell] of [[0.3, [214, 164, 118]], [0.7, [206, 152, 106]], [0.5, [230, 186, 142]]] as const) {
        fill(ellipse(x, 0.54, 0.31, 0.4), shell);
        fill(ellipse(x - 0.05, 0.43, 0.08, 0.11), [244, 214, 182]);
      }
      fill(polygon([0.1, 0.6], [0.9, 0.6], [0.84, 0.84], [0.16, 0.84]), [150, 150, 146]);
      fill(panel(0.5, 0.6, 0.84, 0.05, 0.02), [172, 172, 167]);
      for (const x of [0.32, 0.5, 0.68]) fill(panel(x, 0.75, 0.1, 0.06, 0.03), [132, 132, 128]);
    },
  },
  '방울토마토 500g': {
    ground: [243, 228, 220],
    paint: ({ fill }) => {
      for (const [x, y] of [[0.32, 0.42], [0.68, 0.42], [0.5, 0.66]] as const) {
        fill(ellipse(x, y + 0.16, 0.3, 0.07), [226, 205, 195]);
        fill(ellipse(x, y, 0.35), [206, 52, 40]);
        fill(ellipse(x - 0.07, y - 0.04, 0.07, 0.09), [236, 128, 112]);
        fill(polygon([x, y - 0.21], [x + 0.11, y - 0.13], [x, y - 0.09], [x - 0.11, y - 0.13]), LEAF);
        fill(panel(x, y - 0.2, 0.022, 0.09, 0.01), LEAF);
      }
    },
  },
  '유자차 병': {
    ground: [250, 238, 196],
    paint: ({ fill }) => {
      fill(ellipse(0.5, 0.87, 0.56, 0.08), [234, 216, 160]);
      fill(panel(0.5, 0.58, 0.48, 0.58, 0.1), [232, 168, 42]);
      fill(panel(0.5, 0.24, 0.4, 0.11, 0.03), [108, 116, 74]);
      fill(panel(0.5, 0.6, 0.48, 0.28), WHITE);
      fill(ellipse(0.5, 0.6, 0.2), [246, 204, 66]);
      fill(ellipse(0.5, 0.6, 0.15), [252, 232, 150]);
      for (const turn of [0, 1, 2, 3]) {
        const [x, y] = [Math.cos((turn * Math.PI) / 4) * 0.075, Math.sin((turn * Math.PI) / 4) * 0.075];
        for (const share of [-1, -0.5, 0, 0.5, 1]) fill(ellipse(0.5 + x * share, 0.6 + y * share, 0.014), [246, 204, 66]);
      }
    },
  },
};

export const PICTURED: readonly string[] = Object.keys(PICTURES);

/** PNG, small enough to be kept as it is; null for goods nobody has drawn. */
export function drawGoods(name: string): Buffer | null {
  const picture = Object.hasOwn(PICTURES, name) ? PICTURES[name] : undefined;
  if (picture === undefined) return null;
  const canvas = createCanvas(SIDE_PX, picture.ground);
  picture.paint(canvas);
  return canvas.png();
}
