/** Words beside a button of a refund or an exchange that cannot be pressed yet, or not any more: what is missing. */
import { defineWords } from './language.tsx';

export type MissingWords = Readonly<Record<'lines' | 'reason' | 'ownReason' | 'amount' | 'other' | 'nothingLeft' | 'why' | 'what' | 'note' | 'cancels' | 'drawer' | 'inquiry', string>>;

export const missingWords = defineWords<MissingWords>({
  ko: {
    lines: '돌아온 상품과 수량을 왼쪽에서 고르세요.',
    reason: '사유를 고르거나 적으세요.',
    ownReason: '사유를 두 글자 이상 적으세요.',
    amount: '돌려줄 금액을 확인하고 있습니다.',
    other: '이대로는 할 수 없습니다. 위의 이유를 보고 상품이나 수량을 바꾸세요.',
    nothingLeft: '이 판매에서 돌려줄 상품이 남아 있지 않습니다.',
    why: '사유를 두 글자 이상 적으세요. 그다음 필요하면 점장의 승인을 묻습니다.',
    what: '처리한 내용을 두 글자 이상 적으세요. 그다음 필요하면 점장의 승인을 묻습니다.',
    note: '접수번호와 담당자를 적으세요. 그다음 필요하면 점장의 승인을 묻습니다.',
    cancels: '단말기로는 더 취소할 수 없습니다. 밴사에 전화해 취소하세요.',
    drawer: '돈통을 더 열 수 없습니다. 열쇠로 여세요.',
    inquiry: '조회는 멈출 수 없지만 돈을 움직이지 않고, 저절로 끝납니다.',
  },
  en: {
    lines: 'Choose at the left what came back, and how many.',
    reason: 'Choose a reason, or write one.',
    ownReason: 'Write the reason, two letters or more.',
    amount: 'The amount is being worked out.',
    other: 'Not like this: read why above, and change the goods or how many.',
    nothingLeft: 'Nothing is left of this sale to give back.',
    why: 'Write the reason, two letters or more. A manager is asked next where one is needed.',
    what: 'Write what was done, two letters or more. A manager is asked next where one is needed.',
    note: 'Write the reference and the name. A manager is asked next where one is needed.',
    cancels: 'The terminal cannot try again. Cancel it by calling the VAN.',
    drawer: 'The drawer is not opened again from here. Use its key.',
    inquiry: 'Asking cannot be stopped. It moves no money, and ends by itself.',
  },
  'zh-CN': {
    lines: '请在左侧选择退回的商品和数量。',
    reason: '请选择或填写理由。',
    ownReason: '请填写理由，至少两个字。',
    amount: '正在确认退款金额。',
    other: '无法这样处理。请查看上方原因，更改商品或数量。',
    nothingLeft: '此销售已没有可退的商品。',
    why: '请填写理由，至少两个字。需要时随后请店长批准。',
    what: '请填写处理情况，至少两个字。需要时随后请店长批准。',
    note: '请填写受理号和姓名。需要时随后请店长批准。',
    cancels: '终端不能再次撤销。请致电收单机构撤销。',
    drawer: '不能再从此处打开钱箱。请用钥匙打开。',
    inquiry: '查询无法中止，但不动用资金，会自行结束。',
  },
});
