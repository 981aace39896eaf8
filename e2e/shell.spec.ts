/** What the shell promises, on whichever shell this runs. */
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { ElectronApplication, Page } from 'playwright/test';
import { expect, pageOf, test } from './fixtures.ts';
import { MAIN_FILE, type Host } from './host.ts';

/** PNG keeps width and height in the first chunk, big-endian. */
const pngSize = (file: string): string => {
  const png = readFileSync(file);
  return `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`;
};

type CounterBridge = { invoke(raw: string): Promise<string>; onPush(listener: (raw: string) => void): void; window: string };
declare global {
  // The bridge the preload exposes.
  // eslint-disable-next-line no-var
  var gyesandae: CounterBridge;
}

type Running = { readonly counter: ElectronApplication; readonly cashier: Page; readonly customer: Page };

async function pagesReachNothingElse({ counter, cashier, customer }: Running): Promise<void> {
  await test.step('two windows open, each knows which it is, and the page has exactly the size asked for', async () => {
    expect(await cashier.evaluate(() => [gyesandae.window, innerWidth, innerHeight])).toEqual(['cashier', 1366, 768]);
    expect(await customer.evaluate(() => gyesandae.window)).toBe('customer');
  });
  await test.step('both windows are shown', async () => {
    expect(await cashier.evaluate(() => document.visibilityState)).toBe('visible');
    expect(await customer.evaluate(() => document.visibilityState)).toBe('visible');
    const shown = () => counter.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.isVisible()));
    await expect.poll(shown).toEqual([true, true]);
  });
  await test.step('pages have no Node, a frozen bridge of three members, and no way to the raw ipc', async () => {
    for (const page of [cashier, customer]) {
      const seen = await page.evaluate(() => ({
        node: [typeof Reflect.get(globalThis, 'require'), typeof Reflect.get(globalThis, 'process'), typeof Reflect.get(globalThis, 'module')],
        ipc: typeof Reflect.get(globalThis, 'ipcRenderer'),
        members: Object.keys(gyesandae).toSorted(),
        frozen: Object.isFrozen(gyesandae),
      }));
      expect(seen).toEqual({ node: ['undefined', 'undefined', 'undefined'], ipc: 'undefined', members: ['invoke', 'onPush', 'window'], frozen: true });
    }
  });
  await test.step('a call that is no call is answered with a refusal, never with silence', async () => {
    const answer = JSON.parse(await cashier.evaluate(() => gyesandae.invoke('rubbish {')));
    expect(answer).toMatchObject({ ok: false });
    const tooLong = cashier.evaluate(() => gyesandae.invoke('x'.repeat(300_000)));
    await expect(tooLong).rejects.toThrow(/262,144/);
  });
  await test.step('the content security policy refuses inline scripts, eval, foreign connections and frames', async () => {
    const inline = await cashier.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.injected = true';
      document.body.append(script);
      return String(Reflect.get(globalThis, 'injected') ?? 'refused');
    });
    expect(inline).toBe('refused');
    // Playwright's own evaluate is exempt from the policy; what a timer starts later is not.
    const evaluated = await cashier.evaluate(
      () =>
        new Promise(resolve => {
          setTimeout(() => {
            try {
              // eslint-disable-next-line typescript/no-implied-eval -- that it is refused is the point
              resolve(typeof new Function('return "ran"'));
            } catch {
              resolve('refused');
            }
          }, 0);
        }),
    );
    expect(evaluated).toBe('refused');
    expect(await cashier.evaluate(() => fetch('https://example.com/').then(() => 'reached', () => 'refused'))).toBe('refused');
    const policy = await cashier.evaluate(async () => (await fetch(location.href)).headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
  });
  await test.step('the scheme serves the bundle and nothing beside it', async () => {
    const statuses = await cashier.evaluate(async () => {
      const asked = ['/cashier.html', '/nothing.html', '/..%2felectron%2fmain.js', '/%2e%2e/electron/main.js', '/..%5celectron%5cmain.js', '/'];
      return Promise.all(asked.map(async address => (await fetch(address)).status));
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404, 404]);
  });
  await test.step('a window is drawn in its own typeface, and fetches the rare syllables only where one is written', async () => {
    const faces = () => cashier.evaluate(() => Object.fromEntries([...document.fonts].map(face => [face.family.replaceAll('"', ''), face.status])));
    expect(await faces()).toEqual({ 'Gyesandae Sans': 'loaded', 'Gyesandae Sans Rare': 'unloaded' });
    const widths = await cashier.evaluate(async () => {
      const word = document.createElement('p');
      word.textContent = '갂똠뷁';
      document.body.append(word);
      const box = word.getBoundingClientRect();
      await document.fonts.load('1rem "Gyesandae Sans Rare"', '갂');
      const drawn = document.createElement('canvas').getContext('2d');
      const widthIn = (family: string) => {
        if (drawn === null) return 0;
        drawn.font = `100px ${family}`;
        return drawn.measureText('갂').width;
      };
      word.remove();
      return { shown: box.width > 0, ours: widthIn('"Gyesandae Sans", "Gyesandae Sans Rare"'), usual: widthIn('"Gyesandae Sans"'), rare: widthIn('"Gyesandae Sans Rare"') };
    });
    expect(await faces()).toMatchObject({ 'Gyesandae Sans Rare': 'loaded' });
    expect(widths).toMatchObject({ shown: true, ours: widths.rare });
  });
  await test.step('window.open, navigation to elsewhere and to the other window are refused', async () => {
    const before = cashier.url();
    expect(await cashier.evaluate(() => window.open('https://example.com/') === null)).toBe(true);
    for (const target of ['https://example.com/', '/customer.html', 'data:text/html,<h1>x']) {
      await cashier.evaluate(address => void setTimeout(() => location.assign(address), 0), target);
      // The page still answers calls of its own bridge afterwards: it was never unloaded.
      await cashier.evaluate(() => new Promise(resolve => setTimeout(resolve, 150)));
      expect(cashier.url()).toBe(before);
      expect(await cashier.evaluate(() => gyesandae.window)).toBe('cashier');
    }
    expect(counter.windows()).toHaveLength(2);
  });
  await test.step('permissions are denied', async () => {
    const states = await cashier.evaluate(async () => {
      const names = ['geolocation', 'camera', 'microphone', 'notifications'] as const;
      return Promise.all(names.map(async name => (await navigator.permissions.query({ name })).state));
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });
}

/** It ends with the program. */
async function windowsComeBack({ counter, cashier, customer }: Running, host: Host, dataDir: string): Promise<void> {
  await test.step('a second start on the same data gives way and brings the first to the front', async () => {
    await counter.evaluate(({ app }) => {
      Reflect.set(globalThis, 'knocks', 0);
      app.on('second-instance', () => void Reflect.set(globalThis, 'knocks', Number(Reflect.get(globalThis, 'knocks')) + 1));
    });
    const second = spawnSync(host.executable, [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), MAIN_FILE, `--data=${dataDir}`, '--practice'], { timeout: 20_000, encoding: 'utf8' });
    expect(second.status, second.stderr).toBe(0);
    expect(second.stderr).toContain('already open');
    await expect.poll(() => counter.evaluate(() => Number(Reflect.get(globalThis, 'knocks')))).toBe(1);
    expect(await cashier.evaluate(() => gyesandae.window)).toBe('cashier');
    expect(counter.windows()).toHaveLength(2);
  });
  await test.step('a customer window closed by hand comes back', async () => {
    expect(await cashier.evaluate(() => gyesandae.window)).toBe('cashier');
    await customer.close();
    await pageOf(counter, 'customer');
  });
  await test.step('a renderer that dies is loaded again and has its bridge back', async () => {
    expect(await cashier.evaluate(() => gyesandae.window)).toBe('cashier');
    const ask = (expression: string): Promise<unknown> =>
      counter.evaluate(async ({ BrowserWindow }, script): Promise<unknown> => {
        const window = BrowserWindow.getAllWindows().find(candidate => candidate.webContents.getURL().endsWith('/cashier.html'));
        const limit = new Promise(resolve => setTimeout(() => resolve('no answer'), 1000));
        // While it is down, asking fails or hangs; both mean "not yet".
        const asked: Promise<unknown> | undefined = window?.webContents.executeJavaScript(script).catch(() => 'no answer');
        return Promise.race([asked, limit]);
      }, expression);
    await ask('window.beforeTheCrash = true');
    await counter.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()
        .find(candidate => candidate.webContents.getURL().endsWith('/cashier.html'))
        ?.webContents.forcefullyCrashRenderer();
    });
    const seen = "typeof window.beforeTheCrash + ' ' + typeof window.gyesandae + ' ' + document.documentElement.dataset.ready";
    await expect.poll(() => ask(seen), { timeout: 20_000 }).toBe('undefined object true');
  });
  await test.step('the till is closed: the program ends in good order', async () => {
    const ended = endOf(counter);
    // The answer may not come any more: that the program ends is what is asked for.
    await counter
      .evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) if (window.webContents.getURL().endsWith('/cashier.html')) window.close();
      })
      .catch(() => {});
    expect(await ended).toBe(0);
  });
}

