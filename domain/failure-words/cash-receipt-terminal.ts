/** Cash receipts that the card terminal issues. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const CASH_RECEIPT_TERMINAL_WORDS = {
  'cash-receipt.terminal-declined': {
    who: 'cashier',
    words: {
      ko: { what: '단말기의 현금영수증이 거절되었습니다.', money: '현금은 받았고, 현금영수증은 발급되지 않았습니다.', next: '번호를 다시 여쭤 보거나, 의무발행이면 자진발급하세요.' },
      en: {
        what: 'The cash receipt was refused at the terminal.',
        money: 'The cash is taken; no receipt was issued.',
        next: 'Ask for the number again, or self-issue where one is required.',
      },
      'zh-CN': { what: '终端的现金收据被拒绝。', money: '现金已收，现金收据没有开具。', next: '请再次确认号码；必须开具时，可自行开具。' },
    },
  },
  'cash-receipt.terminal-stopped': {
    who: 'cashier',
    words: {
      ko: { what: '단말기에서 현금영수증을 그만두었습니다.', money: '현금은 받았고, 현금영수증은 발급되지 않았습니다.', next: '손님께 여쭤 보고 다시 요청하거나, 발급하지 않고 끝내세요.' },
      en: {
        what: 'The cash receipt was stopped at the terminal.',
        money: 'The cash is taken; no receipt was issued.',
        next: 'Ask the customer, then ask the terminal again or go on without.',
      },
      'zh-CN': { what: '终端上的现金收据已中止。', money: '现金已收，现金收据没有开具。', next: '请询问顾客后重新请求，或不开具直接结束。' },
    },
  },
  'cash-receipt.terminal-timed-out': {
    who: 'cashier',
    words: {
      ko: { what: '번호를 기다리다가 단말기 시간이 끝났습니다.', money: '현금은 받았고, 현금영수증은 발급되지 않았습니다.', next: '손님이 번호를 입력할 수 있을 때 다시 요청하세요.' },
      en: {
        what: 'The terminal waited too long for the number.',
        money: 'The cash is taken; no receipt was issued.',
        next: 'Ask the terminal again when the customer is ready to type.',
      },
      'zh-CN': { what: '终端等待输入号码超时。', money: '现金已收，现金收据没有开具。', next: '请在顾客可以输入时重新请求。' },
    },
  },
  'cash-receipt.terminal-unreachable': {
    who: 'cashier',
    words: {
      ko: { what: '현금영수증을 맡길 단말기가 답하지 않습니다.', money: '현금은 받았고, 단말기에 보낸 것은 없습니다.', next: '단말기의 전원과 선을 확인하고 다시 요청하세요. 나중에 발급할 수도 있습니다.' },
      en: {
        what: 'The terminal for the cash receipt does not answer.',
        money: 'The cash is taken; nothing was sent to the terminal.',
        next: 'Check its power and cable and ask again; it can also be issued later.',
      },
      'zh-CN': { what: '开具现金收据的终端没有应答。', money: '现金已收，没有向终端发送任何内容。', next: '请检查终端电源和线缆后重新请求，也可以稍后开具。' },
    },
  },
  'cash-receipt.terminal-not-asked': {
    who: 'cashier',
    words: {
      ko: { what: '현금영수증을 단말기에 요청하기 전에 멈췄습니다.', money: '현금은 받았고, 현금영수증은 발급되지 않았습니다.', next: '다시 요청하세요. 두 번 발급되지 않습니다.' },
      en: {
        what: 'It stopped before the terminal was asked for the cash receipt.',
        money: 'The cash is taken; no receipt was issued.',
        next: 'Ask again; it will not be issued twice.',
      },
      'zh-CN': { what: '在向终端请求现金收据之前就停止了。', money: '现金已收，现金收据没有开具。', next: '请重新请求，不会重复开具。' },
    },
  },
  'cash-receipt.terminal-cannot': {
    who: 'manager',
    words: {
      ko: { what: '이 단말기로는 이 현금영수증을 발급할 수 없습니다.', money: '단말기에 보내지 않았고, 받은 돈은 그대로입니다.', next: '번호의 종류와 금액을 확인하고, 계속되면 점장에게 알리세요.' },
      en: {
        what: 'This terminal cannot issue this cash receipt.',
        money: 'It was not sent; the money taken stands.',
        next: 'Check the kind of number and the amount; if it happens again, tell a manager.',
      },
      'zh-CN': { what: '该终端无法开具这张现金收据。', money: '没有发送，收款不变。', next: '请核对号码种类和金额；如再次出现请告知店长。' },
    },
  },
  'cash-receipt.terminal-unknown': {
    who: 'cashier',
    words: {
      ko: { what: '단말기가 현금영수증을 발급했는지 모릅니다. 다시 요청하지 마세요.', money: '현금은 받았고, 판매는 그대로입니다.', next: '단말기의 영수증이나 직전거래를 보고, 발급됐는지 기록하세요.' },
      en: {
        what: 'Whether the terminal issued the cash receipt is not known. Do not ask again.',
        money: 'The cash is taken and the sale stands.',
        next: 'Look at the terminal’s slip or last transaction, then settle it.',
      },
      'zh-CN': { what: '不清楚终端是否已开具现金收据。请勿再次请求。', money: '现金已收，交易不变。', next: '请查看终端的小票或上一笔交易，并记录是否已开具。' },
    },
  },
  'cash-receipt.terminal-not-issued': {
    who: 'cashier',
    words: {
      ko: { what: '단말기에서 발급되지 않은 것으로 확인한 현금영수증입니다.', money: '현금은 받았고, 현금영수증은 아직 없습니다.', next: '같은 번호나 다른 번호로 다시 발급할 수 있습니다.' },
      en: {
        what: 'It was found that the terminal did not issue this cash receipt.',
        money: 'The cash is taken; there is no receipt yet.',
        next: 'It can be issued now, with the same number or another.',
      },
      'zh-CN': { what: '已确认终端没有开具这张现金收据。', money: '现金已收，还没有现金收据。', next: '可以用同一号码或其他号码重新开具。' },
    },
  },
  'cash-receipt.terminal-surfaced': {
    who: 'manager',
    words: {
      ko: { what: '발급되지 않은 줄 알았던 현금영수증이 단말기에서 발급되었습니다.', money: '받은 돈은 그대로입니다. 현금영수증이 두 장일 수 있습니다.', next: '이 판매의 현금영수증을 확인하고, 두 장이면 한 장을 단말기에서 취소하세요.' },
      en: {
        what: 'A cash receipt thought not issued was issued at the terminal after all.',
        money: 'The money stands. There may be two cash receipts.',
        next: 'Look at the receipts of this sale; if there are two, cancel one at the terminal.',
      },
      'zh-CN': { what: '以为没有开具的现金收据，实际已在终端开具。', money: '收款不变。现金收据可能有两张。', next: '请查看该交易的现金收据，如有两张请在终端撤销一张。' },
    },
  },
  'cash-receipt.terminal-check': {
    who: 'cashier',
    words: {
      ko: { what: '현금영수증은 발급되었지만 단말기가 거래를 깔끔하게 끝내지 못했습니다.', money: '현금영수증은 유효하고 받은 돈은 그대로입니다.', next: '단말기 화면이나 영수증에 같은 승인번호가 있는지 보세요.' },
      en: {
        what: 'The cash receipt was issued, but the terminal did not end the transaction cleanly.',
        money: 'The receipt stands, and so does the money.',
        next: 'See that the terminal’s screen or slip shows the same approval number.',
      },
      'zh-CN': { what: '现金收据已开具，但终端没有正常结束交易。', money: '现金收据有效，收款不变。', next: '请查看终端画面或小票上是否有相同的批准号。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
