import { guarded, notImplemented } from './guard.ts';

let removed = false;

export const Menu = guarded('Menu', {
  setApplicationMenu: (menu: object | null): void => {
    if (menu !== null) notImplemented('an application menu');
    removed = true;
  },
});

/** Electron's default menu brings reload, zoom and developer tools as keys; a window may open only after it was taken away. */
export const assertMenuRemoved = (): void => {
  if (!removed) notImplemented('a window before Menu.setApplicationMenu(null)');
};
