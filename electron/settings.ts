/**
 * The counter's settings: one JSON file in the data folder, judged when it is read. No file = practice mode, which needs none.
 * Credentials of the gateway live in a file of their own (`credentials.json`, readable by the owner alone): never in the journal,
 * never in a log, never in a view.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { won } from '../contract/primitives.ts';
import type { CounterSettings } from '../domain/shop.ts';
import { MANDATORY_FROM_WON } from '../domain/shop.ts';
import { parseDeviceAddress } from '../native/transport/address.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';

const SIMULATED = 'simulated';

function isDeviceAddress(text: string): boolean {
  return text === SIMULATED || parseDeviceAddress(text).ok;
}

/**
 * `shop` is refused: a real shop needs its own goods and people, and setting those up is not in this version. Practice may have real
 * devices and the gateway's test service, never the real one: a practice receipt must not reach the tax office.
 */
const settingsFile = z.strictObject({
  mode: z.literal('practice'),
  shop: z.strictObject({
    name: z.string().min(1).max(40),
    businessNumber: z.string().regex(/^\d{10}$/),
    representative: z.string().min(1).max(40),
    address: z.string().min(1).max(120),
    phone: z.string().max(20),
    counterNumber: z.int().min(1).max(99),
  }),
  cashReceipt: z
    .strictObject({
      mandatorySector: z.boolean().default(false),
      mandatoryFromWon: won.min(1).default(MANDATORY_FROM_WON),
      acceptResidentNumber: z.boolean().default(false),
    })
    .prefault({}),
  slip: z
    .strictObject({
      copies: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(1),
      use: z.enum(['customer', 'merchant']).default('customer'),
    })
    .prefault({}),
  discount: z
    .strictObject({
      /** The most a cashier may take off a line or a sale; a manager may take off all of it. */
      cashierMaxPercent: z.int().min(0).max(100).default(10),
    })
    .prefault({}),
  /** Labels of the shop's own scale (domain/scale-label.ts). */
  scale: z
    .strictObject({
      itemDigits: z.union([z.literal(4), z.literal(5)]).default(5),
      value: z.enum(['price', 'grams']).default('price'),
    })
    .prefault({}),
  printer: z
    .strictObject({ address: z.string().max(200).refine(isDeviceAddress).default(SIMULATED), columns: z.union([z.literal(42), z.literal(48)]).default(48) })
    .prefault({}),
  gateway: z
    .strictObject({
      /** `simulated`, or the two base URLs of the service. */
      authUrl: z.string().max(200).default(SIMULATED),
      apiUrl: z.string().max(200).default(SIMULATED),
      test: z.literal(true).default(true),
      replyTimeoutMs: z.int().min(500).max(60_000).default(10_000),
    })
    .prefault({}),
});

export type Settings = z.output<typeof settingsFile>;

const credentialsFile = z.strictObject({ linkId: z.string().min(1).max(100), secretKey: z.string().min(1).max(200) });
export type GatewayCredentials = z.output<typeof credentialsFile>;

/** A made-up shop: the name is a wild flower's, the numbers are the sandbox's own. */
export const PRACTICE_SETTINGS: Settings = settingsFile.parse({
  mode: 'practice',
  shop: {
    name: '들꽃마트',
    businessNumber: '1248100998',
    representative: '연습용',
    address: '서울특별시 중구 연습로 1',
    phone: '02-0000-0000',
    counterNumber: 1,
  },
});

export function isSimulated(address: string): boolean {
  return address === SIMULATED;
}

export function counterSettings(settings: Settings): CounterSettings {
  return { mode: settings.mode, shop: settings.shop, cashReceipt: settings.cashReceipt, slip: settings.slip };
}

/** Reads `settings.json`; absent = practice. A file that is there and wrong is refused by name, never half used. */
export function readSettings(dataDir: string): Result<Settings> {
  const text = readIfThere(path.join(dataDir, 'settings.json'));
  if (text === null) return ok(PRACTICE_SETTINGS);
  return parse(settingsFile, text, 'settings.json');
}

export function readCredentials(dataDir: string): Result<GatewayCredentials | null> {
  const text = readIfThere(path.join(dataDir, 'credentials.json'));
  return text === null ? ok(null) : parse(credentialsFile, text, 'credentials.json');
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return null;
    throw problem;
  }
}

function parse<S extends z.ZodType>(schema: S, text: string, fileName: string): Result<z.output<S>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('settings.invalid', `${fileName}: not JSON`);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  // Where it is wrong, never what stands there: the value may be a secret.
  const issue = parsed.error.issues[0];
  return refuse('settings.invalid', `${fileName}: ${issue?.path.join('.') ?? ''} ${issue?.code ?? ''}`);
}
