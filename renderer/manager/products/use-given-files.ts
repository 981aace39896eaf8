import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { dialogOpen } from '../../ui/keys.ts';

type Take = (file: File | undefined) => void;

/** A file dropped on the zone, or pasted anywhere while it is there. True while one is dragged over it. `take` null: none is wanted. */
export function useGivenFiles(zone: RefObject<HTMLElement | null>, take: Take | null): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  const wanted = take !== null;
  useEffect(() => (wanted ? listen(zone.current, (file) => latest.current?.(file), setOver) : undefined), [zone, wanted]);
  return over;
}

function listen(zone: HTMLElement | null, take: Take, setOver: (over: boolean) => void): () => void {
  const ends = new AbortController();
  const { signal } = ends;
  const hear = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
    zone?.addEventListener(
      type,
      (event) => {
        // Text dragged into a field is none of ours.
        if (event.dataTransfer?.types.includes('Files') === true) act(event);
      },
      { signal },
    );
  hear('dragover', (event) => {
    event.preventDefault();
    setOver(true);
  });
  hear('dragleave', () => setOver(false));
  hear('drop', (event) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer?.files[0]);
  });
  document.addEventListener('paste', (event) => onPaste(event, take), { signal });
  return () => ends.abort();
}

function onPaste(event: ClipboardEvent, take: Take): void {
  const data = event.clipboardData;
  const file = data?.files[0];
  // Cells of a spreadsheet come as text and as a picture of them: into a field they go as text.
  const asText = event.target instanceof HTMLInputElement && data?.types.includes('text/plain') === true;
  if (file === undefined || asText || dialogOpen()) return;
  event.preventDefault();
  take(file);
}
