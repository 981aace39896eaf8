/**
 * Faults in the shell and in the host's rules, each of which some test must catch. `find` occurs exactly once in `file`.
 * `caughtBy` is a unit test file, or `e2e` for the specs of the shell (in which the host's own refusals show).
 */
export type Fault = { readonly name: string; readonly file: string; readonly find: string; readonly replace: string; readonly caughtBy: string };

const MAIN = 'electron/main.ts';
const OPTIONS = 'electron/shell/window-options.ts';
const SHELL_TESTS = 'electron/shell/programs.test.ts';
const SENDER_TESTS = 'electron/shell/sender.test.ts';
const ASSET_TESTS = 'electron/shell/assets.test.ts';
const BRIDGE_TESTS = 'electron/shell/bridge.test.ts';
const GUARD_TESTS = 'electron/chromium-host/guard.test.ts';
const PART_TESTS = 'electron/chromium-host/parts.test.ts';

export const FAULTS: readonly Fault[] = [
  // What a window is allowed.
  { name: 'renderer without sandbox', file: OPTIONS, find: 'sandbox: true', replace: 'sandbox: false', caughtBy: SHELL_TESTS },
  { name: 'no context isolation', file: OPTIONS, find: 'contextIsolation: true', replace: 'contextIsolation: false', caughtBy: SHELL_TESTS },
  { name: 'Node in the page', file: OPTIONS, find: 'nodeIntegration: false', replace: 'nodeIntegration: true', caughtBy: SHELL_TESTS },
  { name: 'no web security', file: OPTIONS, find: 'webSecurity: true', replace: 'webSecurity: false', caughtBy: SHELL_TESTS },
  { name: 'developer tools in the product', file: OPTIONS, find: 'devTools: !isPackaged', replace: 'devTools: true', caughtBy: SHELL_TESTS },
  { name: 'preference left to its default', file: OPTIONS, find: '      sandbox: true,\n', replace: '', caughtBy: 'e2e' },
  { name: 'process-wide sandbox not enabled', file: MAIN, find: '  app.enableSandbox();\n', replace: '', caughtBy: 'e2e' },
  // What a page may reach.
  { name: 'new windows allowed', file: MAIN, find: "({ action: 'deny' })", replace: "({ action: 'allow' })", caughtBy: 'e2e' },
  { name: 'window-open handler missing', file: MAIN, find: "  contents.setWindowOpenHandler(() => ({ action: 'deny' }));\n", replace: '', caughtBy: 'e2e' },
  { name: 'navigation allowed', file: MAIN, find: 'if (!isAllowedNavigation(kind, url)) event.preventDefault();', replace: 'void isAllowedNavigation(kind, url);', caughtBy: 'e2e' },
  { name: 'navigation to the other window allowed', file: 'electron/shell/origin.ts', find: ' && target.pathname === own.pathname', replace: '', caughtBy: 'electron/shell/origin.test.ts' },
  { name: 'webview not refused', file: MAIN, find: "  contents.on('will-attach-webview', event => event.preventDefault());\n", replace: '', caughtBy: 'e2e' },
  { name: 'permissions granted when asked', file: MAIN, find: 'answer(false)', replace: 'answer(true)', caughtBy: 'e2e' },
  { name: 'permissions granted when checked', file: MAIN, find: 'setPermissionCheckHandler(() => false)', replace: 'setPermissionCheckHandler(() => true)', caughtBy: 'e2e' },
  { name: 'devices granted', file: MAIN, find: 'setDevicePermissionHandler(() => false)', replace: 'setDevicePermissionHandler(() => true)', caughtBy: 'e2e' },
  { name: 'downloads not refused', file: MAIN, find: "  own.on('will-download', event => event.preventDefault());\n", replace: '', caughtBy: 'e2e' },
  { name: 'menu with its keys left in place', file: MAIN, find: '  Menu.setApplicationMenu(null);\n', replace: '', caughtBy: 'e2e' },
  { name: 'scheme without a secure context', file: MAIN, find: 'standard: true, secure: true', replace: 'standard: true', caughtBy: 'e2e' },
  { name: 'answers without content security policy', file: 'electron/shell/assets.ts', find: "  'content-security-policy': CONTENT_SECURITY_POLICY,\n", replace: '', caughtBy: ASSET_TESTS },
  { name: 'inline scripts allowed', file: 'electron/shell/assets.ts', find: `"script-src 'self'"`, replace: `"script-src 'self' 'unsafe-inline'"`, caughtBy: ASSET_TESTS },
  { name: 'files beside the bundle served', file: 'electron/shell/assets.ts', find: "inside === '' || inside.startsWith('..') || path.isAbsolute(inside)", replace: "inside === ''", caughtBy: ASSET_TESTS },
  { name: 'other hosts of the scheme served', file: 'electron/shell/assets.ts', find: ' || address.host !== HOST', replace: '', caughtBy: ASSET_TESTS },
  // Who may call.
  { name: 'foreign origin admitted', file: 'electron/shell/sender.ts', find: ' || frame.origin !== ORIGIN', replace: '', caughtBy: SENDER_TESTS },
  { name: 'subframe admitted', file: 'electron/shell/sender.ts', find: ' || !frame.isMainFrame', replace: '', caughtBy: SENDER_TESTS },
  { name: 'call of any length admitted', file: 'electron/shell/sender.ts', find: ' || raw.length > MAX_CALL_LENGTH', replace: '', caughtBy: SENDER_TESTS },
  { name: 'raw ipc exposed to the page', file: 'electron/preload.ts', find: '    location.pathname,\n  ),\n', replace: "    location.pathname,\n  ),\n);\ncontextBridge.exposeInMainWorld(\n  'ipcRenderer',\n  ipcRenderer,\n", caughtBy: 'e2e' },
  { name: 'event of a push handed to the page', file: 'electron/shell/bridge.ts', find: "if (typeof raw === 'string') listener(raw);", replace: 'Reflect.apply(listener, undefined, [raw, _event]);', caughtBy: BRIDGE_TESTS },
  { name: 'bridge can be altered', file: 'electron/shell/bridge.ts', find: 'return Object.freeze({', replace: 'return ({', caughtBy: BRIDGE_TESTS },
  // How it starts, goes on and ends.
  { name: 'window never shown', file: MAIN, find: "  window.once('ready-to-show', () => window.show());\n", replace: '', caughtBy: 'e2e' },
  { name: 'second instance not turned away', file: MAIN, find: 'if (app.requestSingleInstanceLock()) start', replace: 'if (app.requestSingleInstanceLock() || true) start', caughtBy: 'e2e' },
  { name: 'second instance does not focus the first', file: 'electron/shell/shutdown.ts', find: '  window.focus();\n', replace: '', caughtBy: 'electron/shell/shutdown.test.ts' },
  { name: 'dead renderer not loaded again', file: MAIN, find: '    reload.died();\n', replace: '', caughtBy: 'e2e' },
  { name: 'customer window gone for good', file: MAIN, find: 'else openWindow(kind, options).catch(fail);', replace: '', caughtBy: 'e2e' },
  { name: 'quits without closing the journal', file: MAIN, find: '    drain(event);\n', replace: '', caughtBy: 'e2e' },
  { name: 'waits for ever when stopping hangs', file: 'electron/shell/shutdown.ts', find: 'Promise.race([stop().then(() => \'stopped\' as const), limit])', replace: 'stop().then(() => \'stopped\' as string)', caughtBy: 'electron/shell/shutdown.test.ts' },
  // The host's own rules.
  { name: 'host: unknown API answers undefined', file: 'electron/chromium-host/guard.ts', find: 'return notImplemented(`${name}.${key}`);', replace: 'return undefined;', caughtBy: GUARD_TESTS },
  { name: 'host: second handler replaces the first', file: 'electron/chromium-host/ipc.ts', find: 'if (handlers.has(channel)) throw', replace: 'if (false) throw', caughtBy: GUARD_TESTS },
  { name: 'host: unknown preferences accepted', file: 'electron/chromium-host/browser-window.ts', find: 'if (!ALLOWED_PREFERENCES.has(name)) notImplemented', replace: 'if (false) notImplemented', caughtBy: GUARD_TESTS },
  { name: 'host: binding left to the page', file: 'electron/chromium-host/page-bridge.ts', find: '  Reflect.deleteProperty(page, bindingName);\n', replace: '', caughtBy: PART_TESTS },
  { name: 'host: names resolve on the network', file: 'electron/chromium-host/chromium.ts', find: "  '--host-resolver-rules=MAP * ~NOTFOUND',\n", replace: '', caughtBy: PART_TESTS },
  { name: 'host: simulators outlive it', file: 'electron/chromium-host/utility-process.ts', find: "EXIT_WITH_STDIN: '1', ", replace: '', caughtBy: PART_TESTS },
  { name: 'host: permissions not denied in Chromium', file: 'electron/chromium-host/browser.ts', find: "  await cdp.send('Browser.grantPermissions', { permissions: [] });\n", replace: '', caughtBy: 'e2e' },
  { name: 'tests: another shell than its label says', file: 'e2e/host.ts', find: "if (wanted === 'electron' && electron === null) throw", replace: 'if (false) throw', caughtBy: 'build/setup/setup.test.ts' },
];
