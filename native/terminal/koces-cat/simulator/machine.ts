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

type Machine = {
  readonly wire: Wire;
  readonly books: Books;
  phase: Phase;
  script: Script;
  request: Request | undefined;
  trade: SimulatedTrade | undefined;
  linkNaks: number;
};

export function createCatMachine(wire: Wire, books: Books): Session {
  const reader = createCatReader();
  const machine: Machine = { wire, books, phase: 'open', script: books.peek(), request: undefined, trade: undefined, linkNaks: 0 };
  dropIf(machine, 'connect');
  return {
    receive: (bytes) => {
      for (const event of reader.read(bytes)) if (!isFault(event)) take(machine, event);
    },
    keyedSale: () => undefined,
  };
}

function send(m: Machine, bytes: Uint8Array): void {
  m.wire.send(bytes, m.script.pieces);
}

function dropIf(m: Machine, at: Script['dropAt']): boolean {
  if (m.script.dropAt !== at) return false;
  m.phase = 'over';
  m.wire.drop();
  return true;
}

function take(m: Machine, frame: CatFrame): void {
  switch (frame.kind) {
    case 'control':
      return frame.control === 'ACK' ? takeAck(m) : undefined;
    case 'request':
      return m.phase === 'linked' ? begin(m, frame) : undefined;
    case 'notice':
      return frame.notice === 'E' && m.phase === 'customer' && m.script.answer !== 'silent' ? end(m, encodeCatNotice('E')) : undefined;
    case 'confirm':
      return takeConfirm(m, frame.code);
    case 'link-check':
    case 'result':
      return undefined;
    default:
      return unreachable(frame);
  }
}

function takeAck(m: Machine): void {
  if (m.phase === 'open') {
    if (m.script.linkCheck === 'silent') return;
    m.phase = 'linked';
    send(m, CAT_ACK_ACK);
    dropIf(m, 'link-check');
  } else if (m.phase === 'link-asked') {
    if (m.script.linkNak && m.linkNaks === 0) {
      // The second byte of the same ACK ACK must not count as a new answer.
      m.linkNaks = 1;
      m.wire.after(20, () => {
        m.linkNaks = 2;
        send(m, CAT_NAK);
      });
    } else if (!m.script.linkNak || m.linkNaks === 2) approve(m);
  }
}

function begin(m: Machine, frame: Request): void {
  m.script = m.books.next();
  m.request = frame;
  const { amount = 0, tax = 0, service = 0, taxFree = 0 } = frame.values;
  m.trade = {
    number: String(frame.values['merchantData'] ?? ''), kind: String(frame.values['orgDate'] ?? '') === '' ? frame.code : `${frame.code} cancel`,
    totalWon: Number(amount) + Number(tax) + Number(service) + Number(taxFree), approved: false, confirmed: false, approvalNumber: '',
  };
  m.books.trades.push(m.trade);
  if (dropIf(m, 'request')) return;
  if (m.script.answer === 'nak') return end(m, CAT_NAK);
  m.phase = 'customer';
  if (m.script.ack === 'sent') send(m, CAT_ACK);
  if (dropIf(m, 'ack')) return;
  if (frame.code === 'G120') m.wire.after(0, () => send(m, encodeCatNotice('D')));
  if (m.script.answer !== 'silent') m.wire.after(m.script.customerMs, () => decide(m));
}

function decide(m: Machine): void {
  if (m.script.answer === 'customer-cancels' || m.script.answer === 'nobody-acts') return end(m, encodeCatNotice('E'));
  if (m.script.answer === 'refuse') return end(m, encodeCatNotice('Q'));
  m.phase = 'link-asked';
  send(m, CAT_LINK_CHECK);
}

function end(m: Machine, last: Uint8Array): void {
  m.wire.cancelTimers();
  m.phase = 'over';
  send(m, last);
}

function approve(m: Machine): void {
  m.phase = 'approving';
  m.wire.after(m.script.approvalMs, () => {
    if (m.trade === undefined || m.request === undefined) return;
    m.trade.approvalNumber = approvalNumberOf(m.books.trades);
    m.trade.approved = ['approve', 'foreign', 'no-approval-number', 'other-original'].includes(m.script.answer);
    if (dropIf(m, 'approving') || m.script.result === 'lost') return;
    sendResult(m, resultBytes(m.request, m.trade, m.script, m.books.now()));
  });
}

function sendResult(m: Machine, result: Uint8Array): void {
  m.phase = 'result-sent';
  if (m.script.dropAt === 'mid-result') {
    send(m, result.subarray(0, result.length >> 1));
    dropIf(m, 'mid-result');
    return;
  }
  const spoilt = result.slice();
  if (m.script.result === 'damaged') spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 0xff;
  send(m, spoilt);
  if (m.script.result === 'twice') send(m, result);
  dropIf(m, 'result');
}

function takeConfirm(m: Machine, code: string): void {
  if (m.phase !== 'result-sent' || m.trade === undefined || m.request === undefined || CONFIRM_OF[m.request.code] !== code) return;
  m.trade.confirmed = true;
  if (dropIf(m, 'confirm')) return;
  if (m.script.end === 'sent') end(m, CAT_EOT);
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
