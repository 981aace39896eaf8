/**
 * A till on real simulators: `test` with a virtual printer and a sandbox gateway as processes of their own, a counter that reaches
 * them by address, and page models for both windows.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { startSandboxProcess, type SandboxProcess } from '../electron/cash-receipt/popbill/sandbox/process.ts';
import { startTerminalSimulatorProcess, type TerminalSimulatorProcess } from '../native/terminal/simulator/process.ts';
import { startVirtualPrinterProcess, type VirtualPrinterProcess } from '../native/printer/virtual/process.ts';
import { expect, test as base } from './fixtures.ts';
import { cashierPage, type CashierPage } from './pages/cashier-page.ts';
import { customerPage, type CustomerPage } from './pages/customer-page.ts';

type SettingsChange = Readonly<Record<string, unknown>>;

type TillFixtures = {
  printer: VirtualPrinterProcess;
  sandbox: SandboxProcess;
  /** Of a terminal whose behaviour the spec chooses; null: the counter starts practice's own. `test.use({ terminalFamily: 'kicc-ed721' })`. */
  terminalFamily: 'koces-cat' | 'kicc-ed721' | null;
  terminal: TerminalSimulatorProcess | null;
  /** Sections of settings.json that differ; `test.use({ settings: { slip: { copies: 2 } } })`. */
  settings: SettingsChange;
  till: CashierPage;
  display: CustomerPage;
};

export const test = base.extend<TillFixtures>({
  printer: async ({ dataDir }, use) => {
    const printer = await startVirtualPrinterProcess({ dir: path.join(dataDir, 'paper') });
    await use(printer);
    await printer.stop();
  },
  sandbox: async ({ dataDir }, use) => {
    const sandbox = await startSandboxProcess({ stateFile: path.join(dataDir, 'sandbox.jsonl') });
    await use(sandbox);
    await sandbox.stop();
  },
  terminalFamily: [null, { option: true }],
  terminal: async ({ terminalFamily }, use) => {
    const terminal = terminalFamily === null ? null : await startTerminalSimulatorProcess({ family: terminalFamily });
    await use(terminal);
    await terminal?.stop();
  },
  settings: [{}, { option: true }],
  simulators: async ({ dataDir, printer, sandbox, terminalFamily, terminal, settings }, use) => {
    const own = terminal === null ? {} : { terminal: { family: terminalFamily, address: terminal.address } };
    writeSettings(dataDir, { printer, sandbox }, { ...own, ...settings });
    await use({ env: {} });
  },
  till: async ({ cashier }, use) => {
    await use(cashierPage(cashier));
  },
  display: async ({ customer }, use) => {
    await use(customerPage(customer));
  },
});

function writeSettings(dataDir: string, world: { printer: VirtualPrinterProcess; sandbox: SandboxProcess }, change: SettingsChange): void {
  const settings = {
    mode: 'practice',
    shop: { name: '들꽃마트', businessNumber: '1248100998', representative: '연습용', address: '서울특별시 중구 연습로 1', phone: '02-0000-0000', counterNumber: 1 },
    printer: { address: world.printer.address },
    gateway: { authUrl: world.sandbox.url, apiUrl: world.sandbox.url, replyTimeoutMs: 1_500 },
    ...change,
  };
  const practice = path.join(dataDir, 'practice');
  mkdirSync(practice, { recursive: true });
  writeFileSync(path.join(practice, 'settings.json'), JSON.stringify(settings));
  writeFileSync(path.join(practice, 'credentials.json'), JSON.stringify({ linkId: world.sandbox.linkId, secretKey: world.sandbox.secretKey }), { mode: 0o600 });
}

export { expect };
