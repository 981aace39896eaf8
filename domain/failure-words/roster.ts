/** Who works here, and their PINs. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const ROSTER_WORDS = {
  'people.pin-change-needed': {
    who: 'cashier',
    words: {
      ko: { what: '남이 정해 준 PIN이라 먼저 바꿔야 합니다.', money: '판매와 돈에는 영향이 없습니다.', next: '로그인 화면에서 이 PIN을 넣고 자기만 아는 PIN으로 바꾸세요.' },
      en: { what: 'Somebody else chose this PIN, so it has to be changed first.', money: 'Sales and money are not affected.', next: 'Sign in with it and choose one that only you know.' },
      'zh-CN': { what: '该PIN码由他人设定，须先更改。', money: '不影响交易和款项。', next: '请在登录画面输入该PIN码，改成只有自己知道的PIN码。' },
    },
  },
  'people.pin-too-easy': {
    who: 'cashier',
    words: {
      ko: { what: '누구나 먼저 눌러 볼 PIN입니다.', money: '전의 PIN이 그대로 있습니다.', next: '1111, 1234, 1212처럼 쉽지 않은 숫자 4~8자리를 고르세요.' },
      en: { what: 'Anybody would try this PIN first.', money: 'The PIN before it still stands.', next: 'Choose 4 to 8 digits that are not as easy as 1111, 1234 or 1212.' },
      'zh-CN': { what: '该PIN码太容易被猜到。', money: '原PIN码仍然有效。', next: '请选择4至8位数字，避免1111、1234、1212之类。' },
    },
  },
  'people.pin-same': {
    who: 'cashier',
    words: {
      ko: { what: '새 PIN이 전과 같습니다.', money: '아무것도 바뀌지 않았습니다.', next: '다른 PIN을 고르세요.' },
      en: { what: 'The new PIN is the old one.', money: 'Nothing has changed.', next: 'Choose another PIN.' },
      'zh-CN': { what: '新PIN码与原来相同。', money: '没有任何变化。', next: '请选择另一个PIN码。' },
    },
  },
  'people.name-invalid': {
    who: 'cashier',
    words: {
      ko: { what: '이름이 비었거나 스무 자를 넘습니다.', money: '저장되지 않았고, 돈에는 영향이 없습니다.', next: '한 자에서 스무 자 사이로 적으세요.' },
      en: { what: 'The name is empty or longer than twenty characters.', money: 'Nothing was saved; money is not affected.', next: 'Write one to twenty characters.' },
      'zh-CN': { what: '姓名为空或超过20个字。', money: '没有保存，不影响款项。', next: '请填写1至20个字。' },
    },
  },
  'people.name-taken': {
    who: 'cashier',
    words: {
      ko: { what: '같은 이름으로 일하는 사람이 있습니다.', money: '저장되지 않았고, 돈에는 영향이 없습니다.', next: '둘을 구별할 수 있게 이름을 적으세요.' },
      en: { what: 'Somebody works here under this name already.', money: 'Nothing was saved; money is not affected.', next: 'Write a name that tells the two apart.' },
      'zh-CN': { what: '已有同名的在职人员。', money: '没有保存，不影响款项。', next: '请填写能区分两人的姓名。' },
    },
  },
  'people.too-many': {
    who: 'manager',
    words: {
      ko: { what: '이 계산대에는 사람을 더 넣을 수 없습니다.', money: '저장되지 않았고, 돈에는 영향이 없습니다.', next: '그만둔 사람을 다시 쓰거나, 그 이름을 바꾸어 쓰세요.' },
      en: { what: 'This counter cannot hold any more people.', money: 'Nothing was saved; money is not affected.', next: 'Bring back or rename somebody who has left.' },
      'zh-CN': { what: '本收银台不能再添加人员。', money: '没有保存，不影响款项。', next: '请恢复或改名使用已离职的人员。' },
    },
  },
  'people.last-owner': {
    who: 'manager',
    words: {
      ko: { what: '마지막 대표는 그만두게 하거나 역할을 바꿀 수 없습니다.', money: '아무것도 바뀌지 않았습니다.', next: '먼저 다른 사람을 대표로 정하세요.' },
      en: { what: 'The last owner cannot be let go or given another role.', money: 'Nothing has changed.', next: 'Make somebody else an owner first.' },
      'zh-CN': { what: '不能停用最后一位店主或更改其角色。', money: '没有任何变化。', next: '请先指定另一位店主。' },
    },
  },
  'people.oneself': {
    who: 'manager',
    words: {
      ko: { what: '자기 자신의 역할은 바꿀 수 없고, 스스로 그만두게 할 수도 없습니다.', money: '아무것도 바뀌지 않았습니다.', next: '다른 대표에게 부탁하세요.' },
      en: { what: 'Nobody changes her own role or lets herself go.', money: 'Nothing has changed.', next: 'Ask another owner to do it.' },
      'zh-CN': { what: '不能更改自己的角色，也不能停用自己。', money: '没有任何变化。', next: '请由另一位店主操作。' },
    },
  },
  'people.still-at-work': {
    who: 'cashier',
    words: {
      ko: { what: '끝나지 않은 거래가 있어 자동으로 로그아웃하지 않았습니다.', money: '거래는 그대로 있습니다.', next: '거래를 이어 가세요.' },
      en: { what: 'A transaction is not finished, so nobody was signed out for being idle.', money: 'The transaction stands as it was.', next: 'Go on with it.' },
      'zh-CN': { what: '交易尚未结束，未自动登出。', money: '交易保持不变。', next: '请继续交易。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
