/** The field: what stands on the glass, what main has of it, and when it is done. The page alone ends a signature. */
import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { CallRequest } from '../../../contract/calls.ts';
import { PEN_RESTS_MS, SIGN_FIELD } from '../../../contract/limits.ts';
import type { Client } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { drawEnd, drawStroke, drawWhole, freshCanvas, onOtherLight } from '../../ui/ink.ts';
import type { FieldCalls, InkSender } from './ink-sender.ts';
import { createInkSender } from './ink-sender.ts';

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export type Field = {
  readonly hasInk: boolean;
  /** Done was said, or that it cannot be: main is told. */
  readonly ended: boolean;
  readonly draw: (starts: boolean, x: number, y: number) => void;
  readonly lift: () => void;
  readonly clear: () => void;
  readonly done: () => void;
  readonly cancel: () => void;
};

type Ink = { strokes: number[][]; sender: InkSender | null; context: CanvasRenderingContext2D | null; rests: ReturnType<typeof setTimeout> | undefined };

/** `onLost`: something did not arrive, and the customer begins anew on an empty field. */
export function useField(signId: string, canvas: RefObject<HTMLCanvasElement | null>, onLost: (lost: boolean) => void): Field {
  const client = useClient();
  const ink = useRef<Ink>({ strokes: [], sender: null, context: null, rests: undefined });
  const [hasInk, setHasInk] = useState(false);
  const [ended, setEnded] = useState(false);
  const [opening, setOpening] = useState(1);

  useEffect(() => {
    const { current } = ink;
    wipe(current, canvas.current);
    const lost = () => {
      onLost(true);
      setHasInk(false);
      setEnded(false);
      setOpening((before) => before + 1);
    };
    const sender = createInkSender({ signId, calls: callsOf(client), wait, onLost: lost });
    current.sender = sender;
    void client.call('customer.signReady', { signId });
    return () => {
      sender.stop();
      clearTimeout(current.rests);
    };
  }, [client, signId, canvas, onLost, opening]);
  useRedrawn(canvas, ink);

  const done = () => {
    if (ended || ink.current.strokes.length === 0) return;
    clearTimeout(ink.current.rests);
    ink.current.sender?.done();
    setEnded(true);
  };
  return {
    hasInk,
    ended,
    done,
    draw: (starts, x, y) => {
      if (ended || !add(ink.current, starts, x, y)) return;
      clearTimeout(ink.current.rests);
      ink.current.rests = setTimeout(done, PEN_RESTS_MS);
      setHasInk(true);
      onLost(false);
    },
    lift: () => {
      const { context, strokes } = ink.current;
      const newest = strokes.at(-1);
      if (context !== null && newest !== undefined) drawEnd(context, newest);
    },
    clear: () => {
      if (ended || ink.current.strokes.length === 0) return;
      wipe(ink.current, canvas.current);
      ink.current.sender?.clear();
      setHasInk(false);
    },
    cancel: () => {
      clearTimeout(ink.current.rests);
      ink.current.sender?.stop();
      void client.call('customer.signCancel', { signId });
      setEnded(true);
    },
  };
}

function wipe(ink: Ink, canvas: HTMLCanvasElement | null): void {
  clearTimeout(ink.rests);
  ink.strokes = [];
  ink.context = canvas === null ? null : freshCanvas(canvas, SIGN_FIELD);
}

/** On the glass and on its way to main; false for a pen that rests. */
function add(ink: Ink, starts: boolean, x: number, y: number): boolean {
  const newest = ink.strokes.at(-1);
  const stroke = starts || newest === undefined ? [] : newest;
  if (stroke.length >= 2 && stroke.at(-2) === x && stroke.at(-1) === y) return false;
  if (stroke.length === 0) ink.strokes.push(stroke);
  stroke.push(x, y);
  if (ink.context !== null) drawStroke(ink.context, stroke, (stroke.length >> 1) - 1);
  ink.sender?.draw(starts, x, y);
  return true;
}

/** A glass that changes its size, its resolution or its light shows the same ink. */
function useRedrawn(canvas: RefObject<HTMLCanvasElement | null>, ink: RefObject<Ink>): void {
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const redraw = () => {
      const context = freshCanvas(element, SIGN_FIELD);
      if (context !== null) for (const stroke of ink.current.strokes) drawWhole(context, stroke);
      ink.current.context = context;
    };
    const observer = new ResizeObserver(redraw);
    observer.observe(element);
    const forgetLight = onOtherLight(redraw);
    return () => {
      observer.disconnect();
      forgetLight();
    };
  }, [canvas, ink]);
}

function callsOf(client: Client): FieldCalls {
  const say = async <N extends 'customer.pen' | 'customer.signClear' | 'customer.signDone'>(name: N, req: CallRequest<N>) => {
    const result = await client.call(name, req);
    return result.ok ? (result.res.next ?? 'over') : null;
  };
  return { pen: (batch) => say('customer.pen', batch), clear: (word) => say('customer.signClear', word), done: (word) => say('customer.signDone', word) };
}
