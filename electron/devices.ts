/** Printer and gateway of a place, by its settings: real ones by address, in practice simulated ones, and in a shop what stands in for one it does not have. */
import { parseDeviceAddress } from '../native/transport/address.ts';
import { createPrinter } from '../native/printer/driver.ts';
import { missingPrinter } from '../native/printer/missing-printer.ts';
import type { Printer } from '../native/printer/port.ts';
import type { CashReceiptGateway } from './cash-receipt/gateway.ts';
import { missingGateway } from './cash-receipt/missing-gateway.ts';
import { createPopbillGateway } from './cash-receipt/popbill/client.ts';
import { popbillSettingsProblems, type PopbillSettings } from './cash-receipt/popbill/settings.ts';
import { startSandbox, startVirtualPrinter } from './practice/simulators.ts';
import type { Settings } from './settings.ts';
import { isSimulated, NONE, readCredentials } from './settings.ts';
import type { ShellPort } from './shell-port.ts';

export type Devices = {
  readonly printer: Printer;
  readonly gateway: CashReceiptGateway;
  readonly addresses: { readonly printer: string; readonly gateway: string };
  readonly stop: () => Promise<void>;
};

export async function connectDevices(shell: ShellPort, settings: Settings, now: () => Date): Promise<Devices> {
  const { columns } = settings.printer;
  const practises = settings.mode === 'practice';
  const [virtual, sandbox] = await Promise.all([
    practises && isSimulated(settings.printer.address) ? startVirtualPrinter(shell, columns) : null,
    practises && isSimulated(settings.gateway.apiUrl) ? startSandbox(shell) : null,
  ]);
  const printerAddress = virtual === null ? settings.printer.address : `tcp://127.0.0.1:${virtual.port}`;
  const printer = printerAt(printerAddress, columns);
  const gateway = createGateway(shell, settings, sandbox, now);
  return {
    printer,
    gateway: gateway.gateway,
    addresses: { printer: printerAddress, gateway: gateway.url },
    stop: async () => {
      await printer.close();
      virtual?.stop();
      sandbox?.stop();
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
