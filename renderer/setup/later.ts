import { createLate } from '../late.ts';

export const LATE_SETUP = createLate(async () => (await import('./setup-screen.tsx')).SetupScreen);
export const LATE_SETTINGS = createLate(async () => (await import('./settings-screen.tsx')).SettingsScreen);
