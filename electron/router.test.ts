import { describe, expect, it } from 'vitest';
import type { CallName } from '../contract/calls.ts';
import { calls } from '../contract/calls.ts';
import { MAX_CALL_CHARS, refusal } from '../contract/envelope.ts';
import { failureWords } from '../domain/failure.ts';
import type { Result } from './result.ts';
import { DONE, refuse } from './result.ts';
import type { HandlersOf, Sender } from './router.ts';
import { createRouter } from './router.ts';
import { ORIGIN } from './shell/origin.ts';

const CASHIER: Sender = { origin: ORIGIN, isMainFrame: true, window: 'cashier' };
const CUSTOMER: Sender = { ...CASHIER, window: 'customer' };
const PHONE = '010-1234-5678';
const DRAFT = { saleId: 's-1', purpose: 'income-deduction', form: 'phone', digits: PHONE } as const;

type Options = { readonly handlers?: Partial<HandlersOf<CallName>>; readonly admit?: (name: CallName) => Result<null> };

/** A router whose every call would be carried out: what does not reach a handler was kept out by the router. */
function open({ handlers = {}, admit = () => DONE }: Options = {}) {
  const carriedOut: { name: string; payload: unknown }[] = [];
  const log: string[] = [];
  const every = Object.keys(calls).map((name) => {
    const carryOut = async (payload: unknown) => {
      carriedOut.push({ name, payload });
      return DONE;
    };
    return [name, carryOut] as const;
  });
  const route = createRouter(Object.assign({} as HandlersOf<CallName>, Object.fromEntries(every), handlers), { admit, log: (line) => void log.push(line) });
  const send = async (frame: unknown, sender: Sender = CASHIER) => JSON.parse(await route(typeof frame === 'string' ? frame : JSON.stringify(frame), sender));
  return { send, carriedOut, log };
}

describe('a call', () => {
  it('reaches its handler with a valid payload, defaults filled in, and its answer carries its id', async () => {
    const { send, carriedOut } = open();
    expect(await send({ id: 7, call: 'sale.scan', req: { code: '8801234500014' } })).toEqual({ id: 7, ok: true, res: null });
    expect(carriedOut).toEqual([{ name: 'sale.scan', payload: { code: '8801234500014', quantity: 1 } }]);
  });

  it('an expected "no" is answered with its code and is not logged', async () => {
    const { send, log } = open({ handlers: { 'sale.scan': async () => refuse('sale.product-unknown', 'nothing on the shelf') } });
    expect(await send({ id: 7, call: 'sale.scan', req: { code: '1' } })).toEqual({ id: 7, ok: false, code: 'sale.product-unknown', detail: 'nothing on the shelf' });
    expect(log).toEqual([]);
  });

  it('is refused by what the counter admits now, before its payload is looked at', async () => {
    const { send, carriedOut } = open({ admit: (name) => (name === 'sale.scan' ? refuse('people.not-signed-in') : DONE) });
    expect(await send({ id: 7, call: 'sale.scan', req: { code: 12 } })).toMatchObject({ id: 7, ok: false, code: 'people.not-signed-in' });
    expect(await send({ id: 8, call: 'counter.ping', req: { n: 1 } })).toMatchObject({ id: 8, ok: true });
    expect(carriedOut.map((call) => call.name)).toEqual(['counter.ping']);
  });
});

describe('a stranger', () => {
  it.each([
    ['another origin', { ...CASHIER, origin: 'https://example.com' }],
    ['no origin', { ...CASHIER, origin: '' }],
    ['a frame inside our page', { ...CASHIER, isMainFrame: false }],
  ])('%s is not even told whether the call exists', async (_who, sender) => {
    const { send, carriedOut } = open();
    expect(await send({ id: 7, call: 'counter.ping', req: { n: 1 } }, sender)).toEqual({ id: null, ok: false, code: 'bridge.forbidden', detail: 'sender' });
    expect(carriedOut).toEqual([]);
  });

  it('the customer display may make exactly the calls that are its own', async () => {
    const { send, carriedOut } = open();
    const admitted: string[] = [];
    for (const name of Object.keys(calls)) {
      const answer = await send({ id: 7, call: name, req: null }, CUSTOMER);
      if (answer.code !== 'bridge.forbidden') admitted.push(name);
    }
    // Whatever is added later: what is not hers by name is not hers.
    expect(admitted.filter((name) => !name.startsWith('customer.'))).toEqual(['counter.ping']);
    expect(admitted).toContain('customer.view');
    expect(carriedOut).toEqual([]);
  });
});

