/** The field: what stands on the glass, what main has of it, and when it is done. The page alone ends a signature. */
import type { RefObject } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallName, CallRequest } from '../../../contract/calls.ts';
import { PEN_RESTS_MS, SIGN_FIELD } from '../../../contract/signature.ts';
import type { Client } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { drawStroke, freshCanvas } from '../../ui/ink.ts';
import type { FieldCalls, InkSender } from './ink-sender.ts';
import { createInkSender } from './ink-sender.ts';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export type Field = {
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly hasInk: boolean;
  /** Done was said; main is judging it. */
  readonly ended: boolean;
  readonly draw: (starts: boolean, x: number, y: number) => void;
  readonly clear: () => void;
  readonly done: () => void;
  readonly cancel: () => void;
};

type Ink = { strokes: number[][]; sender: InkSender | null; context: CanvasRenderingContext2D | null; rests: ReturnType<typeof setTimeout> | undefined };

/** `onLost`: something did not arrive, and the customer begins anew on an empty field. */
export function useField(signId: string, onLost: (lost: boolean) => void): Field {
  const client = useClient();
  const canvas = useRef<HTMLCanvasElement | null>(null);
  const ink = useRef<Ink>({ strokes: [], sender: null, context: null, rests: undefined });
  const [hasInk, setHasInk] = useState(false);
  const [ended, setEnded] = useState(false);

  const wipe = useCallback(() => {
    const { current } = ink;
    clearTimeout(current.rests);
    current.strokes = [];
    if (canvas.current !== null) current.context = freshCanvas(canvas.current, SIGN_FIELD);
    setHasInk(false);
  }, []);

  const open = useCallback(() => {
    wipe();
    const lost = () => {
      onLost(true);
      open();
    };
    ink.current.sender = createInkSender({ signId, calls: callsOf(client), wait, onLost: lost });
    setEnded(false);
    void client.call('customer.signReady', { signId });
  }, [client, signId, onLost, wipe]);

  useEffect(() => {
    const { current } = ink;
    open();
    return () => {
      current.sender?.stop();
      clearTimeout(current.rests);
    };
  }, [open]);

  useRedrawn(canvas, ink);

  const done = () => {
    const { current } = ink;
    clearTimeout(current.rests);
    if (current.strokes.length === 0) return;
    setEnded(true);
    current.sender?.done();
  };
  return {
    canvas,
    hasInk,
    ended,
    done,
    draw: (starts, x, y) => {
      const { current } = ink;
      if (ended) return;
      const newest = current.strokes.at(-1);
      const stroke = starts || newest === undefined ? [] : newest;
      if (stroke.length >= 2 && stroke.at(-2) === x && stroke.at(-1) === y) return;
      if (stroke.length === 0) current.strokes.push(stroke);
      stroke.push(x, y);
      if (current.context !== null) drawStroke(current.context, stroke, (stroke.length >> 1) - 1);
      current.sender?.draw(starts, x, y);
      clearTimeout(current.rests);
      current.rests = setTimeout(done, PEN_RESTS_MS);
      setHasInk(true);
      onLost(false);
    },
    clear: () => {
      if (ended || ink.current.strokes.length === 0) return;
      wipe();
      ink.current.sender?.clear();
    },
    cancel: () => {
      ink.current.sender?.stop();
      clearTimeout(ink.current.rests);
      setEnded(true);
      void client.call('customer.signCancel', { signId });
    },
  };
}

/** A glass that changes its size or its resolution shows the same ink. */
function useRedrawn(canvas: RefObject<HTMLCanvasElement | null>, ink: RefObject<Ink>): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const { current } = ink;
      current.context = freshCanvas(element, SIGN_FIELD);
      if (current.context !== null) for (const stroke of current.strokes) drawStroke(current.context, stroke);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [canvas, ink]);
}

type FieldCall = 'customer.pen' | 'customer.signClear' | 'customer.signDone';

function callsOf(client: Client): FieldCalls {
  const say = async <N extends CallName & FieldCall>(name: N, req: CallRequest<N>) => {
    const result = await client.call(name, req);
    return result.ok ? (result.res.next ?? 'over') : null;
  };
  return { pen: (batch) => say('customer.pen', batch), clear: (word) => say('customer.signClear', word), done: (word) => say('customer.signDone', word) };
}
