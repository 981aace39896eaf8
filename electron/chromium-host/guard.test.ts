/** What the host refuses aloud. Each of these would otherwise be a shell that works here and is open, or broken, on Electron. */
import { describe, expect, it } from 'vitest';
import { acceptOptions } from './browser-window.ts';
import * as host from './electron.ts';
import { guarded } from './guard.ts';
import { answerCall } from './ipc.ts';
import { assertEverythingDenied } from './session.ts';
import { makeWebContents } from './web-contents.ts';

const sound = {
  x: 0,
  y: 0,
  width: 1366,
  height: 768,
  useContentSize: true,
  show: false,
  kiosk: false,
  title: '계산대',
  backgroundColor: '#ffffff',
  autoHideMenuBar: true,
  webPreferences: { preload: '/preload.cjs', contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, devTools: false, spellcheck: false },
};

/** Looks a member up as JavaScript would, whatever the types say. */
const read = (object: object, name: string): unknown => Reflect.get(object, name);

describe('an unknown part of Electron’s API', () => {
  it.each([
    ['app', host.app, 'setLoginItemSettings'],
    ['ipcMain', host.ipcMain, 'on'],
    ['protocol', host.protocol, 'registerFileProtocol'],
    ['session', host.session, 'fromPartition'],
    ['defaultSession', host.session.defaultSession, 'setProxy'],
    ['screen', host.screen, 'getCursorScreenPoint'],
    ['Menu', host.Menu, 'buildFromTemplate'],
    ['utilityProcess', host.utilityProcess, 'spawn'],
    ['safeStorage', host.safeStorage, 'setUsePlainTextEncryption'],
    ['webContents', makeWebContents('/preload.cjs').contents, 'openDevTools'],
  ])('throws: %s', (_name, object, member) => {
    expect(() => read(object, member)).toThrow(/not implemented/);
  });

  it('throws as an event that would never come', () => {
    expect(() => host.app.on('activate', () => {})).toThrow(/not implemented/);
    expect(() => makeWebContents('/preload.cjs').contents.on('did-navigate', () => {})).toThrow(/not implemented/);
    expect(() => host.session.defaultSession.on('will-download-later', () => {})).toThrow(/not implemented/);
  });

  it('does not trouble what the language itself looks up', async () => {
    const object = guarded('x', { a: 1 });
    await expect(Promise.resolve(object)).resolves.toBe(object);
    expect(JSON.stringify(object)).toBe('{"a":1}');
  });
});

describe('a window', () => {
  it('is accepted when everything is written out', () => {
    expect(acceptOptions(sound)).toEqual({ bounds: { x: 0, y: 0, width: 1366, height: 768 }, kiosk: false, preload: '/preload.cjs' });
  });

  it.each([
    ['contextIsolation', false],
    ['sandbox', false],
    ['nodeIntegration', true],
    ['webSecurity', false],
  ])('is refused with %s other than safe, and with %s left out', (name, unsafe) => {
    expect(() => acceptOptions({ ...sound, webPreferences: { ...sound.webPreferences, [name]: unsafe } })).toThrow(name);
    const { [name]: _left, ...rest } = { ...sound.webPreferences } as Record<string, unknown>;
    expect(() => acceptOptions({ ...sound, webPreferences: rest })).toThrow(name);
  });

  it.each(['nodeIntegrationInWorker', 'webviewTag', 'allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures', 'additionalArguments'])(
    'is refused with the preference %s',
    name => {
      expect(() => acceptOptions({ ...sound, webPreferences: { ...sound.webPreferences, [name]: true } })).toThrow(name);
    },
  );

  it('is refused with an option the host does not honour, without preload, without size, or shown before it is drawn', () => {
    expect(() => acceptOptions({ ...sound, transparent: true })).toThrow(/transparent/);
    expect(() => acceptOptions({ ...sound, show: true })).toThrow(/show/);
    expect(() => acceptOptions({ ...sound, useContentSize: false })).toThrow(/useContentSize/);
    expect(() => acceptOptions({ ...sound, width: 1366.5 })).toThrow(/width/);
    expect(() => acceptOptions({ ...sound, webPreferences: { ...sound.webPreferences, preload: undefined } })).toThrow(/preload/);
  });

  it('may not let pages open windows', () => {
    const { contents } = makeWebContents('/preload.cjs');
    expect(() => contents.setWindowOpenHandler(() => ({ action: 'allow' }))).toThrow(/not implemented/);
    expect(() => contents.setWindowOpenHandler(() => ({ action: 'deny' }))).not.toThrow();
  });
});

