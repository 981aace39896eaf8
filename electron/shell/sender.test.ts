import { describe, expect, it } from 'vitest';
import { ORIGIN } from './origin.ts';
import { admitCall, MAX_CALL_LENGTH, refusal } from './sender.ts';

const frame = { origin: ORIGIN, isMainFrame: true };

describe('a call is admitted', () => {
  it('from the main frame of one of our windows on our origin', () => {
    expect(admitCall('{}', frame, 'customer')).toEqual({ admitted: true, raw: '{}', sender: { ...frame, window: 'customer' } });
  });
});

describe('a call is refused', () => {
  it.each([
    ['of a foreign origin', { ...frame, origin: 'https://example.com' }],
    ['of a look-alike origin', { ...frame, origin: 'app://counter.example' }],
    ['of an opaque origin', { ...frame, origin: 'null' }],
    ['of a subframe', { ...frame, isMainFrame: false }],
    ['of a frame that is gone', null],
  ])('when it comes out %s', (_what, facts) => {
    expect(admitCall('{}', facts, 'cashier')).toEqual({ admitted: false, code: 'bridge.forbidden' });
  });

  it('when the window is none of ours', () => {
    expect(admitCall('{}', frame, null)).toEqual({ admitted: false, code: 'bridge.forbidden' });
  });

  it.each([undefined, null, 7, {}, ['{}'], 'x'.repeat(MAX_CALL_LENGTH + 1)])('when it is no string of bearable length', raw => {
    expect(admitCall(raw, frame, 'cashier')).toEqual({ admitted: false, code: 'bridge.bad-request' });
  });

  it('with an envelope that carries the code and no id', () => {
    expect(JSON.parse(refusal('bridge.forbidden'))).toEqual({ id: null, ok: false, code: 'bridge.forbidden', detail: 'sender' });
  });
});
