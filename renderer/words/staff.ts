/** The rooms of people: who works here, what they may, what they did that others must ask for; and one's own PIN and place. */
import { defineWords } from './language.tsx';

type StaffWords = {
  readonly menu: { readonly people: string; readonly acts: string; readonly drawer: string; readonly switch: string; readonly pin: string };
  readonly title: string;
  readonly sections: { readonly people: string; readonly rights: string; readonly rules: string };
  readonly hint: { readonly people: string; readonly rights: string; readonly rules: string };
  readonly add: string;
  readonly name: string;
  readonly role: string;
  readonly save: string;
  readonly saved: string;
  readonly letGo: string;
  readonly bringBack: string;
  readonly letGoMeaning: string;
  readonly bringBackMeaning: string;
  readonly newPin: string;
  readonly newPinMeaning: string;
  /** On the button, until there is one. */
  readonly nameNeeded: string;
  readonly firstPinOf: (name: string) => string;
  readonly firstPinMeaning: string;
  readonly understood: string;
  readonly state: { readonly active: string; readonly gone: string; readonly mustChange: string; readonly here: string };
  readonly since: (day: string) => string;
  readonly notYours: string;
  readonly everyRight: string;
  readonly act: string;
  readonly twoPeople: string;
  readonly never: string;
  readonly onePerson: string;
  readonly onePersonMeaning: string;
  readonly severalPeople: string;
  readonly severalPeopleMeaning: string;
  readonly shopKind: string;
  readonly idle: string;
  readonly idleMeaning: string;
  readonly idleNever: string;
  readonly minutes: (minutes: number) => string;
  readonly recorded: string;
  readonly keys: { readonly section: string };
  readonly acts: {
    readonly title: string;
    readonly about: string;
    readonly empty: string;
    readonly emptyHint: string;
    readonly filter: string;
    readonly all: string;
    readonly approved: string;
    readonly byRight: string;
    readonly refused: string;
    readonly time: string;
    readonly who: string;
    readonly what: string;
    readonly why: string;
    readonly amount: string;
    readonly outcome: string;
    readonly approvedBy: (name: string) => string;
    readonly approvedAlone: string;
    readonly ownRight: string;
    readonly noReason: string;
    readonly more: string;
    readonly refusal: Readonly<Record<'forbidden' | 'same-person' | 'expired' | 'used' | 'other-content' | 'unknown', string>>;
    readonly count: (shown: string) => string;
  };
  readonly pin: {
    readonly title: string;
    readonly first: string;
    readonly old: string;
    readonly fresh: string;
    readonly again: string;
    readonly rule: string;
    readonly next: string;
    readonly done: string;
    readonly busy: string;
    readonly differs: string;
    readonly problems: Readonly<Record<'one-digit' | 'in-a-row' | 'repeated', string>>;
  };
  readonly switch: { readonly title: string; readonly hint: (hasBasket: boolean) => string; readonly do: (name: string) => string };
};

