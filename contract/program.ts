/** Where the program is (welcome, practice, the shop), the shop being set up, and the search for a printer, as they cross to the cashier's window. */
import { z } from 'zod';
import { SETUP_STEPS } from '../domain/setup.ts';
import { terminalFamily } from './devices.ts';
import { failureCode } from './primitives.ts';
import { receiptWay } from './receipts.ts';
import { padKind } from './signature.ts';

export const place = z.enum(['practice', 'shop']);
export const vatType = z.enum(['general', 'simplified', 'exempt']);
export const columns = z.union([z.literal(42), z.literal(48)]);
export const slipCopies = z.union([z.literal(0), z.literal(1), z.literal(2)]);
export const slipUse = z.enum(['customer', 'merchant']);
/** Where a customer types her own number: on her display, or on a signature pad. */
export const numberOn = z.enum(['display', 'pad']);
/** Who takes a signature where the terminal does not say by itself whether it did. */
export const signatureTaker = z.enum(['terminal', 'pad', 'none']);
const typed = (max: number) => z.string().max(max);

export const shopDraft = z.strictObject({ name: typed(80), businessNumber: typed(20), representative: typed(80), address: typed(200), phone: typed(40), counterNumber: typed(4) });
export const setupDraft = z.strictObject({
  step: z.enum(SETUP_STEPS),
  shop: shopDraft,
  tax: z.strictObject({ vatType: vatType.nullable(), mandatorySector: z.boolean().nullable() }),
  printer: z.strictObject({ choice: z.enum(['printer', 'none']).nullable(), address: typed(200), columns, tried: z.boolean() }),
  receipts: z.strictObject({ choice: z.enum(['popbill', 'later']).nullable(), service: z.enum(['test', 'production']), linkId: typed(100) }),
  ownerName: typed(80),
});

export const printerLine = z.enum(['usb', 'serial', 'network']);
/** `silent`: something takes the bytes there and answers nothing; a test print will tell. */
export const foundPrinter = z.object({ address: z.string(), line: printerLine, where: z.string(), state: z.enum(['ready', 'not-ready', 'silent', 'denied']), failure: failureCode.nullable() });
export type FoundPrinter = z.infer<typeof foundPrinter>;
/** `unavailable`: this computer has no such line, or does not say. */
export const lineSearch = z.object({ state: z.enum(['waiting', 'looking', 'done', 'unavailable']), asked: z.int(), of: z.int() });
export const printerSearch = z.object({
  state: z.enum(['idle', 'looking', 'done', 'stopped']),
  usb: lineSearch,
  serial: lineSearch,
  network: lineSearch,
  found: z.array(foundPrinter),
});
export type PrinterSearch = z.infer<typeof printerSearch>;

export const programView = z.object({
  revision: z.int(),
  /** `none`: nobody has chosen yet. `changing`: one is being closed and the other opened. */
  place: z.enum(['none', 'practice', 'shop', 'changing']),
  shopExists: z.boolean(),
  draft: setupDraft,
  /** A gateway secret was given for this draft; it is never sent back. */
  secretKept: z.boolean(),
  search: printerSearch,
  shellName: z.string(),
  appVersion: z.string(),
});
export type ProgramView = z.infer<typeof programView>;

export const tried = z.object({ outcome: z.enum(['printed', 'sent', 'failed']), failure: failureCode.nullable() });
export type TriedPrinter = z.infer<typeof tried>;

export const settingsView = z.object({
  mode: place,
  shop: z.object({ name: z.string(), businessNumber: z.string(), representative: z.string(), address: z.string(), phone: z.string(), counterNumber: z.int() }),
  tax: z.object({ vatType, mandatorySector: z.boolean() }),
  printer: z.object({ address: z.string(), columns }),
  backupPrinter: z.object({ address: z.string(), columns }),
  slip: z.object({ copies: slipCopies, use: slipUse }),
  terminal: z.object({ family: terminalFamily, address: z.string(), receiptWay, numberOn, /** Whether there is a signature pad of its own. */ pad: z.boolean() }),
  signature: z.object({ pad: padKind, /** Of a pad on a cable; `none` for every other. */ address: z.string(), takenBy: signatureTaker }),
  receipts: z.object({ service: z.enum(['none', 'simulated', 'test', 'production']), linkId: z.string(), secretKept: z.boolean() }),
});
export type SettingsView = z.infer<typeof settingsView>;

/** One section at a time, whole. An empty secret keeps the one there is. */
export const settingsChange = z.discriminatedUnion('section', [
  z.object({ section: z.literal('shop'), shop: shopDraft }),
  z.object({ section: z.literal('tax'), vatType, mandatorySector: z.boolean() }),
  z.object({ section: z.literal('printer'), address: typed(200), columns }),
  z.object({ section: z.literal('backup-printer'), address: typed(200), columns }),
  z.object({ section: z.literal('slip'), copies: slipCopies, use: slipUse }),
  z.object({ section: z.literal('terminal'), family: terminalFamily, address: typed(200), receiptWay, /** Left out: as it is. */ numberOn: numberOn.optional() }),
  z.object({ section: z.literal('signature'), pad: padKind, address: typed(200), takenBy: signatureTaker }),
  z.object({ section: z.literal('receipts'), service: z.enum(['none', 'test', 'production']), linkId: typed(100), secretKey: typed(200) }),
]);
export type SettingsChange = z.infer<typeof settingsChange>;
