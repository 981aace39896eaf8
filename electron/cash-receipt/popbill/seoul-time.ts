/** The gateway's times: `yyyyMMddHHmmss` in Asia/Seoul, which is all it speaks. */
import { DAY_MS, seoulCompact } from '../../../domain/seoul-time.ts';

const SEOUL_OFFSET_MS = 9 * 60 * 60 * 1000;

/** Epoch milliseconds → `yyyyMMddHHmmss`. */
export function seoulStamp(epochMs: number): string {
  return seoulCompact(new Date(epochMs).toISOString());
}

/** Epoch milliseconds → `yyyyMMdd`. */
export function seoulDate(epochMs: number): string {
  return seoulStamp(epochMs).slice(0, 8);
}

/** `yyyyMMddHHmmss` → epoch milliseconds, or null when it names no moment (20260231…). */
export function seoulEpochMs(stamp: string): number | null {
  const parts = /^(20\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(stamp);
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number);
  const epochMs = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second) - SEOUL_OFFSET_MS;
  return seoulStamp(epochMs) === stamp ? epochMs : null;
}

/** The gateway takes a trade of today or yesterday only; later issues leave `tradeDt` out. */
export function isTradeDtTaken(tradeDt: string, gatewayNowMs: number): boolean {
  if (seoulEpochMs(tradeDt) === null) return false;
  const date = tradeDt.slice(0, 8);
  return date === seoulDate(gatewayNowMs) || date === seoulDate(gatewayNowMs - DAY_MS);
}
