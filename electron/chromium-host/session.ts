import { guarded, notImplemented } from './guard.ts';

/** Permissions a web page may ask for; the shell must refuse each, because the host cannot grant any. */
const ASKED: readonly string[] = ['geolocation', 'media', 'notifications', 'serial', 'hid', 'usb', 'clipboard-read', 'midi', 'openExternal', 'fullscreen'];

const denied = { requests: false, checks: false, devices: false, downloads: false };

export const defaultSession = guarded('session', {
  setPermissionRequestHandler: (handler: (contents: null, permission: string, answer: (granted: boolean) => void) => void): void => {
    for (const permission of ASKED) {
      let granted: boolean | null = null;
      handler(null, permission, answer => (granted = answer));
      if (granted !== false) notImplemented(`granting the permission ${permission}`);
    }
    denied.requests = true;
  },
  setPermissionCheckHandler: (handler: (contents: null, permission: string, origin: string) => boolean): void => {
    for (const permission of ASKED) if (handler(null, permission, '')) notImplemented(`granting the permission ${permission}`);
    denied.checks = true;
  },
  setDevicePermissionHandler: (handler: (details: object) => boolean): void => {
    if (handler({ deviceType: 'usb', origin: '' }) || handler({ deviceType: 'serial', origin: '' })) notImplemented('granting a device');
    denied.devices = true;
  },
  on: (event: string, listener: (event: { preventDefault(): void }) => void): void => {
    if (event !== 'will-download') notImplemented(`session.on('${event}')`);
    let prevented = false;
    listener({ preventDefault: () => (prevented = true) });
    if (!prevented) notImplemented('a download that is not prevented');
    denied.downloads = true;
  },
});

/** Throws unless the shell has refused permissions, devices and downloads; asked before the first window opens. */
export const assertEverythingDenied = (): void => {
  for (const [what, done] of Object.entries(denied)) if (!done) notImplemented(`a window before ${what} were denied on session.defaultSession`);
};
