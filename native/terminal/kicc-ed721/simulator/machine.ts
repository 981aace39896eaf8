/** A KICC ED-721 as the protocol sheet tells it: one dialogue, any other command ends it, results by their trade number. */
import { unreachable } from '../../../../domain/unreachable.ts';
import { joined } from '../../../wire/bytes.ts';
import { isFault } from '../../../wire/reader.ts';
import { approvalNumberOf, FULL_CARD_NUMBER, stamp, type Books, type Session } from '../../simulator/machine.ts';
import type { Script, SimulatedTrade } from '../../simulator/script.ts';
import type { Wire } from '../../../simulator-wire.ts';
import { createKiccReader, encodeInfo, encodeKiccFrame, encodePairs, encodeText, KICC_ACK, KICC_NAK, type KiccFrame, type Pairs } from '../codec.ts';

const TRANSACTION = '14/04';
const BIN = '949012';
const INFO = { model: 'K03', version: '0023', serial: '3K0000000001', secureId: 'ED-721X001', tid: '1234567', terminalNo: '', ipPort: '127.0.0.1/' };
type Job = Extract<KiccFrame, { kind: 'job' }>;

type Machine = {
  readonly wire: Wire;
  readonly books: Books;
  script: Script;
  /** What the customer is asked for at this moment. */
  dialogue: Pairs | undefined;
  unconfirmed: SimulatedTrade | undefined;
  cnt: number;
};

export function createKiccMachine(wire: Wire, books: Books): Session {
  const reader = createKiccReader();
  const machine: Machine = { wire, books, script: books.peek(), dialogue: undefined, unconfirmed: undefined, cnt: 0 };
  return {
    receive: (bytes) => {
      for (const event of reader.read(bytes)) {
        if (!isFault(event)) take(machine, event);
        else if (event.code !== 'rubbish') send(machine, KICC_NAK);
      }
    },
    keyedSale: (totalWon, number) => keyedSale(machine, totalWon, number),
  };
}

function send(m: Machine, bytes: Uint8Array): void {
  m.wire.send(bytes, m.script.pieces);
}

function answer(m: Machine, job: string, rcd: number, data: Uint8Array): Uint8Array {
  m.cnt = (m.cnt % 255) + 1;
  return encodeKiccFrame(m.cnt, job, joined(Uint8Array.of(rcd), data));
}

function dropIf(m: Machine, at: Script['dropAt']): boolean {
  if (m.script.dropAt !== at) return false;
  m.wire.drop();
  return true;
}

function keyedSale(m: Machine, totalWon: number, number = ''): void {
  const trade: SimulatedTrade = { number, kind: 'D1', totalWon, approved: true, confirmed: false, approvalNumber: '' };
  m.books.trades.push(trade);
  trade.approvalNumber = approvalNumberOf(m.books.trades);
  m.unconfirmed = trade;
  const pairs = resultPairs({ S00: '002', S01: 'D1', S09: '00', S10: String(totalWon), ...(number === '' ? {} : { S23: number }) }, trade.approvalNumber, { ...m.script, answer: 'approve' }, m.books.now());
  send(m, answer(m, TRANSACTION, 0x00, bytesOf(encodePairs(pairs))));
}

function take(m: Machine, frame: KiccFrame): void {
  if (frame.kind === 'control') {
    if (frame.control !== 'ACK' || m.unconfirmed === undefined) return;
    m.unconfirmed.confirmed = true;
    m.unconfirmed = undefined;
    dropIf(m, 'confirm');
    return;
  }
  if (frame.rcd !== undefined) return;
  interruptDialogue(m);
  command(m, frame);
}

function command(m: Machine, frame: Job): void {
  switch (frame.job) {
    case '14/01':
      m.cnt = 0;
      return send(m, KICC_ACK);
    case '14/02': {
      m.script = m.books.peek();
      if (m.script.linkCheck === 'silent' || dropIf(m, 'connect')) return;
      send(m, KICC_ACK);
      send(m, answer(m, frame.job, 0x00, bytesOf(encodeInfo(INFO))));
      dropIf(m, 'link-check');
      return;
    }
    case TRANSACTION:
      return asks(frame, 'LA') ? inquire(m, frame) : begin(m, frame);
    default:
      return send(m, KICC_ACK);
  }
}

/** Any other command during a trade makes it answer CANCELED and go home. */
function interruptDialogue(m: Machine): void {
  if (m.dialogue === undefined) return;
  m.wire.cancelTimers();
  m.dialogue = undefined;
  send(m, answer(m, TRANSACTION, 0xff, bytesOf(encodeText('CANCELED'))));
}

function inquire(m: Machine, frame: Job): void {
  m.script = m.books.peek();
  if (m.script.inquiry === 'silent') return;
  send(m, KICC_ACK);
  if (m.books.terminal.lastResult === undefined || m.script.inquiry === 'fail') return send(m, answer(m, TRANSACTION, 0xff, bytesOf(encodeText('FAIL'))));
  const number = frame.body.is === 'pairs' ? (frame.body.pairs['S23'] ?? '') : '';
  send(m, answer(m, TRANSACTION, 0x00, bytesOf(encodePairs(m.script.inquiry === 'echo-only' ? { ...m.books.terminal.lastResult, S23: number } : m.books.terminal.lastResult))));
}

