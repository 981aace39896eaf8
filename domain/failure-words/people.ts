/** Who is signed in, and the shift. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const PEOPLE_WORDS = {
  'people.pin-wrong': {
    who: 'cashier',
    words: {
      ko: { what: 'PIN이 맞지 않습니다.', money: '판매와 돈에는 영향이 없습니다.', next: '다시 입력하세요. 다섯 번 틀리면 1분 동안 잠깁니다.' },
      en: {
        what: 'The PIN is not right.',
        money: 'Sales and money are not affected.',
        next: 'Type it again. Five wrong tries lock it for one minute.',
      },
      'zh-CN': { what: 'PIN码不正确。', money: '不影响交易和款项。', next: '请重新输入。连错五次将锁定1分钟。' },
    },
  },
  'people.locked': {
    who: 'cashier',
    words: {
      ko: {
        what: 'PIN을 여러 번 틀려 잠시 잠겼습니다.',
        money: '저장된 판매는 안전합니다.',
        next: '1분 뒤에 다시 입력하거나 다른 사람이 로그인하세요.',
      },
      en: {
        what: 'Too many wrong PINs: sign-in is locked for a while.',
        money: 'Saved sales are safe.',
        next: 'Try again in a minute, or let someone else sign in.',
      },
      'zh-CN': { what: 'PIN码多次错误，已暂时锁定。', money: '已保存的交易是安全的。', next: '请1分钟后重试，或由其他人登录。' },
    },
  },
  'people.not-signed-in': {
    who: 'cashier',
    words: {
      ko: { what: '로그인한 사람이 없습니다.', money: '아무것도 바뀌지 않았습니다.', next: '이름을 고르고 PIN을 입력하세요.' },
      en: { what: 'Nobody is signed in.', money: 'Nothing has changed.', next: 'Choose your name and type your PIN.' },
      'zh-CN': { what: '没有人登录。', money: '没有任何变化。', next: '请选择姓名并输入PIN码。' },
    },
  },
  'people.unknown-user': {
    who: 'cashier',
    words: {
      ko: {
        what: '이 계산대에 없는 사용자입니다.',
        money: '로그인되지 않았고 판매는 그대로입니다.',
        next: '목록에서 이름을 다시 고르세요. 없으면 점장에게 말하세요.',
      },
      en: {
        what: 'This person is not known at this counter.',
        money: 'Nobody was signed in; sales are unchanged.',
        next: 'Choose a name from the list. If yours is missing, tell a manager.',
      },
      'zh-CN': { what: '本收银台没有此用户。', money: '未登录，交易不变。', next: '请从列表中重新选择姓名。没有的话请告知店长。' },
    },
  },
  'people.forbidden': {
    who: 'manager',
    words: {
      ko: { what: '이 일을 할 권한이 없습니다.', money: '요청한 일은 하지 않았습니다.', next: '점장을 불러 승인을 받으세요.' },
      en: { what: 'You do not have the right to do this.', money: 'What was asked for was not done.', next: 'Call a manager to approve it.' },
      'zh-CN': { what: '您没有此操作的权限。', money: '请求的操作没有执行。', next: '请叫店长批准。' },
    },
  },
  'shift.not-open': {
    who: 'cashier',
    words: {
      ko: { what: '개점하지 않아 판매할 수 없습니다.', money: '받은 돈으로 적히는 것이 없습니다.', next: '준비금을 세어 넣고 개점하세요.' },
      en: {
        what: 'The shift is not open, so nothing can be sold.',
        money: 'Nothing is recorded as taken.',
        next: 'Count the float and open the shift.',
      },
      'zh-CN': { what: '尚未开班，不能销售。', money: '没有任何收款记录。', next: '请清点备用金并开班。' },
    },
  },
  'shift.already-open': {
    who: 'cashier',
    words: {
      ko: { what: '이미 개점했습니다.', money: '준비금은 처음 넣은 금액 그대로입니다.', next: '그대로 판매를 이어 가세요.' },
      en: { what: 'The shift is already open.', money: 'The float is as it was first entered.', next: 'Go on selling.' },
      'zh-CN': { what: '已经开班。', money: '备用金仍为最初输入的金额。', next: '请继续销售。' },
    },
  },
  'shift.sale-open': {
    who: 'cashier',
    words: {
      ko: {
        what: '끝나지 않은 판매가 있어 마감할 수 없습니다.',
        money: '그 판매는 저장돼 있습니다.',
        next: '그 판매를 끝내거나 취소한 뒤 마감하세요.',
      },
      en: { what: 'A sale is still open, so the shift cannot close.', money: 'That sale is saved.', next: 'Finish or abandon it, then close.' },
      'zh-CN': { what: '还有未完成的交易，不能结班。', money: '该交易已保存。', next: '请完成或取消该交易后再结班。' },
    },
  },
  'shift.sale-held': {
    who: 'cashier',
    words: {
      ko: {
        what: '보류한 판매가 남아 있어 마감할 수 없습니다.',
        money: '보류한 판매는 저장돼 있고, 아직 돈을 받지 않았습니다.',
        next: '보류 목록에서 하나씩 불러와 끝내거나 취소한 뒤 마감하세요.',
      },
      en: {
        what: 'Sales are still on hold, so the shift cannot close.',
        money: 'They are saved, and nothing has been taken for them yet.',
        next: 'Recall each one, finish or abandon it, then close.',
      },
      'zh-CN': { what: '还有挂单，不能结班。', money: '挂单已保存，尚未收款。', next: '请逐笔取回，完成或取消后再结班。' },
    },
  },
  'shift.count-invalid': {
    who: 'cashier',
    words: {
      ko: { what: '센 돈의 권종이나 개수가 맞지 않습니다.', money: '아직 마감하지 않았습니다.', next: '권종마다 개수를 다시 세어 입력하세요.' },
      en: {
        what: 'A denomination or count is not possible.',
        money: 'The shift is not closed yet.',
        next: 'Count each denomination again and type the numbers.',
      },
      'zh-CN': { what: '面额或张数不正确。', money: '尚未结班。', next: '请按面额重新清点并输入张数。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
