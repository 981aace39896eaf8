/**
 * A later copy of a slip: what was printed, to the letter, under a mark (rules of the counter, §6). The stored document is the content,
 * and not the catalogue, the rates or the shop's name of today. One thing may have become other since: the cash receipt that stood as
 * "to be issued" has its number by now, or was cancelled. Then that part, and only that, is as it stands now.
 */
import type { SlipBlock, SlipDocument } from './document.ts';
import { isReceiptHeading, withoutMark } from './receipt.ts';

/** `stored`: a slip of the sale as it was printed, with or without a mark. `now`: the same slip made from the journal as it is now. */
export function asPrinted(stored: SlipDocument, now: SlipDocument): SlipDocument {
  const first = withoutMark(stored);
  const [goods, receipt] = apart(first.blocks);
  const [, receiptNow] = apart(now.blocks);
  return same(receipt, receiptNow) ? first : { ...first, blocks: [...goods, ...receiptNow] };
}

/** Everything up to the cash receipt, and the cash receipt with the line above it. */
function apart(blocks: readonly SlipBlock[]): readonly [readonly SlipBlock[], readonly SlipBlock[]] {
  const heading = blocks.findIndex(isReceiptHeading);
  return heading <= 0 ? [blocks, []] : [blocks.slice(0, heading - 1), blocks.slice(heading - 1)];
}

function same(a: readonly SlipBlock[], b: readonly SlipBlock[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Which of a sale's papers this is: the sale's own, or that of one charge, known by its approval number. */
export function paperOf(document: SlipDocument): string {
  const approval = document.blocks.find((block) => block.kind === 'pair' && block.label === '승인번호' && block.bold === true);
  return `${document.kind} ${approval?.kind === 'pair' ? approval.value : ''}`;
}
