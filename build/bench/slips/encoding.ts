/** Encoding one slip: ours from the document to the bytes, in turns with three packages doing the same. */
import type { SlipDocument } from '../../../domain/slip/document.ts';
import { encodeSlip } from '../../../native/printer/encode.ts';
import { sampleSlip } from '../../../native/printer/samples.ts';
import type { Measured } from '../parts/figure.ts';
import { best } from '../parts/figure.ts';
import { summarise } from '../parts/statistics.ts';
import { byEscpos, byNodeThermalPrinter, byReceiptline, type Encoder } from './peers.ts';

const COLUMNS = 48;
/** Slips in a row that make one sample: long enough for the clock, and a contender is not charged for its neighbour's cold cache. */
const IN_A_ROW = 20;
/** Rounds, enough for the compiler to have settled on each of them. */
const WARM_UP = 30;
/** Fewer bytes than this are no slip: what stops early is not fast. */
const LEAST_BYTES = 900;

type Contender = { readonly name: string; readonly encode: Encoder; readonly times: number[] };

/** The contenders take turns, so that a busy moment meets all of them alike. A sample is the mean of `IN_A_ROW` slips. */
export function benchSlipEncoding({ rounds }: { readonly rounds: number }): readonly Measured[] {
  const document: SlipDocument = { ...sampleSlip('sale', COLUMNS), practice: false };
  const [ours, ...peers] = [
    contender('encodeSlip', () => encodeOurs(document)),
    contender('receiptline', byReceiptline(document)),
    contender('node-thermal-printer', byNodeThermalPrinter(document)),
    contender('escpos', byEscpos(document)),
  ];
  if (ours === undefined) throw new Error('nobody to measure');
  const all = [ours, ...peers];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const { encode, times } of all) {
      const start = performance.now();
      for (let slip = 0; slip < IN_A_ROW; slip += 1) encode();
      const tookUs = ((performance.now() - start) / IN_A_ROW) * 1_000;
      if (round >= 0) times.push(tookUs);
    }
  }
  const measured = summarise(ours.times);
  const others = peers.map(({ name, times }) => ({ name, measured: summarise(times) }));
  const fastest = best(others);
  return others.map((peer) => ({
    name: `slip encoding beside ${peer.name}`,
    unit: 'µs',
    measured,
    beside: { to: 'peer', name: peer.name, measured: peer.measured, ...(peer === fastest ? { atLeast: 5 } : {}) },
  }));
}

function contender(name: string, encode: Encoder): Contender {
  const { length } = encode();
  if (length < LEAST_BYTES) throw new Error(`${name} made ${length} bytes: that is not the slip`);
  return { name, encode, times: [] };
}

function encodeOurs(document: SlipDocument): Uint8Array {
  const encoded = encodeSlip(document, { columns: COLUMNS });
  if (!encoded.ok) throw new Error(`the slip was refused: ${encoded.refusal.kind}`);
  return encoded.bytes;
}
