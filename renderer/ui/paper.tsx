import { useEffect, useMemo, useRef } from 'react';
import { bytesOf } from './base64.ts';
import { keepPainted } from './keep-painted.ts';

export type PaperProps = {
  /** A PNG, as main draws it from the printer's own bytes. */
  readonly pngBase64: string;
  readonly label: string;
  /** Says how wide; the height follows. */
  readonly className: string;
  readonly testId: string;
};

/**
 * A picture of a slip, as sharp as the screen can show it. Painted, not an `<img>`: the browser keeps the address of every picture it has
 * shown, and in a data: address that is the whole picture, sale after sale.
 */
export function Paper({ pngBase64, label, className, testId }: PaperProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const png = useMemo(() => bytesOf(pngBase64), [pngBase64]);
  const { width, height } = sizeOf(png);
  useEffect(() => {
    const place = canvas.current;
    return place === null ? undefined : keepPainted(place, new Blob([png], { type: 'image/png' }), height / width);
  }, [png, width, height]);
  return <canvas ref={canvas} width={width} height={height} role="img" aria-label={label} className={className} data-testid={testId} />;
}

/** Width and height stand at the beginning of every PNG (RFC 2083, 11.2.1). */
function sizeOf(png: Uint8Array): { readonly width: number; readonly height: number } {
  const header = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return { width: header.getUint32(16), height: header.getUint32(20) };
}
