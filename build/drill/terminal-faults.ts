/** Faults in the codecs, drivers and judges of terminals and pads, and in what a sale makes of their answers, each of which some test must catch. */
import type { Fault } from './faults.ts';

const CAT = 'native/terminal/koces-cat';
const KICC = 'native/terminal/kicc-ed721';
const PAD = 'native/signature-pad/koces-pad';
const FUZZ = 'native/inspect/fuzz.test.ts';
const VECTORS = 'native/inspect/vectors.test.ts';
const DRIVERS = 'native/terminal/driver.test.ts';

export const TERMINAL_FAULTS: readonly Fault[] = [
  // A frame that is none.
  { name: 'codec: KOCES check byte not looked at', file: `${CAT}/codec.ts`, find: 'if (xorOf(bytes, 1, end + 1) !== bytes[end + 1]) return', replace: 'if (bytes.length < 0) return', caughtBy: FUZZ },
  { name: 'codec: KICC check not looked at', file: `${KICC}/codec.ts`, find: 'if (kiccCrc(bytes, 1, length - 2) !== said) return', replace: 'if (said < 0) return', caughtBy: FUZZ },
  { name: 'codec: KICC check mirrored as the catalogues have it', file: `${KICC}/crc.ts`, find: '0x8005', replace: '0xa001', caughtBy: VECTORS },
  { name: 'codec: pad point taken by state instead of its mark', file: `${PAD}/codec.ts`, find: 'const isPoint = bytes[1] === POINT;', replace: 'const isPoint = bytes[1] === POINT || bytes[3] === 0xbc;', caughtBy: VECTORS },
  { name: 'codec: ACK believed among rubbish', file: `${KICC}/codec.ts`, find: 'if (!damaged && (first === ACK', replace: 'if ((first === ACK', caughtBy: 'native/wire/reader.test.ts' },
  // A number that may not be seen.
  { name: 'codec: card number as the terminal sent it', file: `${CAT}/codec.ts`, find: ': maskCardNumber(number),', replace: ': number,', caughtBy: DRIVERS },
  { name: 'codec: expiry passed on', file: `${KICC}/codec.ts`, find: "(expiry) => '*'.repeat(expiry.length)", replace: '(expiry) => expiry', caughtBy: 'native/terminal/mask.test.ts' },
  // A word about money that is not proven.
  { name: 'KICC: RCD 00 taken for success', file: `${KICC}/judge.ts`, find: 'if (!claimsSuccess(pairs)) return', replace: 'if (pairs === undefined) return', caughtBy: DRIVERS },
  { name: 'KICC: approval number zero believed', file: `${KICC}/judge.ts`, find: 'if (/^0+$/.test(number)) return', replace: "if (number === '-') return", caughtBy: DRIVERS },
  { name: 'KICC: another trade’s number not looked at', file: `${KICC}/trade.ts`, find: ".trim() === request.tradeNumber;", replace: ".trim() !== '';", caughtBy: `${KICC}/driver.test.ts` },
  { name: 'KICC: an earlier CANCELED taken for this trade’s', file: `${KICC}/trade.ts`, find: 'return taken ? endedBy(job.body, progress.aborted) : undefined;', replace: 'return endedBy(job.body, progress.aborted || taken);', caughtBy: `${KICC}/driver.test.ts` },
  { name: 'KICC: NAK taken for a refusal', file: `${KICC}/trade.ts`, find: "return state.refused ? unsettled('nak', 'the terminal refused the bytes and said nothing more')", replace: "return state.refused ? { outcome: { state: 'declined', by: 'terminal', code: 'NAK', message: '' }, settled: true }", caughtBy: DRIVERS },
  { name: 'KOCES: 0000 without a number believed', file: `${CAT}/judge.ts`, find: 'if (!isCatSuccess(values)) return doubt', replace: "if (code === '-') return doubt", caughtBy: DRIVERS },
  { name: 'KOCES: unknown codes taken for a refusal', file: `${CAT}/judge.ts`, find: "new Set([SUCCESS, '0001', '0002', '9901', ''])", replace: 'new Set([SUCCESS])', caughtBy: `${CAT}/driver.test.ts` },
  { name: 'KOCES: a dropped line taken for no sale', file: `${CAT}/trade.ts`, find: "damagedAnswer() : { state: 'unknown', reason: 'line-dropped', detail: heard.detail }", replace: "damagedAnswer() : { state: 'not-sent', cause: 'unreachable', detail: heard.detail }", caughtBy: DRIVERS },
  { name: 'KOCES: a trade without EOT called closed', file: `${CAT}/trade.ts`, find: "outcome.state === 'approved' && !closed", replace: "outcome.state === 'approved' && closed && !closed", caughtBy: `${CAT}/driver.test.ts` },
  // A signature that is none.
  { name: 'pad: a dot taken for a name', file: 'native/signature-pad/strokes.ts', find: 'if (points.length < LEAST_POINTS) return true;', replace: 'if (points.length < LEAST_POINTS) return false;', caughtBy: 'native/signature-pad/signature.test.ts' },
  // A result nobody may lose, and a row nobody may ask for.
  { name: 'sale: an answer it cannot take is dropped', file: 'electron/checkout/run-card.ts', find: 'run.untaken({ tradeNumber, outcome });', replace: 'void outcome;', caughtBy: 'electron/card-payment/untaken.test.ts' },
  { name: 'sale: an act that began before the last one was put away is forgotten', file: 'electron/checkout/run-checkout.ts', find: 'act().finally(() => run.underWay.delete(mine))', replace: 'act().finally(() => run.underWay.clear())', caughtBy: 'electron/signature/pad-faults.test.ts' },
  { name: 'slip: its paper is told to a journal that has its cancel', file: 'electron/handwritten/handwritten.ts', find: 'if (cancelling.has(slipId)) return', replace: "if (slipId === '') return", caughtBy: 'electron/handwritten/cancelled-while-printing.test.ts' },
];
