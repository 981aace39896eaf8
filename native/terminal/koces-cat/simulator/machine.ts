/** A KOCES CAT as the protocol sheet tells it: one connection, one trade. */
import { unreachable } from '../../../../domain/unreachable.ts';
import type { Values } from '../../../wire/layout.ts';
import { isFault } from '../../../wire/reader.ts';
import { approvalNumberOf, FULL_CARD_NUMBER, MASKED_CARD_NUMBER, stamp, type Books, type Session } from '../../simulator/machine.ts';
import type { Script, SimulatedTrade } from '../../simulator/script.ts';
import type { Wire } from '../../../simulator-wire.ts';
import { CAT_ACK, CAT_ACK_ACK, CAT_EOT, CAT_LINK_CHECK, CAT_NAK, createCatReader, encodeCatNotice, encodeCatResult, type CatFrame } from '../codec.ts';
import { CONFIRM_OF } from '../messages.ts';

type Request = Extract<CatFrame, { kind: 'request' }>;
type Phase = 'open' | 'linked' | 'customer' | 'link-asked' | 'approving' | 'result-sent' | 'over';

export function createCatMachine(wire: Wire, books: Books): Session {
  const reader = createCatReader();
  let phase: Phase = 'open';
  let script: Script = books.peek();
  let request: Request | undefined;
  let trade: SimulatedTrade | undefined;
  let linkNaks = 0;

  const send = (bytes: Uint8Array): void => wire.send(bytes, script.pieces);
  const dropIf = (at: Script['dropAt']): boolean => {
    if (script.dropAt !== at) return false;
    phase = 'over';
    wire.drop();
    return true;
  };

  function take(frame: CatFrame): void {
    switch (frame.kind) {
      case 'control':
        return frame.control === 'ACK' ? takeAck() : undefined;
      case 'request':
        return phase === 'linked' ? begin(frame) : undefined;
      case 'notice':
        return frame.notice === 'E' && phase === 'customer' && script.answer !== 'silent' ? end(encodeCatNotice('E')) : undefined;
      case 'confirm':
        return takeConfirm(frame.code);
      case 'link-check':
      case 'result':
        return undefined;
      default:
        return unreachable(frame);
    }
  }

  function takeAck(): void {
    if (phase === 'open') {
      if (script.linkCheck === 'silent') return;
      phase = 'linked';
      send(CAT_ACK_ACK);
      dropIf('link-check');
    } else if (phase === 'link-asked') {
      if (script.linkNak && linkNaks === 0) {
        // The second byte of the same ACK ACK must not count as a new answer.
        linkNaks = 1;
        wire.after(20, () => {
          linkNaks = 2;
          send(CAT_NAK);
        });
      } else if (!script.linkNak || linkNaks === 2) approve();
    }
  }

  function begin(frame: Request): void {
    script = books.next();
    request = frame;
    const { amount = 0, tax = 0, service = 0, taxFree = 0 } = frame.values;
    trade = {
      number: String(frame.values['merchantData'] ?? ''), kind: String(frame.values['orgDate'] ?? '') === '' ? frame.code : `${frame.code} cancel`,
      totalWon: Number(amount) + Number(tax) + Number(service) + Number(taxFree), approved: false, confirmed: false, approvalNumber: '',
    };
    books.trades.push(trade);
    if (dropIf('request')) return;
    if (script.answer === 'nak') return end(CAT_NAK);
    phase = 'customer';
    if (script.ack === 'sent') send(CAT_ACK);
    if (dropIf('ack')) return;
    if (frame.code === 'G120') wire.after(0, () => send(encodeCatNotice('D')));
    if (script.answer !== 'silent') wire.after(script.customerMs, decide);
  }

  function decide(): void {
    if (script.answer === 'customer-cancels' || script.answer === 'nobody-acts') return end(encodeCatNotice('E'));
    if (script.answer === 'refuse') return end(encodeCatNotice('Q'));
    phase = 'link-asked';
    send(CAT_LINK_CHECK);
  }

  function end(last: Uint8Array): void {
    wire.cancelTimers();
    phase = 'over';
    send(last);
  }

  function approve(): void {
    phase = 'approving';
    wire.after(script.approvalMs, () => {
      if (trade === undefined || request === undefined) return;
      trade.approvalNumber = approvalNumberOf(books.trades);
      trade.approved = ['approve', 'foreign', 'no-approval-number', 'other-original'].includes(script.answer);
      if (dropIf('approving') || script.result === 'lost') return;
      sendResult(resultBytes(request, trade, script, books.now()));
    });
  }

  function sendResult(result: Uint8Array): void {
    phase = 'result-sent';
    if (script.dropAt === 'mid-result') {
      send(result.subarray(0, result.length >> 1));
      dropIf('mid-result');
      return;
    }
    const spoilt = result.slice();
    if (script.result === 'damaged') spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 0xff;
    send(spoilt);
    if (script.result === 'twice') send(result);
    dropIf('result');
  }

  function takeConfirm(code: string): void {
    if (phase !== 'result-sent' || trade === undefined || request === undefined || CONFIRM_OF[request.code] !== code) return;
    trade.confirmed = true;
    if (dropIf('confirm')) return;
    if (script.end === 'sent') end(CAT_EOT);
  }

  if (script.dropAt === 'connect') dropIf('connect');
  return {
    receive: (bytes) => {
      for (const event of reader.read(bytes)) if (!isFault(event)) take(event);
    },
    keyedSale: () => undefined,
  };
}

function resultBytes({ code, values }: Request, trade: SimulatedTrade, script: Script, now: Date): Uint8Array {
  const approved = !['decline', 'no-cancel'].includes(script.answer);
  const noNumber = script.answer === 'no-approval-number' || !approved;
  const foreign = script.answer === 'foreign';
  const original = String(values['orgAuthNo'] ?? '');
  const result: Values = {
    tradeNo: '0001', tid: String(values['tid'] ?? '') || '1234567890', version: '01023', installment: String(values['installment'] ?? ''),
    totalAmount: foreign ? 777 : trade.totalWon, tax: Number(values['tax'] ?? 0), service: Number(values['service'] ?? 0), taxFree: Number(values['taxFree'] ?? 0),
    orgDate: String(values['orgDate'] ?? ''), orgAuthNo: script.answer === 'other-original' ? '99999999' : original,
    dateTime: stamp(now), reply: approved ? '0000' : script.code, message: approved ? '정상승인' : script.message,
    card: cardOf(code, script), authNo: noNumber ? '' : script.answer === 'zero-approval' ? '00000000' : trade.approvalNumber, kocesNo: approved ? `777${stamp(now).slice(2, 8)}000123` : '',
    kindName: code === 'G130' ? '현금승인' : '신용승인', cardKind: approved ? '1' : '', issuerCode: '0101', issuer: 'KB국민카드', acquirerCode: '0101', acquirer: 'KB국민카드',
    merchantNo: '00012345678', ddc: '0', edc: '1', slipKind: '1', slipNo: '0001', slipKindName: 'EDC매출표', keyed: '0',
    merchantData: foreign ? 'EARLIER-TRADE-1' : script.echo ? trade.number : '',
  };
  const encoded = encodeCatResult(code, result);
  if (!encoded.ok) throw new Error(encoded.reason);
  return encoded.bytes;
}

function cardOf(code: string, script: Script): string {
  if (code === 'G130') return script.fullNumber ? '01012345678' : '010****5678';
  return script.fullNumber ? `${FULL_CARD_NUMBER}=30121011234567890` : MASKED_CARD_NUMBER;
}
