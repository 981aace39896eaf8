/** Printer, gateway, card terminal and signature pad of a place, by its settings: real ones by address, in practice simulated ones, and in a shop what stands in for one it does not have. */
import { parseDeviceAddress } from '../native/transport/address.ts';
import { createPrinter } from '../native/printer/driver.ts';
import { missingPrinter } from '../native/printer/missing-printer.ts';
import type { Printer } from '../native/printer/port.ts';
import type { Terminal } from '../native/terminal/port.ts';
import type { CashReceiptGateway } from './cash-receipt/gateway.ts';
import { missingGateway } from './cash-receipt/missing-gateway.ts';
import { createPopbillGateway } from './cash-receipt/popbill/client.ts';
import { popbillSettingsProblems, type PopbillSettings } from './cash-receipt/popbill/settings.ts';
import { startSandbox, startSimulatedTerminal, startVirtualPrinter, type SimulatedPad, type SimulatedTerminal } from './practice/simulators.ts';
import type { Settings } from './settings.ts';
import { isSimulated, NONE, readCredentials } from './settings.ts';
import type { ShellPort } from './shell-port.ts';
import { connectPad } from './signature/connect.ts';
import type { PadDevice } from './signature/pad-owner.ts';
import { terminalAt } from './terminal/connect.ts';
import { isSimulatedTerminal, SIMULATED_TERMINAL } from './terminal/settings.ts';
import { createUnaskedResults, type UnaskedListener } from './terminal/unasked.ts';
import { within } from './within.ts';

/** A terminal waits for its customer; the counter that closes does not. What the trade then comes to is asked at the next start. */
const CLOSE_TERMINAL_WITHIN_MS = 2_000;

export type Devices = {
  readonly printer: Printer;
  /** Stands in for the first; where there is none it takes nothing and says so. */
  readonly backupPrinter: Printer;
  readonly gateway: CashReceiptGateway;
  readonly terminal: Terminal;
  /** Results of the terminal nobody waits for; what came before is told at once. One listener. */
  readonly onUnasked: (listener: UnaskedListener) => void;
  /** Practice's own terminal, whose behaviour can be chosen; null where it is a real one, or none. */
  readonly simulatedTerminal: SimulatedTerminal | null;
  readonly pad: PadDevice;
  readonly simulatedPad: SimulatedPad | null;
  readonly addresses: Addresses;
  readonly stop: () => Promise<void>;
};

export type Addresses = { readonly printer: string; readonly gateway: string; readonly terminal: string };

export async function connectDevices(shell: ShellPort, settings: Settings, now: () => Date, log: (line: string) => void): Promise<Devices> {
  const practises = settings.mode === 'practice';
  const [first, second, sandbox, simulatedTerminal, pad] = await Promise.all([
    connectPrinter(shell, settings.printer, 'slips'),
    connectPrinter(shell, settings.backupPrinter, 'slips-second'),
    practises && isSimulated(settings.gateway.apiUrl) ? startSandbox(shell) : null,
    simulatedTerminalOf(shell, settings),
    connectPad(shell, settings.signature, now, log),
  ]);
  const gateway = createGateway(shell, settings, sandbox, now);
  const terminalAddress = settings.terminal.family === 'none' ? NONE : (simulatedTerminal?.address ?? settings.terminal.address);
  const unasked = createUnaskedResults(log);
  const terminal = terminalAt(settings.terminal, terminalAddress, unasked.tell);
  return {
    printer: first.printer,
    backupPrinter: second.printer,
    gateway: gateway.gateway,
    terminal,
    onUnasked: unasked.onUnasked,
    simulatedTerminal,
    pad: pad.device,
    simulatedPad: pad.simulated,
    addresses: { printer: first.address, gateway: gateway.url, terminal: terminalAddress },
    stop: async () => {
      await Promise.all([first.stop(), second.stop(), pad.stop(), within(CLOSE_TERMINAL_WITHIN_MS, terminal.close())]);
      sandbox?.stop();
      simulatedTerminal?.stop();
    },
  };
}

async function simulatedTerminalOf(shell: ShellPort, { mode, terminal }: Settings): Promise<SimulatedTerminal | null> {
  const { family, address } = terminal;
  if (mode !== 'practice' || family === 'none' || !isSimulatedTerminal(family, address)) return null;
  return startSimulatedTerminal(shell, family, address === SIMULATED_TERMINAL ? 'tcp' : 'serial');
}

type ConnectedPrinter = { readonly printer: Printer; readonly address: string; readonly stop: () => Promise<void> };

/** `folder`: where a simulated one lays its paper. */
async function connectPrinter(shell: ShellPort, { address, columns }: Settings['printer'], folder: string): Promise<ConnectedPrinter> {
  // A shop's settings cannot say `simulated`.
  const virtual = isSimulated(address) ? await startVirtualPrinter(shell, columns, folder) : null;
  const reached = virtual === null ? address : `tcp://127.0.0.1:${virtual.port}`;
  const printer = printerAt(reached, columns);
  return {
    printer,
    address: reached,
    stop: async () => {
      await printer.close();
      virtual?.stop();
    },
  };
}

function printerAt(text: string, columns: 42 | 48): Printer {
  if (text === NONE) return missingPrinter();
  const address = parseDeviceAddress(text);
  if (!address.ok) throw new Error(`printer address: ${text}`);
  return createPrinter({ address: address.address, columns });
}

function createGateway(shell: ShellPort, settings: Settings, sandbox: Awaited<ReturnType<typeof startSandbox>> | null, now: () => Date) {
  const { businessNumber } = settings.shop;
  const limits = { replyTimeoutMs: settings.gateway.replyTimeoutMs };
  const clock = () => now().getTime();
  if (sandbox !== null) {
    const url = `http://127.0.0.1:${sandbox.port}`;
    const { linkId, secretKey } = sandbox;
    return { url, gateway: createPopbillGateway({ clock, settings: { authUrl: url, serviceUrl: url, serviceId: 'POPBILL_TEST', linkId, secretKey, businessNumber, limits } }) };
  }
  const { authUrl, apiUrl } = settings.gateway;
  const credentials = readCredentials(shell.dataDir);
  if (apiUrl === NONE || !credentials.ok || credentials.value === null) return { url: apiUrl, gateway: missingGateway() };
  const popbill: PopbillSettings = { authUrl, serviceUrl: apiUrl, serviceId: serviceIdOf(settings), ...credentials.value, businessNumber, limits };
  const usable = popbillSettingsProblems(popbill).length === 0;
  return { url: apiUrl, gateway: usable ? createPopbillGateway({ clock, settings: popbill }) : missingGateway() };
}

/** The real tax office is a shop's alone. */
export function serviceIdOf(settings: Settings): PopbillSettings['serviceId'] {
  return settings.mode === 'shop' && !settings.gateway.test ? 'POPBILL' : 'POPBILL_TEST';
}
