import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hasPtyPairs } from '../../native/simulator-pty.ts';
import { headlessShell } from '../testing/headless-shell.ts';
import { connectPad } from './connect.ts';
import { practiceSignature, shopSignature } from './settings.ts';

const root = mkdtempSync(path.join(tmpdir(), 'gyesandae-pad-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const noLog = () => undefined;
const connect = (section: unknown) => connectPad(headlessShell(root), practiceSignature.parse(section), () => new Date('2026-04-15T01:30:00.000Z'), noLog);

describe('the signature pad of a place', () => {
  it('is what the settings name', async () => {
    expect((await connect({})).device).toEqual({ kind: 'display' });
    expect((await connectPad(headlessShell(root), shopSignature.parse({}), () => new Date(), noLog)).device).toEqual({ kind: 'none' });
  });

  it('is not looked for before it is asked: one that is not there says so then', async () => {
    const { device, stop } = await connect({ pad: 'koces-pad', padAddress: 'serial:///dev/no-such-pad?baud=38400' });
    expect(device).toMatchObject({ kind: 'koces-pad', address: 'serial:///dev/no-such-pad?baud=38400' });
    expect(device.kind === 'koces-pad' && (await device.pad.info())).toMatchObject({ state: 'absent', cause: 'unreachable' });
    await stop();
  });

  it.skipIf(!hasPtyPairs())('in practice may be simulated: a process of its own at the end of a cable (needs socat)', async () => {
    const { device, stop } = await connect({ pad: 'koces-pad', padAddress: 'simulated' });
    expect(device.kind === 'koces-pad' && (await device.pad.info())).toMatchObject({ state: 'answers', model: 'KOCES-PAD-SIM' });
    await stop();
    expect(device.kind === 'koces-pad' && (await device.pad.info())).toMatchObject({ state: 'absent', cause: 'closed' });
  });
});
