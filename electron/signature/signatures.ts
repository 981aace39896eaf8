/**
 * Taking a signature after an approval, on whatever pad the counter has. Whoever asks is always answered: what came is an event of the
 * signature's machine, and where there is ink, the sealed record that goes into the same append as that event.
 */
import type { LiveInk, PadTest } from '../../contract/signature.ts';
import type { SignatureRecord } from '../../domain/journal-entry.ts';
import type { SignatureEvent } from '../../domain/signature/machine.ts';
import type { SlipDocument } from '../../domain/slip/document.ts';
import type { PadInfoOutcome } from '../../native/signature-pad/port.ts';
import type { Counter } from '../counter.ts';
import { customerIsBusy } from '../diagnostics/display-watch.ts';
import type { Result } from '../result.ts';
import { DONE, refuse } from '../result.ts';
import type { FieldPage } from './display-pad.ts';
import { sealStrokes, sealTerminalPicture, withSignatures } from './kept.ts';
import { judgeOutcome } from './outcome.ts';
import type { PadDevice, PadOutside, PadOwner } from './pad-owner.ts';
import { createPadOwner } from './pad-owner.ts';

export type { PadDevice } from './pad-owner.ts';

/** `partId`: the part of the sale whose charge is signed for. */
export type SignatureRequest = { readonly saleId: string; readonly partId: string; readonly amountWon: number; readonly attempt: number };
/** `record`: for the same append as the event, as `signature.kept`; null without ink. `detail`: small print, never personal. */
export type SignatureAnswer = { readonly event: SignatureEvent; readonly record: SignatureRecord | null; readonly detail: string };

export type Signatures = {
  /** Null: the counter is closing and nothing came of it; it is asked again after the next start. */
  readonly ask: (request: SignatureRequest) => Promise<SignatureAnswer | null>;
  /** The cashier's way out: ends the asking of this name, a test too. Whether there was one. */
  readonly giveUp: (signId: string) => boolean;
  /** The ink of the signature that is being given. */
  readonly live: () => LiveInk | null;
  /** The picture a terminal took itself, for the append of the event that says so; null for what is no picture. */
  readonly keepTerminalPicture: (bmpHex: string, partId: string) => SignatureRecord | null;
  /** A slip as it goes to the printer or to the screen: with its signatures drawn. What is stored stays without. */
  readonly drawn: (document: SlipDocument) => Promise<SlipDocument>;
  /** A number for a cash receipt, where the pad is a device of its own; null: the counter is closing. */
  readonly askNumber: PadOwner['askNumber'];
  /** Whether the shop has its customers key numbers on it. */
  readonly takesNumbers: () => boolean;
  readonly kind: PadDevice['kind'];
  readonly address: string;
  /** Null while somebody signs, or the pad is being asked already. */
  readonly info: () => Promise<PadInfoOutcome | null>;
  /** Signing for nothing, from the page of devices: only how it went is kept, and for the page alone. */
  readonly test: () => Result<null>;
  readonly lastTest: () => PadTest | null;
  /** Null where the customer display is no pad. */
  readonly page: FieldPage | null;
  readonly stop: () => Promise<void>;
};

export function createSignatures(counter: Counter, device: PadDevice, outside: PadOutside): Signatures {
  const owner = createPadOwner(counter, device, outside);
  let lastTest: PadTest | null = null;

  async function ask({ saleId, partId, amountWon, attempt }: SignatureRequest): Promise<SignatureAnswer | null> {
    // A test gives way to a customer.
    if (counter.memory.signing?.test === true) owner.giveUp();
    const came = await owner.sign({ test: false, saleId, amountWon, attempt });
    if (came === null) return null;
    const judged = judgeOutcome(came.outcome);
    const detail = 'detail' in came.outcome ? came.outcome.detail : '';
    if (judged.kind === 'event' || device.kind === 'none') return { event: judged.kind === 'event' ? judged.event : { type: 'absent' }, record: null, detail };
    const signatureId = counter.ids.next('sg');
    const record = sealStrokes(counter.journal, judged.signature, { signatureId, partId, takenOn: device.kind });
    return { event: { type: 'signed', signatureId }, record, detail };
  }

  async function runTest(): Promise<void> {
    const came = await owner.sign({ test: true, saleId: null, amountWon: 0, attempt: 1 });
    if (came === null) return;
    const judged = judgeOutcome(came.outcome);
    lastTest = { at: counter.now().toISOString(), outcome: judged.kind === 'signed' ? 'signed' : judged.event.type, points: came.points };
    counter.changed();
  }

  return {
    ask,
    giveUp: (signId) => owner.giveUp(signId),
    live: owner.live,
    keepTerminalPicture: (bmpHex, partId) => sealTerminalPicture(counter.journal, bmpHex, { signatureId: counter.ids.next('sg'), partId }),
    drawn: (document) => withSignatures(counter.journal, document),
    askNumber: owner.askNumber,
    takesNumbers: () => counter.settings.cashReceipt.numberOn === 'pad' && device.kind === 'koces-pad' && device.pad.capabilities.numberEntry,
    kind: device.kind,
    address: device.kind === 'koces-pad' ? device.address : '',
    info: owner.info,
    test: () => {
      if (device.kind === 'none') return refuse('pad.none');
      if (customerIsBusy(counter)) return refuse('pad.in-use');
      counter.background(runTest());
      return DONE;
    },
    lastTest: () => lastTest,
    page: owner.page,
    stop: owner.stop,
  };
}