function begin(m: Machine, frame: Job): void {
  if (frame.body.is !== 'pairs') return send(m, KICC_NAK);
  m.script = m.books.next();
  const asked = frame.body.pairs;
  const trade: SimulatedTrade = { number: asked['S23'] ?? '', kind: asked['S01'] ?? '', totalWon: Number(asked['S10'] ?? 0), approved: false, confirmed: false, approvalNumber: '' };
  m.books.trades.push(trade);
  if (dropIf(m, 'request')) return;
  if (m.script.answer === 'nak') return send(m, KICC_NAK);
  if (m.script.staleEnd) send(m, answer(m, TRANSACTION, 0xff, bytesOf(encodeText('CANCELED'))));
  if (m.script.ack === 'sent') send(m, KICC_ACK);
  if (dropIf(m, 'ack')) return;
  m.dialogue = asked;
  if (m.script.answer !== 'silent') m.wire.after(m.script.customerMs + m.script.approvalMs, () => decide(m, asked, trade));
}

function decide(m: Machine, asked: Pairs, trade: SimulatedTrade): void {
  m.dialogue = undefined;
  const failed = (text: string): void => send(m, answer(m, TRANSACTION, 0xff, bytesOf(encodeText(text))));
  switch (m.script.answer) {
    case 'customer-cancels':
      return failed('CANCELED');
    case 'nobody-acts':
      return failed('TIMEOUT');
    case 'refuse':
      return failed('FAIL');
    case 'silent':
    case 'nak':
      return undefined;
    case 'foreign':
      send(m, answer(m, TRANSACTION, 0x00, bytesOf(encodePairs(resultPairs({ ...asked, S10: '777', S23: 'EARLIER-TRADE-1' }, '30009999', { ...m.script, answer: 'approve' }, m.books.now())))));
      return finish(m, asked, trade);
    case 'approve':
    case 'decline':
    case 'zero-approval':
    case 'no-approval-number':
    case 'no-cancel':
    case 'other-original':
      return finish(m, asked, trade);
    default:
      return unreachable(m.script.answer);
  }
}

function finish(m: Machine, asked: Pairs, trade: SimulatedTrade): void {
  trade.approvalNumber = approvalNumberOf(m.books.trades);
  trade.approved = ['approve', 'foreign', 'no-approval-number', 'other-original'].includes(m.script.answer);
  const pairs = resultPairs(asked, trade.approvalNumber, m.script, m.books.now());
  if (trade.approved) m.books.terminal.lastResult = pairs;
  if (dropIf(m, 'approving') || m.script.result === 'lost') return;
  const result = answer(m, TRANSACTION, 0x00, bytesOf(encodePairs(pairs)));
  if (m.script.dropAt === 'mid-result') {
    send(m, result.subarray(0, result.length >> 1));
    dropIf(m, 'mid-result');
    return;
  }
  m.unconfirmed = trade;
  const spoilt = result.slice();
  if (m.script.result === 'damaged') spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 0xff;
  send(m, spoilt);
  if (m.script.result === 'twice') send(m, result);
  dropIf(m, 'result');
}

function asks(frame: Job, kind: string): boolean {
  return frame.body.is === 'pairs' && frame.body.pairs['S01'] === kind;
}

function bytesOf(written: ReturnType<typeof encodeText>): Uint8Array {
  if (!written.ok) throw new Error(written.reason);
  return written.bytes;
}

function resultPairs(asked: Pairs, approvalNumber: string, script: Script, now: Date): Pairs {
  const approved = !['decline', 'no-cancel'].includes(script.answer);
  const kind = asked['S01'] ?? 'D1';
  const isCash = kind.startsWith('B');
  const number = script.answer === 'no-approval-number' || !approved ? {} : { R09: script.answer === 'zero-approval' ? '00000000' : approvalNumber.padEnd(12) };
  const { S02: _terminalKind, S03: _terminal, S12: original, ...echoed } = asked;
  const refusal = { R17: script.answer === 'no-cancel' ? ' = IC신용반품 =  승인 거래 없음' : script.message, R19: '               전표:효력없음' };
  return {
    ...echoed,
    S01: kind.replace('D', 'I'), S02: '75', S03: '1234567', S04: '1234567890', S05: 'C  ', S06: '9',
    S07: script.fullNumber ? FULL_CARD_NUMBER : BIN,
    ...(script.fullNumber ? { S08: '3012' } : {}),
    ...(original === undefined ? {} : { S12: script.answer === 'other-original' ? '99999999' : original }),
    R01: approved ? 'P' : 'q', R02: 'A', R03: '0001', R04: approved ? '0000' : script.answer === 'no-cancel' ? '8414' : script.code, R05: '016', R06: '0000',
    R07: `${stamp(now).slice(2)}${new Date(now.getTime() + 9 * 3_600_000).getUTCDay()}`,
    ...number,
    R12: '016', R13: isCash ? '현금(소득공제)' : 'KB체크카드', R14: '00120278722', R15: isCash ? 'CASH' : 'KB국민카드', R16: approved ? 'd' : 'D', R18: '00000000',
    ...(approved ? { R19: 'KICC로제출' } : refusal),
    R20: '291521521172', R22: approved && !isCash && script.signature === 'taken' ? 'Y' : 'N', R23: isCash ? '010***' : script.fullNumber ? FULL_CARD_NUMBER : BIN,
  };
}