describe('the session', () => {
  const { defaultSession } = host.session;

  it('lets no window open before permissions, devices and downloads are denied', () => {
    expect(() => assertEverythingDenied()).toThrow(/requests/);
    defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    expect(() => assertEverythingDenied()).toThrow(/checks/);
    defaultSession.setPermissionCheckHandler(() => false);
    expect(() => assertEverythingDenied()).toThrow(/devices/);
    defaultSession.setDevicePermissionHandler(() => false);
    expect(() => assertEverythingDenied()).toThrow(/downloads/);
    defaultSession.on('will-download', event => event.preventDefault());
    expect(() => assertEverythingDenied()).not.toThrow();
  });

  it('refuses a handler that grants anything, or answers nothing', () => {
    expect(() => defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === 'media'))).toThrow(/media/);
    expect(() => defaultSession.setPermissionRequestHandler(() => {})).toThrow(/granting/);
    expect(() => defaultSession.setPermissionCheckHandler(() => true)).toThrow(/granting/);
    expect(() => defaultSession.setDevicePermissionHandler(() => true)).toThrow(/granting/);
    expect(() => defaultSession.on('will-download', () => {})).toThrow(/download/);
  });
});

describe('schemes, calls, menus, programs and secrets', () => {
  it('refuse a scheme that is not standard and secure, one with more rights, and a handler for one not registered', () => {
    const register = (privileges: Readonly<Record<string, boolean>>) => () => host.protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
    expect(register({ standard: true })).toThrow(/secure/);
    expect(register({ standard: true, secure: true, bypassCSP: true })).toThrow(/bypassCSP/);
    expect(register({ standard: true, secure: true, corsEnabled: true })).toThrow(/corsEnabled/);
    expect(() => host.protocol.handle('app', () => new Response(''))).toThrow(/registerSchemesAsPrivileged/);
  });

  it('refuse a second handler of one channel', () => {
    host.ipcMain.handle('test:once', () => 'x');
    expect(() => host.ipcMain.handle('test:once', () => 'y')).toThrow(/second handler/);
  });

  it('answer a call of an unknown channel, or one answered with more than text, with an error', async () => {
    const { contents } = makeWebContents('/preload.cjs');
    const event = { sender: contents, senderFrame: null };
    host.ipcMain.handle('test:object', () => ({ secret: 1 }));
    expect(await answerCall('{"id":1,"channel":"test:nobody","args":[]}', event)).toContain('No handler registered');
    expect(await answerCall('{"id":2,"channel":"test:object","args":[]}', event)).toContain('not implemented');
    expect(await answerCall('{"id":3,"channel":"test:once","args":["a"]}', event)).toBe('{"id":3,"value":"x"}');
    for (const rubbish of ['{', '7', 'null', '{}', '{"id":"1","channel":2}']) expect(await answerCall(rubbish, event)).toBeNull();
  });

  it('refuse a menu, a push that is no text, and a program without pipes', () => {
    expect(() => host.Menu.setApplicationMenu({})).toThrow(/menu/);
    expect(() => makeWebContents('/preload.cjs').contents.send('x', { y: 1 })).toThrow(/string/);
    expect(() => host.utilityProcess.fork('x.js', [], { stdio: 'inherit' })).toThrow(/stdio/);
  });

  it('own no key store, and say so', () => {
    expect(host.safeStorage.isEncryptionAvailable()).toBe(false);
    expect(() => host.safeStorage.encryptString()).toThrow(/key store/);
  });
});
