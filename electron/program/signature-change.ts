/** Which signature pad there is, and where: held against the file's own rules, and never on a line that another device has. */
import type { SettingsChange } from '../../contract/program.ts';
import { parseDeviceAddress } from '../../native/transport/address.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Settings } from '../settings.ts';
import { NONE } from '../settings.ts';
import { practiceSignature, shopSignature } from '../signature/settings.ts';

export function signatureChanged(before: Settings, { pad, address, takenBy }: Extract<SettingsChange, { section: 'signature' }>): Result<Settings> {
  const padAddress = pad === 'koces-pad' ? address : NONE;
  const parsed = (before.mode === 'practice' ? practiceSignature : shopSignature).safeParse({ ...before.signature, pad, padAddress, takenBy });
  const port = portOf(padAddress);
  const taken = port !== null && [before.printer, before.backupPrinter, before.terminal].some((device) => portOf(device.address) === port);
  if (!parsed.success || taken) return refuse('pad.address-invalid', address);
  // Nobody keys a number on a pad that is not there.
  const numberOn = pad === 'koces-pad' ? before.cashReceipt.numberOn : 'display';
  return ok({ ...before, signature: parsed.data, cashReceipt: { ...before.cashReceipt, numberOn } });
}

function portOf(address: string): string | null {
  const parsed = parseDeviceAddress(address);
  return parsed.ok && parsed.address.kind === 'serial' ? parsed.address.path : null;
}
