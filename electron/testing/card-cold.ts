/** What a journal says of cards while no counter has it open. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openJournal, type Journal } from '../../db/journal.ts';
import { fileKeyStore } from '../../db/keys.ts';
import { partsOf } from '../../domain/checkout/parts.ts';
import { cashWonOf, chargesOf } from '../../domain/checkout/payment.ts';
import { tradesOf } from '../../domain/tender/machine.ts';

export type ColdTrade = { readonly number: string; readonly act: 'charge' | 'cancel'; readonly state: string };
export type ColdCards = {
  readonly verified: boolean;
  readonly trades: readonly ColdTrade[];
  /** Sales whose money was taken. */
  readonly paid: readonly { readonly totalWon: number; readonly cashWon: number; /** The trade numbers of the charges that stand. */ readonly charges: readonly string[] }[];
  /** States of the slips to sign by hand, in order of the alphabet. */
  readonly slips: readonly string[];
  readonly signaturesKept: number;
};

export async function readCardsCold(dataDir: string): Promise<ColdCards | null> {
  const file = path.join(dataDir, 'journal.db');
  if (!existsSync(file)) return null;
  const opened = await openJournal({ path: file, keys: fileKeyStore(path.join(dataDir, 'keys')) });
  if (!opened.ok) throw new Error(`the journal cannot be opened: ${opened.code} ${opened.detail}`);
  try {
    return await cardsIn(opened.journal);
  } finally {
    await opened.journal.close();
  }
}

async function cardsIn(journal: Journal): Promise<ColdCards> {
  const verified = (await journal.verify()).ok;
  const { openShift } = await journal.counter();
  const sales = openShift === null ? [] : await journal.salesOfDay(openShift.businessDay, { limit: 100 });
  const trades = sales.flatMap(({ state }) => (state === null ? [] : tradesOf({ parts: partsOf(state) })));
  const slips: string[] = [];
  let signaturesKept = 0;
  for (const { saleId } of sales) {
    slips.push(...(await journal.handwrittenSlipsOfSale(saleId)).map(({ state }) => state.name));
    signaturesKept += (await journal.saleJournal(saleId, { limit: 1_000 })).filter(({ kind }) => kind === 'signature.kept').length;
  }
  const paid = sales.flatMap(({ state, totalWon }) => {
    if (state === null || !('payment' in state)) return [];
    return [{ totalWon, cashWon: cashWonOf(state.payment), charges: chargesOf(state.payment).map(({ charge }) => charge.intent.tradeNumber) }];
  });
  return { verified, trades: trades.map(({ intent, state }) => ({ number: intent.tradeNumber, act: intent.kind, state: state.name })), paid, slips: slips.toSorted(), signaturesKept };
}
