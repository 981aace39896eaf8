/** Results of the card terminal that nobody waited for. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const STRAY_WORDS = {
  'stray.surfaced': {
    who: 'cashier',
    words: {
      ko: { what: '승인되지 않은 줄 알았던 카드 결제가 승인되어 있습니다.', money: '손님의 카드에서 돈이 더 나갔습니다.', next: '확인할 카드 거래에서 그 승인을 취소하세요.' },
      en: { what: 'A card payment believed not approved was approved after all.', money: 'The customer paid more than the sale.', next: 'Cancel it in the card results.' },
      'zh-CN': { what: '原以为未批准的刷卡实际上已获批准。', money: '顾客多付了这笔钱。', next: '请在待核对的刷卡交易中撤销该批准。' },
    },
  },
  'stray.result': {
    who: 'manager',
    words: {
      ko: { what: '카드 단말기가 이 계산대의 판매가 아닌 거래를 알려 왔습니다.', money: '단말기에서 결제되었을 수 있으며, 판매에는 넣지 않았습니다.', next: '단말기 전표와 비교하고 확인 내용을 적으세요.' },
      en: { what: 'The card terminal told of a transaction that is no sale of this counter.', money: 'It may have been paid at the terminal; no sale counts it.', next: 'Compare it with the terminal’s slip and note what you found.' },
      'zh-CN': { what: '刷卡终端报告了一笔不属于本收银台的交易。', money: '可能已在终端上付款，未计入任何销售。', next: '请与终端小票核对，并记录核对结果。' },
    },
  },
  'stray.ended': {
    who: 'cashier',
    words: {
      ko: { what: '이미 처리된 거래입니다.', money: '바뀐 것이 없습니다.', next: '목록을 다시 확인하세요.' },
      en: { what: 'This one has been settled already.', money: 'Nothing was changed.', next: 'Look at the list again.' },
      'zh-CN': { what: '这笔交易已处理。', money: '没有任何变化。', next: '请重新查看列表。' },
    },
  },
  'stray.note-missing': {
    who: 'manager',
    words: {
      ko: { what: '확인한 내용을 적지 않았습니다.', money: '바뀐 것이 없습니다.', next: '무엇을 보고 어떻게 처리했는지 200자 안으로 적으세요.' },
      en: { what: 'There is no note of what was found.', money: 'Nothing was changed.', next: 'Write what you saw and did, in at most 200 characters.' },
      'zh-CN': { what: '没有填写核对结果。', money: '没有任何变化。', next: '请在200字以内写明所见与处理方式。' },
    },
  },
  'stray.manager-needed': {
    who: 'manager',
    words: {
      ko: { what: '점장이 확인해야 하는 거래입니다.', money: '바뀐 것이 없습니다.', next: '점장에게 승인을 요청하세요.' },
      en: { what: 'A manager must answer for this one.', money: 'Nothing was changed.', next: 'Ask a manager to approve it.' },
      'zh-CN': { what: '这笔交易须由店长确认。', money: '没有任何变化。', next: '请店长批准。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
