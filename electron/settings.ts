/**
 * The counter's settings: one JSON file in the folder of its place, judged when it is read. Practice needs none.
 * Credentials of the gateway live in a file of their own (`credentials.json`, readable by the owner alone): never in the journal,
 * never in a log, never in a view.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { won } from '../contract/primitives.ts';
import type { CounterSettings, Mode } from '../domain/shop.ts';
import { DEFAULT_DIFFERENCE_LIMIT_WON } from '../domain/shift.ts';
import { DEFAULT_CARD, MANDATORY_FROM_WON } from '../domain/shop.ts';
import { parseDeviceAddress } from '../native/transport/address.ts';
import { POPBILL_PRODUCTION } from './cash-receipt/popbill/settings.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';
import { practiceSignature, shopSignature } from './signature/settings.ts';
import { practiceTerminal, shopTerminal } from './terminal/settings.ts';

const SIMULATED = 'simulated';
export const NONE = 'none';
export const SETTINGS_FILE = 'settings.json';
export const CREDENTIALS_FILE = 'credentials.json';

function isDeviceAddress(text: string): boolean {
  return parseDeviceAddress(text).ok;
}

/** Hosts that register receipts with the real tax office. Practice may have real devices and the gateway's test service, never these. */
const PRODUCTION_HOSTS: ReadonlySet<string> = new Set([new URL(POPBILL_PRODUCTION.serviceUrl).host]);

function isNotProduction(url: string): boolean {
  return !PRODUCTION_HOSTS.has(URL.parse(url)?.host ?? '');
}

const columns = z.union([z.literal(42), z.literal(48)]).default(48);
const url = z.string().max(200);
const replyTimeoutMs = z.int().min(500).max(60_000).default(10_000);

const common = {
  shop: z.strictObject({
    name: z.string().min(1).max(40),
    businessNumber: z.string().regex(/^\d{10}$/),
    representative: z.string().min(1).max(40),
    address: z.string().min(1).max(120),
    phone: z.string().max(20),
    counterNumber: z.int().min(1).max(99),
  }),
  tax: z
    .strictObject({
      vatType: z.enum(['general', 'simplified', 'exempt']).default('general'),
      /** Whether VAT is stated apart; left out: as the registration has it (domain/tax.ts). */
      showVat: z.boolean().optional(),
    })
    .prefault({})
    .transform(({ vatType, showVat }) => ({ vatType, showVat: showVat ?? vatType === 'general' })),
  cashReceipt: z
    .strictObject({
      mandatorySector: z.boolean().default(false),
      mandatoryFromWon: won.min(1).default(MANDATORY_FROM_WON),
      acceptResidentNumber: z.boolean().default(false),
      /** Who issues them: the gateway, or the card terminal where there is one. */
      way: z.enum(['gateway', 'terminal']).default('gateway'),
      /** Where a customer types her number herself: on her display, or on a signature pad of its own (`signature.pad`). */
      numberOn: z.enum(['display', 'pad']).default('display'),
    })
    .prefault({}),
  slip: z
    .strictObject({
      copies: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(1),
      use: z.enum(['customer', 'merchant']).default('customer'),
    })
    .prefault({}),
  /** The smaller of `maxMonths` and what the terminal can do counts. */
  card: z
    .strictObject({
      installmentsFromWon: won.min(1).default(DEFAULT_CARD.installmentsFromWon),
      maxMonths: z.int().min(0).max(99).default(DEFAULT_CARD.maxMonths),
      managerFromWon: won.min(0).default(DEFAULT_CARD.managerFromWon),
    })
    .prefault({}),
  discount: z
    .strictObject({
      /** The most a cashier may take off a line or a sale; a manager may take off all of it. */
      cashierMaxPercent: z.int().min(0).max(100).default(10),
    })
    .prefault({}),
  shift: z
    .strictObject({
      /** Closing over more than this, too much or too little, takes the right to it or an approval. */
      differenceLimitWon: won.min(0).default(DEFAULT_DIFFERENCE_LIMIT_WON),
    })
    .prefault({}),
  /** Labels of the shop's own scale (domain/scale-label.ts). */
  scale: z
    .strictObject({
      itemDigits: z.union([z.literal(4), z.literal(5)]).default(5),
      value: z.enum(['price', 'grams']).default('price'),
    })
    .prefault({}),
};

