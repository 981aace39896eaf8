/**
 * A signature as it is kept: sealed before it is anywhere, found again in the journal of its sale, and drawn for paper at the moment of
 * printing. Neither ink nor picture is ever in a log, in a view or in a document that is stored.
 */
import type { Journal } from '../../db/journal.ts';
import { JournalError } from '../../db/journal.ts';
import type { SignatureRecord } from '../../domain/journal-entry.ts';
import type { SlipBlock, SlipDocument } from '../../domain/slip/document.ts';
import type { Signature } from '../../native/signature-pad/port.ts';
import type { Raster } from '../../native/signature-pad/raster.ts';
import { rasterOfSignature } from '../../native/signature-pad/raster.ts';
import { restoreSignature, storeSignature } from '../../native/signature-pad/stored.ts';
import { croppedToInk } from '../../native/signature-pad/strokes.ts';
import { decodeSignaturePicture } from '../../native/terminal/kicc-ed721/signature-picture.ts';
import { MAX_SEAL_CHARACTERS } from '../../db/seal.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';

/** Some four centimetres on paper. */
const PICTURE = { widthDots: 320, heightDots: 128, penDots: 4 } as const;
const PAGE_ROWS = 500;
/** A sale of ten thousand rows is none. */
const MAX_PAGES = 20;

type Named = Pick<SignatureRecord, 'signatureId' | 'partId'>;

export function sealStrokes(journal: Pick<Journal, 'seal'>, signature: Signature, named: Named & { readonly takenOn: 'display' | 'koces-pad' }): SignatureRecord {
  const inkSealed = journal.seal(Buffer.from(storeSignature(signature)).toString('base64'));
  return { ...named, form: 'strokes', inkSealed };
}

/** The picture a terminal took; null for what is none. */
export function sealTerminalPicture(journal: Pick<Journal, 'seal'>, bmpHex: string, named: Named): SignatureRecord | null {
  if (bmpHex.length > MAX_SEAL_CHARACTERS || decodeSignaturePicture(bmpHex) === undefined) return null;
  return { ...named, takenOn: 'terminal', form: 'bmp', inkSealed: journal.seal(bmpHex) };
}

/** Refused with the journal's own code where the key is missing or the seal is broken. */
export function openPicture(journal: Pick<Journal, 'unseal'>, { form, inkSealed }: Pick<SignatureRecord, 'form' | 'inkSealed'>): Result<Raster> {
  try {
    const text = journal.unseal(inkSealed);
    const raster = form === 'bmp' ? decodeSignaturePicture(text) : pictureOf(restoreSignature(Buffer.from(text, 'base64')));
    return raster === undefined ? refuse('journal.corrupt', 'a signature that cannot be read') : ok(raster);
  } catch (problem) {
    if (problem instanceof JournalError) return refuse(problem.code, problem.detail);
    throw problem;
  }
}

function pictureOf(signature: Signature | undefined): Raster | undefined {
  return signature === undefined ? undefined : rasterOfSignature(croppedToInk(signature), PICTURE);
}

/** As it stands in the journal; null where there is none by this name. */
export async function findSignature(journal: Pick<Journal, 'saleJournal'>, saleId: string, signatureId: string): Promise<SignatureRecord | null> {
  let afterSeq = 0;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const rows = await journal.saleJournal(saleId, { limit: PAGE_ROWS, afterSeq });
    for (const row of rows) if (row.kind === 'signature.kept' && row.payload.signatureId === signatureId) return row.payload;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return null;
    afterSeq = last.seq;
  }
  return null;
}

/** The document with its signatures drawn. One that cannot be opened stays as it is: the paper then says that it is kept. */
export async function withSignatures(journal: Pick<Journal, 'saleJournal' | 'unseal'>, document: SlipDocument): Promise<SlipDocument> {
  if (!document.blocks.some((block) => block.kind === 'signature')) return document;
  const blocks: SlipBlock[] = [];
  for (const block of document.blocks) blocks.push(block.kind === 'signature' ? ((await drawn(journal, block)) ?? block) : block);
  return { ...document, blocks };
}

async function drawn(journal: Pick<Journal, 'saleJournal' | 'unseal'>, { saleId, signatureId }: SlipBlock & { kind: 'signature' }): Promise<SlipBlock | null> {
  const found = await findSignature(journal, saleId, signatureId).catch((problem: unknown) => {
    if (problem instanceof JournalError) return null;
    throw problem;
  });
  const opened = found === null ? null : openPicture(journal, found);
  if (opened === null || !opened.ok) return null;
  const { widthDots, heightDots, bits } = opened.value;
  return { kind: 'raster', widthDots, heightDots, bitsBase64: Buffer.from(bits).toString('base64'), align: 'center' };
}