test('pages reach nothing but their own windows and calls; a window that dies or is closed comes back, a second start gives way, and closing the till ends the program in good order', async ({ counter, cashier, host, dataDir, customer }) => {
  await pagesReachNothingElse({ counter, cashier, customer });
  await windowsComeBack({ counter, cashier, customer }, host, dataDir);
});

const endOf = (counter: ElectronApplication): Promise<number | null> => new Promise(resolve => counter.process().once('exit', code => resolve(code)));

/** Of the Chromium host, whose browser is a process of its own. */
const browserOf = (counter: ElectronApplication): number => {
  const { pid = 0 } = counter.process();
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(text => text !== '')
    .map(Number);
  const browser = children.find(child => readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('--remote-debugging-pipe'));
  if (browser === undefined) throw new Error('the counter has no browser');
  return browser;
};

const isAlive = (pid: number): boolean => {
  try {
    // A process that has ended but was not collected yet is not alive.
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

test('killed at once, it leaves nothing behind that would hinder the next start, and neither does a browser of its own that is killed; SIGTERM ends it in good order, with the journal closed', async ({ launchCounter, dataDir, host }) => {
  // Under Electron the browser is the program itself.
  const hasBrowser = host.kind === 'chromium-host';
  const start = async () => {
    const counter = await launchCounter({ dataDir });
    await pageOf(counter, 'cashier');
    return counter;
  };
  if (hasBrowser) {
    await test.step('its browser is killed: the counter ends in good order', async () => {
      const counter = await start();
      const ended = endOf(counter);
      process.kill(browserOf(counter), 'SIGKILL');
      expect(await ended).toBe(0);
    });
  }
  await test.step('it starts again on the same data, is killed at once, and takes its browser with it', async () => {
    const counter = await start();
    const browser = hasBrowser ? browserOf(counter) : null;
    if (browser !== null) expect(isAlive(browser)).toBe(true);
    const gone = endOf(counter);
    counter.process().kill('SIGKILL');
    await gone;
    if (browser !== null) await expect.poll(() => isAlive(browser)).toBe(false);
  });
  await test.step('it starts once more, and SIGTERM ends it in good order', async () => {
    const counter = await start();
    await pageOf(counter, 'customer');
    const ended = endOf(counter);
    counter.process().kill('SIGTERM');
    expect(await ended).toBe(0);
    // SQLite takes its write-ahead log away when the last connection is closed; the last row says that it was meant to be.
    expect(readdirSync(path.join(dataDir, 'practice')).filter(name => name.startsWith('journal.db'))).toEqual(['journal.db']);
    const journal = new DatabaseSync(path.join(dataDir, 'practice', 'journal.db'), { readOnly: true });
    const last = journal.prepare('select kind from journal order by seq desc limit 1').get();
    journal.close();
    expect(last?.['kind']).toBe('program.stopped');
  });
});

test('a screenshot of each window is written at the size asked for, and the program ends', async ({ host, dataDir }) => {
  const file = path.join(dataDir, 'shot.png');
  const before = [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), MAIN_FILE];
  const child = spawn(host.executable, [...before, `--data=${dataDir}`, '--practice', '--size=1920x1080', `--screenshot=${file}`], { stdio: 'ignore' });
  expect(await new Promise(resolve => child.once('exit', resolve))).toBe(0);
  expect(pngSize(file)).toBe('1920x1080');
  expect(pngSize(path.join(dataDir, 'shot-customer.png'))).toBe('1024x600');
});
