/** The terminal's stored result, and what it proves of a trade whose answer was lost. */
import type { InquiryOutcome, TradeRequest } from '../port.ts';
import { KICC_ACK, type Pairs } from './codec.ts';
import { judge } from './judge.ts';
import { takeOther, TRANSACTION, type KiccCall } from './trade.ts';

/** FAIL, silence or another trade's result say nothing about the one that was asked for. */
export async function awaitStored(call: KiccCall, asked: TradeRequest, inquiryNumber: string): Promise<InquiryOutcome> {
  const deadline = performance.now() + call.limits.inquiryTimeoutMs;
  let taken = false;
  while (performance.now() < deadline) {
    const heard = await call.line.receive(Math.max(0, deadline - performance.now()));
    if (heard.kind === 'dropped') return { state: 'no-evidence', detail: heard.detail };
    if (heard.kind === 'control' && heard.control === 'NAK') return { state: 'no-evidence', detail: 'the terminal refused the question' };
    if (heard.kind === 'control') taken = true;
    if (heard.kind !== 'job') continue;
    if (heard.job !== TRANSACTION || heard.rcd === undefined) {
      await takeOther(call, heard);
      continue;
    }
    await call.line.write(KICC_ACK);
    // Before its ACK it answers something earlier.
    if (heard.rcd === 'FF' && !taken) continue;
    if (heard.body.is !== 'pairs') return { state: 'no-evidence', detail: heard.body.is === 'message' ? heard.body.message : 'no stored result' };
    return evidenceIn(heard.body.pairs, asked, inquiryNumber);
  }
  return { state: 'no-evidence', detail: `no answer within ${call.limits.inquiryTimeoutMs} ms` };
}

function evidenceIn(pairs: Pairs, asked: TradeRequest, inquiryNumber: string): InquiryOutcome {
  const number = (pairs['S23'] ?? '').trim();
  if (number === inquiryNumber || number === '') return { state: 'no-evidence', detail: 'the stored result does not name its trade' };
  if (number !== asked.tradeNumber) return { state: 'no-evidence', detail: 'the stored result is of another trade', other: number };
  const outcome = judge(asked, pairs);
  return outcome.state === 'unknown' ? { state: 'no-evidence', detail: outcome.detail } : { state: 'found', outcome };
}
