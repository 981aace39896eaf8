/** Shared by this room's tests: a sandbox and a client that know each other, and requests with the documented test numbers. */
import type { CashReceiptGateway, GatewayIssueRequest } from '../gateway.ts';

import { createPopbillGateway } from './client.ts';
import { createSandbox, type Sandbox, type SandboxOptions } from './sandbox/server.ts';
import type { PopbillLimits, PopbillSettings } from './settings.ts';

/** 2026-03-02 14:04:09 in Seoul. */
export const NOW_MS = Date.UTC(2026, 2, 2, 5, 4, 9);
export const TODAY = '20260302';
export const TRADE_DT = '20260302140409';
export const LINK_ID = 'COUNTER-TEST';
export const SECRET_KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
export const MERCHANT = '1234567890';

export const QUICK_LIMITS = { connectTimeoutMs: 2_000, replyTimeoutMs: 400, callTimeoutMs: 5_000, maxReplyBytes: 64 * 1024 } as const satisfies Partial<PopbillLimits>;

export function settingsFor(url: string, changes: Partial<PopbillSettings> = {}): PopbillSettings {
  return { authUrl: url, serviceUrl: url, serviceId: 'POPBILL_TEST', linkId: LINK_ID, secretKey: SECRET_KEY, businessNumber: MERCHANT, limits: QUICK_LIMITS, ...changes };
}

export function gatewayFor(url: string, changes: { settings?: Partial<PopbillSettings>; clock?: () => number } = {}): CashReceiptGateway {
  return createPopbillGateway({ settings: settingsFor(url, changes.settings), clock: changes.clock ?? (() => NOW_MS) });
}

export function startSandbox(changes: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  return createSandbox({ clock: () => NOW_MS, linkId: LINK_ID, secretKey: SECRET_KEY, ...changes });
}

export function issueRequest(mgtKey: string, changes: Partial<GatewayIssueRequest> = {}): GatewayIssueRequest {
  return {
    mgtKey,
    tradeDt: TRADE_DT,
    purpose: 'income-deduction',
    identifier: '01012345678',
    totalWon: 11_000,
    supplyWon: 10_000,
    vatWon: 1_000,
    serviceChargeWon: 0,
    taxation: 'taxable',
    itemName: '아메리카노 외 1건',
    orderNumber: '000042',
    merchant: { businessNumber: MERCHANT, name: '계산대 상점', representative: '김', address: '서울', phone: '0212345678' },
    ...changes,
  };
}
