/** Paints it in the pixels it has on the glass, and again when it gets others; returns how to stop. */
export function keepPainted(place: HTMLCanvasElement, picture: Blob, heightToWidth: number): () => void {
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
