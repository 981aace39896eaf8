/**
 * What the bench does inside a window: asks main as the page does, and says when something can be seen. "Painted" is the first moment
 * after the frame that shows it: a message that was sent in the frame's own callback, and so arrives when the frame is done.
 */
import type { Pages } from '../shell/pages.ts';

/** `globalThis.bench`; installed once a window is ready. */
const LIBRARY = `globalThis.bench ??= (() => {
  const call = async (name, req) => {
    const answer = JSON.parse(await gyesandae.invoke(JSON.stringify({ id: 0, call: name, req })));
    if (!answer.ok) throw new Error(name + ' was refused: ' + JSON.stringify(answer));
    return answer.res;
  };
  const painted = () => new Promise(resolve => requestAnimationFrame(() => {
    const channel = new MessageChannel();
    // An open port is kept for as long as the page stands: the measuring must not be what grows.
    channel.port1.onmessage = () => { channel.port1.close(); resolve(performance.now()); };
    channel.port2.postMessage(null);
  }));
  /** Resolves in the turn in which \`holds\` first holds. */
  const until = (holds, limitMs = 10_000) => new Promise((resolve, reject) => {
    const look = () => { if (holds()) { watcher.disconnect(); clearTimeout(timer); resolve(); } };
    const watcher = new MutationObserver(look);
    const timer = setTimeout(() => { watcher.disconnect(); reject(new Error('never seen: ' + holds)); }, limitMs);
    watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    look();
  });
  const find = testId => document.querySelector('[data-testid="' + testId + '"]');
  const begin = async () => {
    const view = await call('counter.view', {});
    const [user] = view.users;
    if (view.signedIn === null) await call('people.signIn', { userId: user.userId, pin: user.practicePin });
    if (view.shift === null) await call('shift.open', { floatWon: 100000 });
    await until(() => find('screen-sale') !== null);
  };
  const times = [];
  /** From \`atMs\` until what \`holds\` can be seen. */
  const timeUntil = (atMs, holds) => void until(holds).then(painted).then(nowMs => times.push(nowMs - atMs), reportError);
  const take = () => times.splice(0);
  /** The window's guard keeps the keys it used to itself: where it does so, they are heard. */
  const hear = listener => {
    const stop = Event.prototype.stopImmediatePropagation;
    Event.prototype.stopImmediatePropagation = function () { stop.call(this); if (this.type === 'keydown') listener(this); };
    return () => { Event.prototype.stopImmediatePropagation = stop; };
  };
  const lineCount = listener => gyesandae.onPush(raw => { const { ev, data } = JSON.parse(raw); if (ev === 'counter.changed') listener(data.sale.stage === 'basket' ? data.sale.lines.length : 0); });
  return { call, painted, until, find, begin, times, timeUntil, take, hear, lineCount };
})();`;

export async function installIn(pages: Pages): Promise<void> {
  await pages.evaluate('cashier', `${LIBRARY}\nundefined`);
}

/** Runs the body of an async function in the cashier's window; `bench` is at hand there. */
export function inCashier(pages: Pages, body: string): Promise<unknown> {
  return pages.evaluate('cashier', `(async () => { ${body} })()`);
}

/** Waits for `count` times and takes them. */
export function takeTimes(pages: Pages, count: number): Promise<number[]> {
  return timesFrom(pages, `for (let n = 0; n < 1_000 && bench.times.length < ${count}; n += 1) await new Promise(resolve => setTimeout(resolve, 10)); return bench.take();`);
}

/** The list of times the body of an async function answers. */
export async function timesFrom(pages: Pages, body: string): Promise<number[]> {
  const times = await inCashier(pages, body);
  if (!Array.isArray(times)) throw new Error('the window answered no list of times');
  return times.map(Number);
}
