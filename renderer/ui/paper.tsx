import { useEffect, useMemo, useRef } from 'react';

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
  const png = useMemo(() => Uint8Array.from(atob(pngBase64), (character) => character.charCodeAt(0)), [pngBase64]);
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

/** Paints it in the pixels it has on the glass, and again when it gets others; returns how to stop. */
function keepPainted(place: HTMLCanvasElement, picture: Blob, heightToWidth: number): () => void {
  let wanted = 0;
  const paint = async (width: number) => {
    wanted = width;
    const height = Math.max(1, Math.round(width * heightToWidth));
    const bitmap = await createImageBitmap(picture, { resizeWidth: width, resizeHeight: height, resizeQuality: 'high' });
    if (wanted === width) {
      place.width = width;
      place.height = height;
      place.getContext('2d')?.drawImage(bitmap, 0, 0);
    }
    bitmap.close();
  };
  const observer = new ResizeObserver(([entry]) => {
    const width = Math.round(entry?.devicePixelContentBoxSize[0]?.inlineSize ?? 0);
    if (width > 0 && width !== wanted) void paint(width).catch(reportError);
  });
  observer.observe(place, { box: 'device-pixel-content-box' });
  return () => {
    wanted = 0;
    observer.disconnect();
    // What was painted is let go with the element, not when somebody collects it.
    place.width = 0;
    place.height = 0;
  };
}
