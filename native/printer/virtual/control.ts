/** The control port: one JSON object a line in, one a line out. `{"tell":…}`, `{"ask":"state"}`, `{"ask":"slip","number":1}`. */
import { createServer, type Server, type Socket } from 'node:net';
import type { Tell, VirtualPrinterState } from './server.ts';

export type ControlTarget = {
  readonly tell: (what: Tell) => void;
  readonly state: () => VirtualPrinterState;
  readonly slipText: (number: number) => string | undefined;
};

type Asked = { readonly ask: 'state' } | { readonly ask: 'slip'; readonly number: number };
type Request = Asked | Tell;

const MAX_LINE_BYTES = 4_096;
const MAX_LINES_AT_ONCE = 8;

export function createControlServer(target: ControlTarget): { readonly server: Server; readonly hangUp: () => void } {
  const lines = new Set<Socket>();
  const server = createServer((line) => {
    lines.add(line);
    let text = '';
    line.setEncoding('utf8');
    line.on('error', () => undefined);
    line.on('close', () => lines.delete(line));
    line.on('data', (piece) => {
      text += piece.toString();
      let end = text.indexOf('\n');
      while (end >= 0) {
        line.write(`${JSON.stringify(answer(target, text.slice(0, end)))}\n`);
        text = text.slice(end + 1);
        end = text.indexOf('\n');
      }
      if (text.length > MAX_LINE_BYTES) line.destroy();
    });
  });
  server.maxConnections = MAX_LINES_AT_ONCE;
  return { server, hangUp: () => lines.forEach((line) => line.destroy()) };
}

function answer(target: ControlTarget, line: string): object {
  const request = parseRequest(line);
  if (request === undefined) return { ok: false, error: 'not understood' };
  if ('tell' in request) {
    target.tell(request);
    return { ok: true, state: target.state() };
  }
  if (request.ask === 'state') return { ok: true, state: target.state() };
  const text = target.slipText(request.number);
  return text === undefined ? { ok: false, error: 'no such slip' } : { ok: true, number: request.number, text };
}

const PLAIN = ['near-end', 'paper-in', 'cover-close', 'cutter-error', 'silent', 'recover'] as const;

export function parseRequest(line: string): Request | undefined {
  const given = parseObject(line);
  if (given === undefined) return undefined;
  if (given['ask'] === 'state') return { ask: 'state' };
  if (given['ask'] === 'slip') return isCount(given['number']) ? { ask: 'slip', number: given['number'] } : undefined;
  const told = given['tell'];
  if (told === 'late') return isCount(given['ms']) ? { tell: 'late', ms: given['ms'] } : undefined;
  if (told === 'drop-after') return isCount(given['bytes']) ? { tell: 'drop-after', bytes: given['bytes'] } : undefined;
  if (told === 'paper-end' || told === 'cover-open') {
    const { afterLines } = given;
    if (afterLines === undefined) return { tell: told };
    return isCount(afterLines) ? { tell: told, afterLines } : undefined;
  }
  const plain = PLAIN.find((name) => name === told);
  return plain === undefined ? undefined : { tell: plain };
}

function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const given: unknown = JSON.parse(line);
    return typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given)) : undefined;
  } catch {
    return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000_000;
}
