// npm start: sets the machine up as far as needed, builds if stale, and opens the counter. Runs on Node 20 with no packages.
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureBuilt } from './setup/build-dist.mjs';
import { homeFolder, resetPractice } from './setup/data-folder.mjs';
import { needsDisplay, startDisplay } from './setup/display.mjs';
import { ensurePackages, node24 } from './setup/packages.mjs';
import { say, Unmet } from './setup/say.mjs';
import { ensureSystem, findElectron } from './setup/system.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

const HELP = `npm start -- [options]

Opens the counter where it was last. The first time it asks: practise at once (연습 모드: sample goods, simulated devices, each on its
real protocol), or set up a shop.
Installs what is missing first: packages, and as root on Debian also a browser, fonts and a display.

  --kiosk             whole screen, without a frame
  --size WxH          size of the cashier's page, for example 1366x768 or 1920x1080
  --practice          practise, without being asked
  --data DIR          the program's folder: practice/ and shop/ lie in it, each with its own journal, keys and settings
                      (default: ${homeFolder({ env: process.env, platform: process.platform, homeDir: homedir() })})
  --search NETWORKS   also look for printers there, beside this computer's own networks: 10.0.5.0/24 or 10.0.5.7:9100,
                      separated by commas
  --host NAME         electron or chromium; without it Electron if its binary is here, else Chromium
  --screenshot FILE   wait until both windows are ready, write FILE (cashier) and FILE with -customer before
                      its extension (customer display), and end. On a new folder that is the welcome; with --practice
                      it is the sign-in of practice
  --reset-practice    throw the practice data away first; the shop's stays
  --help              this text

On the Chromium host: GYESANDAE_CHROMIUM names the browser, GYESANDAE_CHROMIUM_LOG=1 shows what it says.
`;

const readOptions = () => {
  try {
    return parseArgs({
      options: {
        kiosk: { type: 'boolean', default: false },
        size: { type: 'string' },
        practice: { type: 'boolean', default: false },
        search: { type: 'string' },
        data: { type: 'string' },
        host: { type: 'string' },
        screenshot: { type: 'string' },
        'reset-practice': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (problem) {
    throw new Unmet(`${problem instanceof Error ? problem.message : problem}\n\n${HELP}`);
  }
};

/** Which shell runs. @param {string | undefined} wanted */
const chooseShell = wanted => {
  if (wanted !== undefined && wanted !== 'electron' && wanted !== 'chromium') throw new Unmet(`--host is electron or chromium, not "${wanted}"`);
  const electron = wanted === 'chromium' ? null : findElectron(root);
  if (wanted === 'electron' && electron === null) {
    throw new Unmet('Electron\'s binary is not here. Where its download can be reached: "npx install-electron"; otherwise use --host chromium.');
  }
  return electron;
};

/** @param {string | null} electron @param {string[]} appArgs */
const shellCommand = (electron, appArgs) => {
  const main = path.join(root, 'dist', 'electron', 'main.js');
  if (electron !== null) return { file: electron, args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), main, ...appArgs] };
  const register = path.join(root, 'electron', 'chromium-host', 'register.ts');
  return { file: node24(root), args: ['--disable-warning=ExperimentalWarning', '--import', new URL(`file://${register}`).href, main, ...appArgs] };
};

const start = async () => {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  const home = homeFolder({ env: process.env, platform: process.platform, homeDir: homedir() });
  const dataDir = path.resolve(options.data ?? home);
  if (options['reset-practice']) say(resetPractice(dataDir, home) ? 'the practice data has been removed' : 'there was no practice data');
  ensurePackages(root);
  const electron = chooseShell(options.host);
  const withoutDisplay = needsDisplay();
  ensureSystem({ browser: electron === null, display: withoutDisplay, serial: false }, path.join(root, 'out'));
  ensureBuilt(root);
  const display = withoutDisplay ? await startDisplay() : { env: {}, stop: () => {} };
  say(`shell:   ${electron === null ? 'Chromium host, for development and machines without Electron' : `Electron (${path.relative(root, electron)})`}`);
  say(`data:    ${dataDir}`);
  if (withoutDisplay) say('display: none here, so an invisible one (Xvfb) is used; "npm start -- --screenshot FILE" shows the windows as pictures');
  const appArgs = [
    `--data=${dataDir}`,
    ...(options.practice ? ['--practice'] : []),
    ...(options.search === undefined ? [] : [`--search=${options.search}`]),
    ...(options.kiosk ? ['--kiosk'] : []),
    ...(options.size === undefined ? [] : [`--size=${options.size}`]),
    ...(options.screenshot === undefined ? [] : [`--screenshot=${path.resolve(options.screenshot)}`]),
  ];
  const { file, args } = shellCommand(electron, appArgs);
  // Its own process group, so that Ctrl+C reaches it once, through us, and not its simulators and its browser at the same time.
  const child = spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...display.env }, detached: process.platform !== 'win32' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('error', problem => say(`the shell could not be started: ${problem.message}`));
  child.on('close', (code, signal) => {
    display.stop();
    process.exit(code ?? (signal === null ? 0 : 1));
  });
};

start().catch(problem => {
  if (!(problem instanceof Unmet)) throw problem;
  say(problem.message);
  process.exit(1);
});