describe('what is no call', () => {
  it.each([
    ['not JSON', '{'],
    ['nothing', ''],
    ['JSON of another kind', '[1,2]'],
    ['a call without an id', JSON.stringify({ call: 'counter.ping', req: { n: 1 } })],
    ['an id that is no number', JSON.stringify({ id: 'x', call: 'counter.ping', req: { n: 1 } })],
    ['more than a call can be', JSON.stringify({ id: 7, call: 'counter.ping', req: { n: 1, more: 'x'.repeat(MAX_CALL_CHARS) } })],
  ])('%s is a bad request', async (_what, raw) => {
    const { send, carriedOut, log } = open();
    expect(await send(raw)).toEqual({ id: null, ok: false, code: 'bridge.bad-request', detail: 'not a call' });
    expect({ carriedOut, log }).toEqual({ carriedOut: [], log: [] });
  });

  it.each(['sale.giveAway', 'toString', '__proto__', 'constructor', ''])('%j is an unknown call', async (call) => {
    expect(await open().send({ id: 7, call, req: {} })).toMatchObject({ id: 7, ok: false, code: 'bridge.unknown-call' });
  });

  it('an invalid payload is refused by the name of its field, never by its value', async () => {
    const { send, carriedOut, log } = open();
    const answer = await send({ id: 7, call: 'receipt.issue', req: { ...DRAFT, form: PHONE } });
    expect(answer).toMatchObject({ id: 7, ok: false, code: 'bridge.bad-request', detail: expect.stringContaining('receipt.issue: form') });
    expect(JSON.stringify({ answer, log })).not.toContain(PHONE);
    expect(carriedOut).toEqual([]);
  });
});

describe('a bug in a handler', () => {
  const broken: Partial<HandlersOf<CallName>> = {
    'receipt.issue': async (payload) => {
      // What a slip of the programmer's looks like at run time: a field read from nothing.
      const shelf = new Map<string, { readonly saleNumber: number }>();
      const found = shelf.get(payload.digits) as { readonly saleNumber: number };
      return refuse('sale.unknown', String(found.saleNumber));
    },
    'sale.scan': () => {
      throw new RangeError('thrown before there was a promise');
    },
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- a library may reject with anything
    'sale.abandon': () => Promise.reject('a word'),
  };

  it('is answered as program.bug, with words for the person, and names nothing but the call', async () => {
    const answer = await open({ handlers: broken }).send({ id: 7, call: 'receipt.issue', req: DRAFT });
    expect(answer).toEqual({ id: 7, ok: false, code: 'program.bug', detail: 'receipt.issue' });
    expect(failureWords(refusal.parse(answer).code, 'ko').next).not.toBe('');
  });

  it('is logged with the place it happened at, and without what was typed', async () => {
    const { send, log } = open({ handlers: broken });
    await send({ id: 7, call: 'receipt.issue', req: DRAFT });
    expect(log).toHaveLength(1);
    expect(log[0]).toMatch(/^call receipt\.issue failed: TypeError/);
    expect(log[0]).toContain('router.test.ts');
    expect(log[0]).not.toContain(PHONE);
    expect(log[0]).not.toContain(DRAFT.saleId);
  });

  it.each([
    ['sale.scan', { code: '1' }, 'thrown before there was a promise'],
    ['sale.abandon', { saleId: 's-1' }, 'a word'],
  ] as const)('%s: however it fails, it is answered and logged once', async (call, req, words) => {
    const { send, log } = open({ handlers: broken });
    expect(await send({ id: 7, call, req })).toMatchObject({ id: 7, ok: false, code: 'program.bug' });
    expect(log).toEqual([expect.stringContaining(words)]);
  });

  it('leaves the other calls as they were', async () => {
    const { send } = open({ handlers: broken });
    await send({ id: 7, call: 'sale.scan', req: { code: '1' } });
    expect(await send({ id: 8, call: 'sale.addProduct', req: { productId: 'p-1' } })).toEqual({ id: 8, ok: true, res: null });
  });
});