export const staffWords = defineWords<StaffWords>({
  ko: {
    menu: { people: '사람과 권한', acts: '승인 기록', drawer: '돈통 열기', switch: '사람 바꾸기', pin: '내 PIN 바꾸기' },
    title: '사람과 권한',
    sections: { people: '사람', rights: '권한', rules: '규칙' },
    hint: {
      people: '그만둔 사람도 기록에 남습니다. 이름을 지우지 않습니다.',
      rights: '켜진 일은 혼자 할 수 있고, 남의 요청을 승인할 수 있습니다. 꺼진 일은 승인을 받아야 합니다.',
      rules: '이 계산대에서 사람들이 지키는 규칙입니다.',
    },
    add: '사람 추가',
    name: '이름',
    role: '역할',
    save: '저장',
    saved: '저장했습니다',
    letGo: '그만둠',
    bringBack: '다시 일함',
    letGoMeaning: '로그인과 승인을 할 수 없게 됩니다. 기록은 그대로 남습니다.',
    bringBackMeaning: '전에 쓰던 PIN으로 다시 로그인할 수 있습니다.',
    newPin: '새 PIN 주기',
    newPinMeaning: 'PIN을 잊었거나 잠겼을 때. 지금 PIN은 바로 쓸 수 없게 됩니다.',
    nameNeeded: '이름을 입력하세요',
    firstPinOf: (name) => `${name} 님의 첫 PIN`,
    firstPinMeaning: '이 화면에서 한 번만 보입니다. 본인에게 알려 주세요. 처음 로그인할 때 자기 PIN으로 바꿉니다.',
    understood: '알려 주었습니다',
    state: { active: '일하는 중', gone: '그만둠', mustChange: '첫 PIN을 아직 바꾸지 않음', here: '지금 로그인' },
    since: (day) => `${day}부터`,
    notYours: '이 사람은 대표만 바꿀 수 있습니다.',
    everyRight: '대표는 언제나 모두 할 수 있습니다',
    act: '일',
    twoPeople: '두 사람이 함께',
    never: '점장부터',
    onePerson: '혼자 일하는 가게',
    onePersonMeaning: '스스로 PIN을 넣어 승인하고, 그렇게 기록됩니다.',
    severalPeople: '여럿이 일하는 가게',
    severalPeopleMeaning: '요청한 사람과 승인하는 사람이 달라야 합니다.',
    shopKind: '승인하는 방법',
    idle: '자동 로그아웃',
    idleMeaning: '아무도 누르지 않으면 로그아웃합니다. 담은 상품은 보류되고 다시 로그인하면 돌아옵니다. 결제 중에는 하지 않습니다.',
    idleNever: '안 함',
    minutes: (minutes) => `${minutes}분`,
    recorded: '바꾼 내용과 바꾼 사람은 모두 기록됩니다.',
    keys: { section: '다음·이전 항목' },
    acts: {
      title: '승인 기록',
      about: '오늘 승인이 필요했던 일',
      empty: '오늘은 아직 없습니다',
      emptyHint: '한도를 넘는 할인, 가격 변경, 보류 뒤 취소, 판매 없이 연 돈통 같은 일이 여기에 모입니다.',
      filter: '보기',
      all: '모두',
      approved: '승인받음',
      byRight: '자기 권한',
      refused: '거절됨',
      time: '시각',
      who: '한 사람',
      what: '한 일',
      why: '사유',
      amount: '금액',
      outcome: '승인',
      approvedBy: (name) => `${name} 승인`,
      approvedAlone: '혼자라서 스스로 승인',
      ownRight: '자기 권한으로',
      noReason: '사유 없음',
      more: '더 보기',
      refusal: { forbidden: '거절: 승인할 권한이 없음', 'same-person': '거절: 스스로 승인하려 함', expired: '거절: 2분이 지난 승인', used: '거절: 이미 쓴 승인', 'other-content': '거절: 승인한 내용과 다름', unknown: '거절: 모르는 승인' },
      count: (shown) => `${shown}건`,
    },
    pin: {
      title: '내 PIN 바꾸기',
      first: '내 PIN 정하기',
      old: '지금 PIN',
      fresh: '새 PIN',
      again: '새 PIN 한 번 더',
      rule: '나만 아는 숫자 4~8자리. 다른 사람에게 알려 주지 마세요.',
      next: '다음',
      done: '이 PIN으로 바꾸기',
      busy: '바꾸는 중…',
      differs: '앞에 넣은 PIN과 다릅니다',
      problems: { 'one-digit': '같은 숫자만으로는 안 됩니다', 'in-a-row': '이어지는 숫자는 안 됩니다', repeated: '되풀이되는 숫자는 안 됩니다' },
    },
    switch: { title: '사람 바꾸기', hint: (hasBasket) => `이름을 고르고 PIN을 넣으면 바로 바뀝니다.${hasBasket ? ' 지금 담은 상품은 보류되고, 다시 오면 돌아옵니다.' : ''}`, do: (name) => `${name} 님으로 바꾸기` },
  },
  en: {
    menu: { people: 'People and rights', acts: 'Approvals', drawer: 'Open the drawer', switch: 'Change person', pin: 'Change my PIN' },
    title: 'People and rights',
    sections: { people: 'People', rights: 'Rights', rules: 'Rules' },
    hint: {
      people: 'Whoever leaves stays in the records. Nobody’s name is deleted.',
      rights: 'What is on may be done alone, and approved for others. What is off needs an approval.',
      rules: 'The rules at this counter, for everyone.',
    },
    add: 'Add a person',
    name: 'Name',
    role: 'Role',
    save: 'Save',
    saved: 'Saved',
    letGo: 'Has left',
    bringBack: 'Works here again',
    letGoMeaning: 'No more signing in or approving. The records stay.',
    bringBackMeaning: 'The PIN from before works again.',
    newPin: 'Give a new PIN',
    newPinMeaning: 'For a PIN that was forgotten or locked. The old one stops working at once.',
    nameNeeded: 'Enter the name',
    firstPinOf: (name) => `First PIN of ${name}`,
    firstPinMeaning: 'It is shown here only once: pass it on in private. They choose a PIN of their own when they first sign in.',
    understood: 'Passed on',
    state: { active: 'Works here', gone: 'Has left', mustChange: 'First PIN not changed yet', here: 'Signed in now' },
    since: (day) => `Since ${day}`,
    notYours: 'Only an owner can change this person.',
    everyRight: 'An owner may always do all of it',
    act: 'Act',
    twoPeople: 'Takes two people',
    never: 'From manager up',
    onePerson: 'One person works here',
    onePersonMeaning: 'They approve with their own PIN, and the record says so.',
    severalPeople: 'Several people work here',
    severalPeopleMeaning: 'Whoever approves must not be the one who asked.',
    shopKind: 'How approvals are given',
    idle: 'Automatic sign-out',
    idleMeaning: 'When nobody touches the counter for this long. A basket is put on hold and comes back at the next sign-in. Never during a payment.',
    idleNever: 'Never',
    minutes: (minutes) => `${minutes} min`,
    recorded: 'Every change is recorded with who made it.',
    keys: { section: 'Next or previous section' },
    acts: {
      title: 'Approvals',
      about: 'What needed approval today',
      empty: 'Nothing yet today',
      emptyHint: 'Discounts over the limit, changed prices, goods taken out after a hold, the drawer opened without a sale: they gather here.',
      filter: 'Show',
      all: 'All',
      approved: 'Approved',
      byRight: 'By own right',
      refused: 'Refused',
      time: 'Time',
      who: 'Who',
      what: 'What',
      why: 'Why',
      amount: 'Amount',
      outcome: 'Approval',
      approvedBy: (name) => `Approved by ${name}`,
      approvedAlone: 'Approved alone: nobody else to ask',
      ownRight: 'By own right',
      noReason: 'No reason',
      more: 'Show more',
      refusal: { forbidden: 'Refused: no right to approve', 'same-person': 'Refused: asked and approved by one person', expired: 'Refused: older than two minutes', used: 'Refused: used already', 'other-content': 'Refused: something else was approved', unknown: 'Refused: not known here' },
      count: (shown) => shown,
    },
    pin: {
      title: 'Change my PIN',
      first: 'Choose your PIN',
      old: 'PIN you have now',
      fresh: 'New PIN',
      again: 'New PIN once more',
      rule: '4 to 8 digits that only you know. Do not tell anyone.',
      next: 'Next',
      done: 'Use this PIN',
      busy: 'Changing…',
      differs: 'Not the PIN you typed before',
      problems: { 'one-digit': 'One digit repeated is too easy', 'in-a-row': 'Digits in a row are too easy', repeated: 'A repeated pattern is too easy' },
    },
    switch: { title: 'Change person', hint: (hasBasket) => `Choose a name and type the PIN.${hasBasket ? ' The basket is put aside, and comes back with whoever it belongs to.' : ''}`, do: (name) => `Change to ${name}` },
  },
  'zh-CN': {
    menu: { people: '人员和权限', acts: '批准记录', drawer: '打开钱箱', switch: '换人', pin: '更改我的PIN码' },
    title: '人员和权限',
    sections: { people: '人员', rights: '权限', rules: '规则' },
    hint: {
      people: '离职人员仍保留在记录中，姓名不会删除。',
      rights: '已开启的操作可以独自完成，也可以批准他人；未开启的操作需要批准。',
      rules: '本收银台的人员规则。',
    },
    add: '添加人员',
    name: '姓名',
    role: '角色',
    save: '保存',
    saved: '已保存',
    letGo: '离职',
    bringBack: '重新上岗',
    letGoMeaning: '不能再登录和批准，记录保持不变。',
    bringBackMeaning: '可以用原来的PIN码重新登录。',
    newPin: '给新PIN码',
    newPinMeaning: '用于忘记或被锁定的PIN码。现有PIN码立即失效。',
    nameNeeded: '请输入姓名',
    firstPinOf: (name) => `${name} 的首个PIN码`,
    firstPinMeaning: '只在此显示一次，请告知本人。首次登录时改成自己的PIN码。',
    understood: '已告知',
    state: { active: '在职', gone: '离职', mustChange: '首个PIN码尚未更改', here: '当前登录' },
    since: (day) => `${day} 起`,
    notYours: '此人只有店主可以更改。',
    everyRight: '店主始终可以执行所有操作',
    act: '操作',
    twoPeople: '需两人',
    never: '店长以上',
    onePerson: '单人店铺',
    onePersonMeaning: '由本人输入PIN码批准，并如此记录。',
    severalPeople: '多人店铺',
    severalPeopleMeaning: '申请人和批准人必须不同。',
    shopKind: '批准方式',
    idle: '自动登出',
    idleMeaning: '无人操作时自动登出。已扫商品挂单，再次登录时恢复。付款过程中不登出。',
    idleNever: '不自动',
    minutes: (minutes) => `${minutes}分钟`,
    recorded: '所有更改及操作人都会记录。',
    keys: { section: '下一项、上一项' },
    acts: {
      title: '批准记录',
      about: '今天需要权限的操作',
      empty: '今天还没有',
      emptyHint: '超限折扣、改价、挂单后移除商品、无交易打开钱箱等都记在这里。',
      filter: '显示',
      all: '全部',
      approved: '已批准',
      byRight: '自有权限',
      refused: '被拒绝',
      time: '时间',
      who: '操作人',
      what: '操作',
      why: '理由',
      amount: '金额',
      outcome: '批准',
      approvedBy: (name) => `${name} 批准`,
      approvedAlone: '只有一人，由本人批准',
      ownRight: '凭自有权限',
      noReason: '无理由',
      more: '显示更多',
      refusal: { forbidden: '拒绝：无批准权限', 'same-person': '拒绝：本人批准本人', expired: '拒绝：批准超过2分钟', used: '拒绝：批准已使用', 'other-content': '拒绝：与批准内容不符', unknown: '拒绝：未知批准' },
      count: (shown) => `${shown}条`,
    },
    pin: {
      title: '更改我的PIN码',
      first: '设定自己的PIN码',
      old: '现在的PIN码',
      fresh: '新PIN码',
      again: '再输入一次新PIN码',
      rule: '4至8位数字，只有自己知道，不要告诉他人。',
      next: '下一步',
      done: '使用此PIN码',
      busy: '正在更改…',
      differs: '与前面输入的不同',
      problems: { 'one-digit': '不能全是同一个数字', 'in-a-row': '不能是连续数字', repeated: '不能是重复数字' },
    },
    switch: { title: '换人', hint: (hasBasket) => `选择姓名并输入PIN码即可。${hasBasket ? '当前商品会挂单，本人回来时恢复。' : ''}`, do: (name) => `换成 ${name}` },
  },
});
