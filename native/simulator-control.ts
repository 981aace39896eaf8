/** The control port of a simulator: one JSON object a line in, one a line out. */
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export type ControlRequest = Readonly<Record<string, unknown>>;

const MAX_LINE_BYTES = 16_384;
const MAX_LINES_AT_ONCE = 8;
const ANSWER_WITHIN_MS = 10_000;

/** `answer` says undefined to what it does not understand. */
export function createControlPort(answer: (request: ControlRequest) => object | undefined): { readonly server: Server; readonly hangUp: () => void } {
  const lines = new Set<Socket>();
  const server = createServer((line) => {
    lines.add(line);
    let text = '';
    line.setEncoding('utf8');
    line.on('error', () => undefined);
    line.on('close', () => lines.delete(line));
    line.on('data', (piece) => {
      text += piece.toString();
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
        const request = parseObject(text.slice(0, end));
        const said = request && answer(request);
        line.write(`${JSON.stringify(said ? { ok: true, ...said } : { ok: false, error: 'not understood' })}\n`);
        text = text.slice(end + 1);
      }
      if (text.length > MAX_LINE_BYTES) line.destroy();
    });
  });
  server.maxConnections = MAX_LINES_AT_ONCE;
  return { server, hangUp: () => lines.forEach((line) => line.destroy()) };
}

/** Asks a control port once. Rejects when it does not understand or does not answer. */
export function askControlPort(port: number, request: ControlRequest): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const line = connect(port, '127.0.0.1', () => line.write(`${JSON.stringify(request)}\n`));
    line.setTimeout(ANSWER_WITHIN_MS, () => line.destroy(new Error('the control port is silent')));
    line.on('error', reject);
    line.on('close', () => reject(new Error('the control port hung up')));
    const lines = createInterface({ input: line });
    // It passes on the line's errors; nobody listening would end the program.
    lines.on('error', reject);
    lines.once('line', (text) => {
      line.end();
      const answer = parseObject(text);
      if (answer?.['ok'] === true) resolve(answer);
      else reject(new Error(`the simulator did not understand ${JSON.stringify(request)}`));
    });
  });
}

export function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const given: unknown = JSON.parse(text);
    return typeof given === 'object' && given !== null && !Array.isArray(given) ? Object.fromEntries(Object.entries(given)) : undefined;
  } catch {
    return undefined;
  }
}

/** On 127.0.0.1; 0 takes a free port. */
export async function listenLocally(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

export function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}
