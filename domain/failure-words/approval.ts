/** What needs somebody else's yes, and a yes that is not good. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const APPROVAL_WORDS = {
  'people.approval-needed': {
    who: 'manager',
    words: {
      ko: { what: '승인이 있어야 할 수 있는 일입니다.', money: '아직 아무것도 하지 않았습니다.', next: '승인할 수 있는 사람을 불러 이 화면에서 PIN을 받으세요.' },
      en: { what: 'This needs an approval.', money: 'Nothing has been done yet.', next: 'Call somebody who may approve it; the PIN is typed on this screen.' },
      'zh-CN': { what: '此操作需要批准。', money: '尚未执行任何操作。', next: '请叫有权限的人在本画面输入PIN码批准。' },
    },
  },
  'people.approval-expired': {
    who: 'manager',
    words: {
      ko: { what: '승인한 지 2분이 지나 더는 쓸 수 없습니다.', money: '요청한 일은 하지 않았습니다.', next: '다시 승인을 받으세요.' },
      en: { what: 'The approval is older than two minutes and no longer good.', money: 'What was asked for was not done.', next: 'Have it approved again.' },
      'zh-CN': { what: '批准已超过2分钟，不能再使用。', money: '请求的操作没有执行。', next: '请重新获得批准。' },
    },
  },
  'people.approval-used': {
    who: 'manager',
    words: {
      ko: { what: '이미 한 번 쓴 승인입니다.', money: '두 번 하지 않았습니다.', next: '한 번 더 해야 하면 다시 승인을 받으세요.' },
      en: { what: 'This approval has been used already.', money: 'Nothing was done a second time.', next: 'If it has to be done once more, have it approved again.' },
      'zh-CN': { what: '该批准已经使用过。', money: '没有重复执行。', next: '如需再做一次，请重新获得批准。' },
    },
  },
  'people.approval-other-content': {
    who: 'manager',
    words: {
      ko: { what: '승인받은 내용과 지금 하려는 일이 다릅니다.', money: '요청한 일은 하지 않았습니다.', next: '화면의 금액과 사유를 확인하고 다시 승인을 받으세요.' },
      en: { what: 'What was approved is not what is being done.', money: 'What was asked for was not done.', next: 'Check the amount and the reason on the screen, and have it approved again.' },
      'zh-CN': { what: '批准的内容与当前操作不一致。', money: '请求的操作没有执行。', next: '请核对画面上的金额和理由，重新获得批准。' },
    },
  },
  'people.approval-unknown': {
    who: 'manager',
    words: {
      ko: { what: '이 계산대가 모르는 승인입니다.', money: '요청한 일은 하지 않았고, 시도는 기록했습니다.', next: '다시 승인을 받으세요. 계산대를 다시 켜면 그 전의 승인은 없어집니다.' },
      en: { what: 'This counter does not know the approval.', money: 'What was asked for was not done; the attempt is recorded.', next: 'Have it approved again. Approvals do not outlive a restart of the counter.' },
      'zh-CN': { what: '本收银台不认识该批准。', money: '请求的操作没有执行，尝试已记录。', next: '请重新获得批准。重启收银台后，之前的批准失效。' },
    },
  },
  'people.approval-same-person': {
    who: 'manager',
    words: {
      ko: { what: '요청한 사람이 스스로 승인할 수 없습니다.', money: '요청한 일은 하지 않았습니다.', next: '승인할 수 있는 다른 사람을 부르세요. 혼자 일하는 가게라면 대표가 사람 화면에서 그렇게 정할 수 있습니다.' },
      en: { what: 'Whoever asks cannot approve it.', money: 'What was asked for was not done.', next: 'Call somebody else who may, or let the owner set the shop to one person.' },
      'zh-CN': { what: '申请人不能自己批准。', money: '请求的操作没有执行。', next: '请叫其他有权限的人批准。若店里只有一人，店主可在人员画面中设定。' },
    },
  },
  'people.reason-needed': {
    who: 'cashier',
    words: {
      ko: { what: '이 일에는 사유가 있어야 합니다.', money: '아직 아무것도 하지 않았습니다.', next: '사유를 고르거나 적으세요.' },
      en: { what: 'This needs a reason.', money: 'Nothing has been done yet.', next: 'Choose a reason or write one.' },
      'zh-CN': { what: '此操作需要理由。', money: '尚未执行任何操作。', next: '请选择或填写理由。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
