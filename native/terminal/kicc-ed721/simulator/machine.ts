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

export function createKiccMachine(wire: Wire, books: Books): Session {
  const reader = createKiccReader();
  let script: Script = books.peek();
  let dialogue: Pairs | undefined;
  let unconfirmed: SimulatedTrade | undefined;
  let stored: { readonly pairs: Pairs } | undefined;
  let cnt = 0;

  const send = (bytes: Uint8Array): void => wire.send(bytes, script.pieces);
  const nextCnt = (): number => (cnt = (cnt % 255) + 1);
  const answer = (job: string, rcd: number, data: Uint8Array): Uint8Array => encodeKiccFrame(nextCnt(), job, joined(Uint8Array.of(rcd), data));
  const dropIf = (at: Script['dropAt']): boolean => {
    if (script.dropAt !== at) return false;
    wire.drop();
    return true;
  };

  function take(frame: KiccFrame): void {
    if (frame.kind === 'control') {
      if (frame.control !== 'ACK' || unconfirmed === undefined) return;
      unconfirmed.confirmed = true;
      unconfirmed = undefined;
      dropIf('confirm');
      return;
    }
    if (frame.rcd !== undefined) return;
    interruptDialogue();
    command(frame);
  }

  function command(frame: Job): void {
    switch (frame.job) {
      case '14/01':
        cnt = 0;
        return send(KICC_ACK);
      case '14/02': {
        script = books.peek();
        if (script.linkCheck === 'silent' || dropIf('connect')) return;
        send(KICC_ACK);
        send(answer(frame.job, 0x00, bytesOf(encodeInfo(INFO))));
        dropIf('link-check');
        return;
      }
      case TRANSACTION:
        return asks(frame, 'LA') ? inquire(frame) : begin(frame);
      default:
        return send(KICC_ACK);
    }
  }

  /** Any other command during a trade makes it answer CANCELED and go home. */
  function interruptDialogue(): void {
    if (dialogue === undefined) return;
    wire.cancelTimers();
    dialogue = undefined;
    send(answer(TRANSACTION, 0xff, bytesOf(encodeText('CANCELED'))));
  }

  function inquire(frame: Job): void {
    script = books.peek();
    if (script.inquiry === 'silent') return;
    send(KICC_ACK);
    if (stored === undefined || script.inquiry === 'fail') return send(answer(TRANSACTION, 0xff, bytesOf(encodeText('FAIL'))));
    const number = frame.body.is === 'pairs' ? (frame.body.pairs['S23'] ?? '') : '';
    send(answer(TRANSACTION, 0x00, bytesOf(encodePairs(script.inquiry === 'echo-only' ? { ...stored.pairs, S23: number } : stored.pairs))));
  }

  function begin(frame: Job): void {
    if (frame.body.is !== 'pairs') return send(KICC_NAK);
    script = books.next();
    const asked = frame.body.pairs;
    const trade: SimulatedTrade = { number: asked['S23'] ?? '', kind: asked['S01'] ?? '', totalWon: Number(asked['S10'] ?? 0), approved: false, confirmed: false, approvalNumber: '' };
    books.trades.push(trade);
    if (dropIf('request')) return;
    if (script.answer === 'nak') return send(KICC_NAK);
    if (script.staleEnd) send(answer(TRANSACTION, 0xff, bytesOf(encodeText('CANCELED'))));
    if (script.ack === 'sent') send(KICC_ACK);
    if (dropIf('ack')) return;
    dialogue = asked;
    if (script.answer !== 'silent') wire.after(script.customerMs + script.approvalMs, () => decide(asked, trade));
  }

  function decide(asked: Pairs, trade: SimulatedTrade): void {
    dialogue = undefined;
    const failed = (text: string): void => send(answer(TRANSACTION, 0xff, bytesOf(encodeText(text))));
    switch (script.answer) {
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
        send(answer(TRANSACTION, 0x00, bytesOf(encodePairs(resultPairs({ ...asked, S10: '777', S23: 'EARLIER-TRADE-1' }, '30009999', { ...script, answer: 'approve' }, books.now())))));
        return finish(asked, trade);
      case 'approve':
      case 'decline':
      case 'zero-approval':
      case 'no-approval-number':
      case 'no-cancel':
      case 'other-original':
        return finish(asked, trade);
      default:
        return unreachable(script.answer);
    }
  }

  function finish(asked: Pairs, trade: SimulatedTrade): void {
    trade.approvalNumber = approvalNumberOf(books.trades);
    trade.approved = ['approve', 'foreign', 'no-approval-number', 'other-original'].includes(script.answer);
    const pairs = resultPairs(asked, trade.approvalNumber, script, books.now());
    if (trade.approved) stored = { pairs };
    if (dropIf('approving') || script.result === 'lost') return;
    const result = answer(TRANSACTION, 0x00, bytesOf(encodePairs(pairs)));
    if (script.dropAt === 'mid-result') {
      send(result.subarray(0, result.length >> 1));
      dropIf('mid-result');
      return;
    }
    unconfirmed = trade;
    const spoilt = result.slice();
    if (script.result === 'damaged') spoilt[spoilt.length - 1] = (spoilt.at(-1) ?? 0) ^ 0xff;
    send(spoilt);
    if (script.result === 'twice') send(result);
    dropIf('result');
  }

  return {
    receive: (bytes) => {
      for (const event of reader.read(bytes)) {
        if (!isFault(event)) take(event);
        else if (event.code !== 'rubbish') send(KICC_NAK);
      }
    },
    keyedSale: (totalWon) => {
      const trade: SimulatedTrade = { number: '', kind: 'D1', totalWon, approved: true, confirmed: false, approvalNumber: '' };
      books.trades.push(trade);
      trade.approvalNumber = approvalNumberOf(books.trades);
      unconfirmed = trade;
      send(answer(TRANSACTION, 0x00, bytesOf(encodePairs(resultPairs({ S00: '002', S01: 'D1', S09: '00', S10: String(totalWon) }, trade.approvalNumber, { ...script, answer: 'approve' }, books.now())))));
    },
  };
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
    R20: '291521521172', R22: approved && !isCash ? 'Y' : 'N', R23: isCash ? '010***' : script.fullNumber ? FULL_CARD_NUMBER : BIN,
  };
}
