import path from 'node:path';
import process from 'node:process';
import base, { BEFORE } from '../playwright.config.ts';

// Read by the workers too, which load this file anew.
process.env['LOOK_SIZES'] = '1366x768,1920x1080';

/** The scenes of the gallery, and what the specs look at on the way through the real counter. */
export default { ...base, testMatch: ['pictures.ts', '*.spec.ts'], globalSetup: [...BEFORE, path.join(import.meta.dirname, '..', 'build', 'testing', 'gallery-setup.ts')], grep: /@look/, retries: 0 };
