/**
 * The gallery's clock. The samples are of one afternoon, so the time here is of that afternoon too: half a minute after the sale they
 * show. It runs on, and every scene begins at the same moment, so that an age on a list looks the same whenever it is drawn.
 */
const NOW_MS = Date.parse('2026-11-21T05:08:33.000Z');
const machineNow = Date.now.bind(Date);
let begunAtMs = machineNow();

Date.now = () => NOW_MS + machineNow() - begunAtMs;

export function beginScene(): void {
  begunAtMs = machineNow();
}
