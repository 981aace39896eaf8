/** Photos as main would send them, drawn in the page: goods on a table, seen from the front. */
import type { PhotoView } from '../../contract/catalogue.ts';

const SIDE_PX = 200;

type Drawn = { readonly ground: string; readonly body: string; readonly top: string; readonly wide: boolean };

const PICTURES: Readonly<Record<string, Drawn>> = {
  아메리카노: { ground: '#d9c9b4', body: '#fbfaf6', top: '#3d3531', wide: false },
  '들꽃 우유 900mL': { ground: '#c4dbe6', body: '#ffffff', top: '#2e68a8', wide: false },
  '우리밀 식빵': { ground: '#f3e3c3', body: '#e4b673', top: '#a9682d', wide: true },
  '달빛 새우과자': { ground: '#20242c', body: '#d8432f', top: '#f3c94b', wide: true },
  '감자 스틱': { ground: '#e9e2f1', body: '#efc04b', top: '#7b4fa0', wide: true },
  '산골 달걀 15구': { ground: '#ffffff', body: '#d3a272', top: '#9b9b96', wide: true },
};

const hashes = new Map(Object.keys(PICTURES).map((name, index) => [name, String(index + 1).padStart(64, '0')]));

/** The photo of the goods of this name; undefined for goods without one. */
export function photoOf(name: string): string | undefined {
  return hashes.get(name);
}

export function photosAnswer(wanted: readonly string[]): PhotoView[] {
  return [...hashes].flatMap(([name, photo]) => {
    const picture = PICTURES[name];
    return picture === undefined || !wanted.includes(photo) ? [] : [{ photo, type: 'image/png' as const, base64: draw(picture) }];
  });
}

function draw({ ground, body, top, wide }: Drawn): string {
  const canvas = document.createElement('canvas');
  canvas.width = SIDE_PX;
  canvas.height = SIDE_PX;
  const context = canvas.getContext('2d');
  if (context === null) return '';
  const panel = (colour: string, x: number, y: number, width: number, height: number) => {
    context.fillStyle = colour;
    context.beginPath();
    context.roundRect(x, y, width, height, 14);
    context.fill();
  };
  panel(ground, -20, -20, SIDE_PX + 40, SIDE_PX + 40);
  const [left, width] = wide ? [26, 148] : [60, 80];
  panel('rgb(0 0 0 / 0.12)', left - 8, 168, width + 16, 16);
  panel(body, left, 48, width, 126);
  panel(top, left, wide ? 64 : 30, width, wide ? 34 : 30);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}
