/** The signature pad and the handwritten slip: the approval stands whatever they do. Sentences in the order of FailureWords. */
import type { FailureEntry } from '../failure.ts';

export const SIGNATURE_WORDS = {
  'signature.too-short': {
    who: 'cashier',
    words: {
      ko: { what: '서명이 비어 있거나 너무 짧습니다.', money: '승인은 그대로입니다.', next: '손님께 한 번 더 서명을 부탁하세요. 그래도 안 되면 수기서명으로 합니다.' },
      en: {
        what: 'The signature is empty or too short.',
        money: 'The approval stands.',
        next: 'Ask the customer to sign once more; after that it is done by hand.',
      },
      'zh-CN': { what: '签名为空或太短。', money: '批准有效。', next: '请顾客再签一次；仍不行则改为手写签名。' },
    },
  },
  'signature.still-too-short': {
    who: 'cashier',
    words: {
      ko: { what: '두 번 다 서명이 비어 있거나 너무 짧았습니다.', money: '승인은 그대로입니다. 이 금액을 다시 결제하지 마세요.', next: '나온 수기서명 전표에 서명을 받으세요.' },
      en: {
        what: 'Both signatures were empty or too short.',
        money: 'The approval stands. Do not charge this amount again.',
        next: 'Have the handwritten slip signed.',
      },
      'zh-CN': { what: '两次签名都为空或太短。', money: '批准有效。此金额请勿再次刷卡。', next: '请让顾客在手签小票上签名。' },
    },
  },
  'signature.cancelled': {
    who: 'cashier',
    words: {
      ko: { what: '손님이 서명을 취소했습니다.', money: '승인은 그대로입니다. 이 금액을 다시 결제하지 마세요.', next: '나온 수기서명 전표에 서명을 받으세요.' },
      en: {
        what: 'The customer cancelled the signature.',
        money: 'The approval stands. Do not charge this amount again.',
        next: 'Have the handwritten slip signed.',
      },
      'zh-CN': { what: '顾客取消了签名。', money: '批准有效。此金额请勿再次刷卡。', next: '请让顾客在手签小票上签名。' },
    },
  },
  'signature.silent': {
    who: 'cashier',
    words: {
      ko: { what: '서명패드에서 서명이 오지 않습니다.', money: '승인은 그대로입니다. 이 금액을 다시 결제하지 마세요.', next: '나온 수기서명 전표에 서명을 받고, 패드의 선을 확인하세요.' },
      en: {
        what: 'No signature comes from the pad.',
        money: 'The approval stands. Do not charge this amount again.',
        next: 'Have the handwritten slip signed, and check the pad’s cable.',
      },
      'zh-CN': { what: '签名板没有传来签名。', money: '批准有效。此金额请勿再次刷卡。', next: '请让顾客在手签小票上签名，并检查签名板的连线。' },
    },
  },
  'signature.broken': {
    who: 'cashier',
    words: {
      ko: { what: '서명패드가 고장 난 것 같습니다.', money: '승인은 그대로입니다. 이 금액을 다시 결제하지 마세요.', next: '나온 수기서명 전표에 서명을 받고, 대리점에 알리세요.' },
      en: {
        what: 'The signature pad seems to be broken.',
        money: 'The approval stands. Do not charge this amount again.',
        next: 'Have the handwritten slip signed, and tell the agency.',
      },
      'zh-CN': { what: '签名板可能出了故障。', money: '批准有效。此金额请勿再次刷卡。', next: '请让顾客在手签小票上签名，并通知代理商。' },
    },
  },
  'signature.absent': {
    who: 'cashier',
    words: {
      ko: { what: '서명패드가 연결되어 있지 않습니다.', money: '승인은 그대로입니다. 이 금액을 다시 결제하지 마세요.', next: '나온 수기서명 전표에 서명을 받고, 패드를 다시 연결하세요.' },
      en: {
        what: 'No signature pad is connected.',
        money: 'The approval stands. Do not charge this amount again.',
        next: 'Have the handwritten slip signed, and reconnect the pad.',
      },
      'zh-CN': { what: '没有连接签名板。', money: '批准有效。此金额请勿再次刷卡。', next: '请让顾客在手签小票上签名，并重新连接签名板。' },
    },
  },
  'signature.over': {
    who: 'cashier',
    words: {
      ko: { what: '이미 끝난 서명입니다.', money: '돈은 움직이지 않았습니다.', next: '지금 화면에 나온 안내를 따르세요.' },
      en: { what: 'This signature is already over.', money: 'No money moved.', next: 'Follow what the screen says now.' },
      'zh-CN': { what: '此签名已经结束。', money: '没有发生任何金额变动。', next: '请按屏幕当前的提示操作。' },
    },
  },
  'pad.unreachable': {
    who: 'cashier',
    words: {
      ko: { what: '서명패드에 연결할 수 없습니다.', money: '카드는 받을 수 있고, 서명은 종이에 받습니다.', next: '패드의 케이블을 다시 꽂고 시험하세요.' },
      en: { what: 'The pad cannot be reached.', money: 'Cards can be taken; sign on paper.', next: 'Plug its cable in again, then test it.' },
      'zh-CN': { what: '无法连接签名板。', money: '仍可刷卡，签名改用手签小票。', next: '请重新插好签名板的线缆，然后测试。' },
    },
  },
  'pad.silent': {
    who: 'cashier',
    words: {
      ko: { what: '서명패드가 대답하지 않습니다.', money: '카드 결제는 됩니다. 서명은 수기서명 전표로 받습니다.', next: '패드의 전원을 껐다 켜고 시험하세요. 그래도 안 되면 대리점에 알리세요.' },
      en: { what: 'The signature pad does not answer.', money: 'Cards can be charged; signatures are taken on paper.', next: 'Switch it off and on, then test it. If that does not help, tell the agency.' },
      'zh-CN': { what: '签名板没有应答。', money: '仍可刷卡，签名改用手签小票。', next: '请关闭再打开签名板电源后测试；仍不行请通知代理商。' },
    },
  },
  'pad.none': {
    who: 'manager',
    words: {
      ko: { what: '이 계산대에는 서명패드가 없습니다.', money: '돈은 움직이지 않았습니다.', next: '쓰려면 설정에서 서명패드를 고르세요.' },
      en: { what: 'This counter has no signature pad.', money: 'No money moved.', next: 'To use one, choose it in the settings.' },
      'zh-CN': { what: '本收银台没有签名板。', money: '没有发生任何金额变动。', next: '如需使用，请在设置中选择签名板。' },
    },
  },
  'pad.in-use': {
    who: 'cashier',
    words: {
      ko: { what: '손님 차례라 서명패드를 시험하지 않았습니다.', money: '진행 중인 판매는 그대로입니다.', next: '손님 차례가 끝난 뒤 다시 시험하세요.' },
      en: { what: 'A customer is being served, so the pad was not tested.', money: 'The sale at hand has not changed.', next: 'Test it when this customer is finished.' },
      'zh-CN': { what: '正在为顾客结账，未测试签名板。', money: '当前交易没有改变。', next: '请在该顾客完成后再测试。' },
    },
  },
  'handwritten.not-printed': {
    who: 'cashier',
    words: {
      ko: { what: '수기서명 전표가 나오지 않았습니다.', money: '승인은 그대로입니다. 서명이 없으면 매장이 책임집니다.', next: '다시 인쇄하거나, 화면의 내용을 종이에 적어 서명을 받으세요.' },
      en: {
        what: 'The handwritten slip did not come out.',
        money: 'The approval stands; without a signature the shop is liable.',
        next: 'Print it again, or write what the screen shows and have it signed.',
      },
      'zh-CN': { what: '手签小票没有打印出来。', money: '批准有效；没有签名则由商店承担责任。', next: '请重新打印，或把屏幕内容写在纸上请顾客签字。' },
    },
  },
  'handwritten.print-unknown': {
    who: 'cashier',
    words: {
      ko: { what: '수기서명 전표가 나왔는지 알 수 없습니다.', money: '승인은 그대로입니다. 이 금액을 다시 결제하지 마세요.', next: '프린터를 보고, 있으면 나왔다고 누르고 없으면 다시 인쇄하세요.' },
      en: {
        what: 'It is not known whether the handwritten slip came out.',
        money: 'The approval stands. Do not charge this amount again.',
        next: 'Look at the printer: say it is there, or print it again.',
      },
      'zh-CN': { what: '不清楚手签小票是否已打印。', money: '批准有效。此金额请勿再次刷卡。', next: '请查看打印机：有则确认，没有则重新打印。' },
    },
  },
  'handwritten.not-in-this-stage': {
    who: 'cashier',
    words: {
      ko: { what: '이 수기서명 전표에는 지금 할 수 없는 일입니다.', money: '승인과 전표는 그대로입니다.', next: '목록에서 전표의 상태를 확인하세요.' },
      en: {
        what: 'This cannot be done to the handwritten slip now.',
        money: 'Approval and slip are unchanged.',
        next: 'Look at the state of the slip in the list.',
      },
      'zh-CN': { what: '现在不能对这张手签小票进行此操作。', money: '批准和小票不变。', next: '请在列表中查看该单的状态。' },
    },
  },
  'handwritten.too-many-prints': {
    who: 'cashier',
    words: {
      ko: { what: '수기서명 전표를 더 인쇄할 수 없습니다.', money: '승인은 그대로입니다. 서명이 없으면 매장이 책임집니다.', next: '화면의 내용을 종이에 적고 서명을 받으세요.' },
      en: {
        what: 'This handwritten slip cannot be printed any more.',
        money: 'The approval stands; without a signature the shop is liable.',
        next: 'Write what the screen shows on paper, and have it signed.',
      },
      'zh-CN': { what: '该手签小票不能再打印。', money: '批准有效；没有签名则由商店承担责任。', next: '请把屏幕内容写在纸上请顾客签字。' },
    },
  },
  'handwritten.batch-missing': {
    who: 'cashier',
    words: {
      ko: { what: '넘긴 묶음의 이름이 없거나 너무 깁니다.', money: '전표는 아직 매장에 있는 것으로 적혀 있습니다.', next: '묶음 이름을 60자 안으로 입력하세요.' },
      en: {
        what: 'The name of the batch is missing or too long.',
        money: 'The slips are still recorded as in the shop.',
        next: 'Type a name of at most 60 characters.',
      },
      'zh-CN': { what: '批次名称缺失或太长。', money: '签名单仍记为在店内。', next: '请输入60个字以内的批次名称。' },
    },
  },
  'handwritten.day-invalid': {
    who: 'cashier',
    words: {
      ko: { what: '넘긴 날짜가 올바르지 않습니다.', money: '전표는 아직 매장에 있는 것으로 적혀 있습니다.', next: '서명받은 날이나 그 뒤의 날짜를 입력하세요.' },
      en: {
        what: 'The day it was handed over is not right.',
        money: 'The slips are still recorded as in the shop.',
        next: 'Type a day that is not before the one it was signed on.',
      },
      'zh-CN': { what: '移交日期不正确。', money: '签名单仍记为在店内。', next: '请输入签字当天或之后的日期。' },
    },
  },
  'handwritten.reason-missing': {
    who: 'manager',
    words: {
      ko: { what: '끝내는 까닭이 없거나 너무 깁니다.', money: '서명 없는 전표로 그대로 남아 있습니다.', next: '까닭을 60자 안으로 적으세요.' },
      en: {
        what: 'The reason is missing or too long.',
        money: 'It stays on the list as unsigned.',
        next: 'Write the reason in at most 60 characters.',
      },
      'zh-CN': { what: '理由缺失或太长。', money: '仍作为未签名的单据保留。', next: '请在60个字以内填写理由。' },
    },
  },
  'handwritten.manager-needed': {
    who: 'manager',
    words: {
      ko: { what: '서명 없이 끝내는 것은 점장만 할 수 있습니다.', money: '서명이 없으면 매장이 책임집니다.', next: '점장을 불러 확인받으세요.' },
      en: {
        what: 'Only a manager can close it without a signature.',
        money: 'Without a signature the shop is liable.',
        next: 'Call a manager to confirm.',
      },
      'zh-CN': { what: '只有店长才能在没有签名时结束。', money: '没有签名则由商店承担责任。', next: '请叫店长确认。' },
    },
  },
  'pad.address-invalid': {
    who: 'manager',
    words: {
      ko: { what: '서명패드를 이 포트에서 쓸 수 없습니다.', money: '설정은 바뀌지 않았고, 판매에는 영향이 없습니다.', next: '프린터나 단말기가 쓰지 않는 시리얼 포트를 고르세요.' },
      en: {
        what: 'The signature pad cannot be used on this port.',
        money: 'The settings are unchanged; sales are not affected.',
        next: 'Choose a serial port that neither a printer nor the terminal is on.',
      },
      'zh-CN': { what: '签名板不能使用这个端口。', money: '设置没有改变，不影响销售。', next: '请选择打印机和终端都没有使用的串口。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
