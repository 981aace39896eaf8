/** The card terminal as a device, between trades. What a trade came to is told in card.ts. Sentences in the order of FailureWords. */
import type { FailureEntry } from '../failure.ts';

export const TERMINAL_WORDS = {
  'terminal.none': {
    who: 'manager',
    words: {
      ko: { what: '이 계산대에는 카드 단말기가 없습니다.', money: '현금 판매는 그대로이고, 카드만 못 받습니다.', next: '단말기가 있으면 설정의 카드 단말기에서 연결하세요.' },
      en: {
        what: 'This counter has no card terminal.',
        money: 'Cash sales go on as they are; cards cannot be taken.',
        next: 'If there is one, connect it under card terminal in the settings.',
      },
      'zh-CN': { what: '该收银台没有刷卡终端。', money: '现金销售照常，但不能刷卡。', next: '如有终端，请在设置中连接。' },
    },
  },
  'terminal.unreachable': {
    who: 'cashier',
    words: {
      ko: { what: '카드 단말기까지 선이 닿지 않습니다.', money: '지금은 카드를 받을 수 없습니다. 끝난 판매는 그대로입니다.', next: '단말기의 전원과 케이블을 확인하세요. 그동안 현금으로 받으세요.' },
      en: {
        what: 'The terminal cannot be reached.',
        money: 'No cards for now. What was paid stands.',
        next: 'Check its power and cable. Take cash meanwhile.',
      },
      'zh-CN': { what: '与刷卡终端的线路不通。', money: '现在不能刷卡。已完成的交易不受影响。', next: '请检查终端电源和线缆，先收现金。' },
    },
  },
  'terminal.silent': {
    who: 'cashier',
    words: {
      ko: { what: '선은 이어져 있는데 카드 단말기가 답하지 않습니다.', money: '지금은 카드를 받을 수 없습니다. 끝난 판매는 그대로입니다.', next: '단말기를 처음 화면으로 돌리거나 껐다 켜세요. 그동안 현금으로 받으세요.' },
      en: {
        what: 'The line is there, but the card terminal says nothing.',
        money: 'Cards cannot be taken now. What was paid stands.',
        next: 'Bring it back to its start screen, or restart it. Take cash meanwhile.',
      },
      'zh-CN': { what: '线路正常，但刷卡终端没有回应。', money: '现在不能刷卡。已完成的交易不受影响。', next: '请让终端回到初始画面或重启，期间请收现金。' },
    },
  },
  'terminal.in-use': {
    who: 'cashier',
    words: {
      ko: { what: '카드 단말기가 거래 중이라 시험하지 않았습니다.', money: '하던 거래는 그대로 이어집니다.', next: '거래가 끝나면 다시 시험하세요.' },
      en: {
        what: 'The card terminal is at a transaction and was not tested.',
        money: 'The transaction goes on undisturbed.',
        next: 'Test it again when the transaction is over.',
      },
      'zh-CN': { what: '刷卡终端正在交易，没有进行测试。', money: '正在进行的交易照常继续。', next: '请在交易结束后再测试。' },
    },
  },
  'terminal.address-invalid': {
    who: 'manager',
    words: {
      ko: { what: '카드 단말기의 주소로 쓸 수 없습니다.', money: '설정은 바뀌지 않았고, 판매에는 영향이 없습니다.', next: '단말기 종류에 맞는 주소인지 확인하고 다시 입력하세요.' },
      en: {
        what: 'This cannot be the address of a card terminal.',
        money: 'The settings are unchanged; sales are not affected.',
        next: 'Check that it fits the kind of terminal, and type it again.',
      },
      'zh-CN': { what: '这不能作为刷卡终端的地址。', money: '设置没有改变，不影响销售。', next: '请确认地址与终端类型相符后重新输入。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
