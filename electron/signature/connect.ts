/** The signature pad of a place, by its settings: a device by address, in practice a simulated one, the customer display, or none. */
import { seoulCompact } from '../../domain/seoul-time.ts';
import { createKocesPad } from '../../native/signature-pad/koces-pad/driver.ts';
import { parseDeviceAddress } from '../../native/transport/address.ts';
import { startSimulatedPad, type SimulatedPad } from '../practice/simulators.ts';
import type { ShellPort } from '../shell-port.ts';
import { within } from '../within.ts';
import type { PadDevice } from './pad-owner.ts';
import type { SignatureSection } from './settings.ts';
import { SIMULATED_PAD } from './settings.ts';

export type ConnectedPad = { readonly device: PadDevice; /** Practice's own, whose behaviour can be chosen. */ readonly simulated: SimulatedPad | null; readonly stop: () => Promise<void> };

/** A pad that is being asked answers within its own limits; the counter that closes does not wait for them. */
const CLOSE_WITHIN_MS = 2_000;
/** Where no cable can be simulated, a simulated pad is what a pulled one is: unreachable. */
const NO_CABLE = 'serial:///dev/no-simulated-pad?baud=38400';

/** Nothing is opened yet: a pad that is not there is found when it is asked. */
export async function connectPad(shell: ShellPort, { pad: kind, padAddress, waits }: SignatureSection, now: () => Date, log: (line: string) => void): Promise<ConnectedPad> {
  if (kind !== 'koces-pad') return { device: { kind }, simulated: null, stop: async () => undefined };
  const simulates = padAddress === SIMULATED_PAD;
  const simulated = simulates ? await startSimulatedPad(shell, log) : null;
  const address = simulates ? (simulated?.address ?? NO_CABLE) : padAddress;
  const parsed = parseDeviceAddress(address);
  if (!parsed.ok) throw new Error(`pad address: ${address}`);
  const pad = createKocesPad({ address: parsed.address, limits: waits, stamp: () => seoulCompact(now().toISOString()) });
  return {
    device: { kind, pad, address },
    simulated,
    stop: async () => {
      await within(CLOSE_WITHIN_MS, pad.close());
      simulated?.stop();
    },
  };
}
