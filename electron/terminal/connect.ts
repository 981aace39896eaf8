/** The card terminal of a place, by its settings. */
import { createKiccEd721 } from '../../native/terminal/kicc-ed721/driver.ts';
import { createKocesCat } from '../../native/terminal/koces-cat/driver.ts';
import { missingTerminal } from '../../native/terminal/missing-terminal.ts';
import type { Terminal } from '../../native/terminal/port.ts';
import { parseDeviceAddress } from '../../native/transport/address.ts';
import type { TerminalSettings } from './settings.ts';
import type { UnaskedListener } from './unasked.ts';

export function terminalAt({ family, textVersion, waits }: TerminalSettings, address: string, onUnasked: UnaskedListener): Terminal {
  if (family === 'none') return missingTerminal();
  const parsed = parseDeviceAddress(address);
  if (!parsed.ok) throw new Error(`terminal address: ${address}`);
  const options = { address: parsed.address, limits: waits, onUnasked };
  return family === 'koces-cat' ? createKocesCat(options) : createKiccEd721({ ...options, textVersion });
}
