import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_NAME, makeBridge } from './shell/bridge.ts';

// The preload is bundled for the browser: of the page it needs only the address.
declare const location: { readonly pathname: string };

contextBridge.exposeInMainWorld(
  BRIDGE_NAME,
  makeBridge(
    {
      invoke: (channel, raw) => ipcRenderer.invoke(channel, raw),
      on: (channel, listener) => ipcRenderer.on(channel, listener),
    },
    location.pathname,
  ),
);
