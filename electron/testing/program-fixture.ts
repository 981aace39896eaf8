/** A program without windows: its folder, its calls, and the newest view each window was pushed. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { WindowKind } from '../../contract/calls.ts';
import type { SetupDraft } from '../../domain/setup.ts';
import type { ProgramOptions } from '../program/program.ts';
import { startProgram } from '../program/program.ts';
import type { App } from '../shell-port.ts';
import { createCashier, type Cashier } from './cashier.ts';
import { headlessShell } from './headless-shell.ts';

export type Pushed = { readonly window: WindowKind; readonly ev: string; readonly data: { readonly revision: number; readonly mode?: string; readonly place?: string } };
export type RunningProgram = { readonly app: App; readonly cashier: Cashier; readonly pushed: readonly Pushed[]; readonly stop: () => Promise<void> };

export function newHome(): { readonly dir: string; readonly remove: () => void } {
  const dir = mkdtempSync(path.join(tmpdir(), 'gyesandae-home-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }) };
}

export async function openProgram(dir: string, options: Partial<ProgramOptions> = {}): Promise<RunningProgram> {
  const app = await startProgram(headlessShell(dir), { place: null, alsoAsk: [], ...options });
  const pushed: Pushed[] = [];
  app.onPush((window, raw) => {
    const frame: Omit<Pushed, 'window'> = JSON.parse(raw);
    pushed.push({ window, ...frame });
  });
  return { app, cashier: createCashier(app), pushed, stop: app.stop };
}

export const OWNER_PIN = '7319';

/** A shop as a person would have typed it; it has neither printer nor gateway. */
export const TYPED_SHOP: SetupDraft = {
  step: 'review',
  shop: { name: '산들상회', businessNumber: '101-81-09147', representative: '대표자', address: '서울특별시 중구 세종대로 110', phone: '02-0000-0000', counterNumber: '2' },
  tax: { vatType: 'general', mandatorySector: true },
  printer: { choice: 'none', address: '', columns: 48, tried: false },
  receipts: { choice: 'later', service: 'production', linkId: '' },
  ownerName: '사장',
};

export async function setUpShop({ cashier }: RunningProgram, draft: SetupDraft = TYPED_SHOP): Promise<void> {
  await cashier.must('setup.save', { draft });
  await cashier.must('setup.finish', { pin: OWNER_PIN });
}

export async function signInOwner({ cashier }: RunningProgram): Promise<void> {
  const [owner] = (await cashier.look()).users;
  if (owner === undefined) throw new Error('the shop has nobody');
  await cashier.must('people.signIn', { userId: owner.userId, pin: OWNER_PIN });
}
