/** People, what they may do, and what they approve for each other. */
import type { Act } from '../../domain/people/rights.ts';
import { defineWords } from './language.tsx';

type PeopleWords = {
  readonly act: Readonly<Record<Act, string>>;
  readonly approval: {
    readonly title: string;
    readonly asks: (name: string) => string;
    readonly who: string;
    readonly reason: string;
    readonly amount: string;
    /** Nobody in the shop may approve it. */
    readonly nobody: string;
    readonly needPin: string;
    readonly give: string;
    readonly giveAmount: (amount: string) => string;
    readonly giving: string;
    /** She approves for herself. */
    readonly alone: string;
  };
};

export const peopleWords = defineWords<PeopleWords>({
  ko: {
    act: {
      'discount-over-limit': '한도를 넘는 할인',
      'price-change': '가격 변경',
      'line-cancel-after-hold': '보류했던 상품 취소',
      'open-drawer': '판매 없이 돈통 열기',
      'reprint-older': '지난 전표 재발행',
      void: '판매 취소',
      refund: '환불',
      exchange: '교환',
      'close-over-difference': '차이가 있는 마감',
      'settle-card': '확인 안 된 카드 결제 정리',
      'write-off-slip': '수기서명 전표 서명 없이 정리',
      'printing-off': '영수증 인쇄 변경',
      'keys-and-products': '상품과 단축키 변경',
      reports: '보고서 보기',
      settings: '설정 변경',
      export: '자료 내보내기',
      people: '사람과 권한 관리',
    },
    approval: {
      title: '승인이 필요합니다',
      asks: (name) => `${name} 님의 요청`,
      who: '승인하는 사람',
      reason: '사유',
      amount: '금액',
      nobody: '이 일을 승인할 수 있는 사람이 없습니다. 대표가 사람 화면에서 권한을 정해야 합니다.',
      needPin: 'PIN을 입력하세요',
      give: '승인',
      giveAmount: (amount) => `${amount} 승인`,
      giving: '확인하는 중…',
      alone: '혼자 일하는 가게: 본인이 승인하고, 그렇게 기록됩니다.',
    },
  },
  en: {
    act: {
      'discount-over-limit': 'Discount over the limit',
      'price-change': 'Price change',
      'line-cancel-after-hold': 'Taking out goods after a hold',
      'open-drawer': 'Opening the drawer without a sale',
      'reprint-older': 'Reprint of an older slip',
      void: 'Void of a sale',
      refund: 'Refund',
      exchange: 'Exchange of goods',
      'close-over-difference': 'Closing with a difference',
      'settle-card': 'Settling an unclear card payment',
      'write-off-slip': 'Giving up a signature on paper',
      'printing-off': 'Changing slip printing',
      'keys-and-products': 'Changing products and keys',
      reports: 'Reading reports',
      settings: 'Changing settings',
      export: 'Exporting data',
      people: 'People and their rights',
    },
    approval: {
      title: 'This needs an approval',
      asks: (name) => `${name} asks`,
      who: 'Who approves',
      reason: 'Reason',
      amount: 'Amount',
      nobody: 'Nobody here may approve this. The owner says who may, in the room of people.',
      needPin: 'Type the PIN',
      give: 'Approve',
      giveAmount: (amount) => `Approve ${amount}`,
      giving: 'Checking…',
      alone: 'A shop of one person: you approve it yourself, and the record says so.',
    },
  },
  'zh-CN': {
    act: {
      'discount-over-limit': '超限折扣',
      'price-change': '改价',
      'line-cancel-after-hold': '挂单后移除商品',
      'open-drawer': '无交易打开钱箱',
      'reprint-older': '补打以往小票',
      void: '撤销销售',
      refund: '退款',
      exchange: '换货',
      'close-over-difference': '有差额的结班',
      'settle-card': '处理不明刷卡交易',
      'write-off-slip': '放弃手签小票的签名',
      'printing-off': '更改小票打印',
      'keys-and-products': '修改商品和快捷键',
      reports: '查看报表',
      settings: '修改设置',
      export: '导出数据',
      people: '人员和权限管理',
    },
    approval: {
      title: '需要批准',
      asks: (name) => `${name} 的申请`,
      who: '批准人',
      reason: '理由',
      amount: '金额',
      nobody: '店里没有人可以批准此操作。请店主在人员画面中设定权限。',
      needPin: '请输入PIN码',
      give: '批准',
      giveAmount: (amount) => `批准 ${amount}`,
      giving: '正在确认…',
      alone: '单人店铺：由本人批准，并如此记录。',
    },
  },
});