const practiceFile = z.strictObject({
  mode: z.literal('practice'),
  ...common,
  printer: z.strictObject({ address: z.string().max(200).refine((text) => text === SIMULATED || isDeviceAddress(text)).default(SIMULATED), columns }).prefault({}),
  /** Stands in for the first. */
  backupPrinter: z.strictObject({ address: z.string().max(200).refine((text) => text === SIMULATED || text === NONE || isDeviceAddress(text)).default(NONE), columns }).prefault({}),
  gateway: z
    .strictObject({
      /** `simulated`, or the two base URLs of the service. */
      authUrl: url.default(SIMULATED),
      apiUrl: url.refine(isNotProduction).default(SIMULATED),
      test: z.literal(true).default(true),
      replyTimeoutMs,
    })
    .prefault({}),
  terminal: practiceTerminal,
  signature: practiceSignature,
});

/** A real shop has nothing that is simulated: what it does not have is `none`. */
const shopFile = z.strictObject({
  mode: z.literal('shop'),
  ...common,
  printer: z.strictObject({ address: z.string().max(200).refine((text) => text === NONE || isDeviceAddress(text)).default(NONE), columns }).prefault({}),
  /** Stands in for the first. */
  backupPrinter: z.strictObject({ address: z.string().max(200).refine((text) => text === NONE || isDeviceAddress(text)).default(NONE), columns }).prefault({}),
  gateway: z.strictObject({ authUrl: url.default(NONE), apiUrl: url.default(NONE), test: z.boolean().default(true), replyTimeoutMs }).prefault({}),
  terminal: shopTerminal,
  signature: shopSignature,
});

const FILES = { practice: practiceFile, shop: shopFile } as const;

export type PracticeSettings = z.output<typeof practiceFile>;
export type ShopSettings = z.output<typeof shopFile>;
/** Only a shop's may say `test: false`: the type keeps practice from the real tax office, as the file's check does. */
export type Settings = PracticeSettings | ShopSettings;

const credentialsFile = z.strictObject({ linkId: z.string().min(1).max(100), secretKey: z.string().min(1).max(200) });
export type GatewayCredentials = z.output<typeof credentialsFile>;

/** A made-up shop: the name is a wild flower's, the numbers are the sandbox's own. */
export const PRACTICE_SETTINGS: PracticeSettings = practiceFile.parse({
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
  return { mode: settings.mode, shop: settings.shop, tax: settings.tax, cashReceipt: settings.cashReceipt, slip: settings.slip, card: settings.card };
}

/** Reads `settings.json`. Practice needs none; a shop without one is no shop. A file that is there and wrong is refused by name, never half used. */
export function readSettings(dataDir: string, mode: Mode): Result<Settings> {
  return readSettingsFile(dataDir, SETTINGS_FILE, mode);
}

export function readSettingsFile(dataDir: string, name: string, mode: Mode): Result<Settings> {
  const text = readIfThere(path.join(dataDir, name));
  if (text === null) return mode === 'practice' ? ok(PRACTICE_SETTINGS) : refuse('settings.invalid', `${name}: not there`);
  return parse(FILES[mode], text, name);
}

/** The file as it is written: everything said, nothing left to a default of a later version. */
export function settingsText(settings: Settings): string {
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** A shop's settings from what was typed, held against the file's own rules. */
export function shopSettings(draft: z.input<typeof shopFile>): ShopSettings {
  return shopFile.parse(draft);
}

export function readCredentials(dataDir: string): Result<GatewayCredentials | null> {
  const text = readIfThere(path.join(dataDir, CREDENTIALS_FILE));
  return text === null ? ok(null) : parse(credentialsFile, text, CREDENTIALS_FILE);
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
