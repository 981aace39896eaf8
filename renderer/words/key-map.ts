/** What keys do where no screen says more; and the words of the key map itself. */
import type { UsualKey } from '../ui/keys.ts';
import { defineWords } from './language.tsx';

type KeyMapWords = {
  readonly title: string;
  readonly open: string;
  /** A scanner is not a person. */
  readonly scanner: string;
  readonly enter: string;
  readonly usual: Readonly<Record<UsualKey, string>>;
  readonly typed: {
    readonly pin: string;
    readonly float: string;
    readonly received: string;
    readonly find: string;
    readonly times: string;
    readonly quantity: string;
    readonly choose: string;
    readonly number: string;
    readonly phone: string;
    readonly slipYes: string;
    readonly slipNo: string;
    readonly count: string;
  };
  readonly acts: {
    readonly clear: string;
    readonly exact: string;
    readonly undo: string;
    readonly previous: string;
    readonly otherForm: string;
    readonly nextPiece: string;
    readonly review: string;
    readonly person: string;
  };
};

export const keyMapWords = defineWords<KeyMapWords>({
  ko: {
    title: '이 화면의 키',
    open: '키 안내',
    scanner: '스캐너의 Enter는 어떤 버튼도 누르지 않습니다.',
    enter: '파란 버튼 누르기',
    usual: { F1: '키 안내 열기와 닫기', F2: '상품 찾기', F3: '판매 내역', F8: '현금', F10: '메뉴', Escape: '돌아가기', Backspace: '한 글자 지우기', Delete: '상품 빼기', ArrowUp: '위로', ArrowDown: '아래로' },
    typed: {
      pin: '비밀번호',
      float: '준비금',
      received: '받은 돈',
      find: '상품 찾기 · 바코드',
      times: '다음 상품 3개',
      quantity: '고른 줄의 수량',
      choose: '소득공제 · 지출증빙 · 발급 안 함',
      number: '번호',
      phone: '010 다음 번호',
      slipYes: '영수증 인쇄',
      slipNo: '인쇄 안 함',
      count: '장수',
    },
    acts: { clear: '모두 지우기', exact: '딱 맞게 받음', undo: '찾기 지우기 · 뺀 상품 되돌리기', previous: '직전 판매', otherForm: '다른 번호로', nextPiece: '다음 칸', review: '다 세었음', person: '사람 고르기' },
  },
  en: {
    title: 'Keys on this screen',
    open: 'Keys',
    scanner: 'A scanner’s Enter never presses a button.',
    enter: 'Press the blue button',
    usual: { F1: 'Open or close this list', F2: 'Find a product', F3: 'Sales history', F8: 'Cash', F10: 'Menu', Escape: 'Back', Backspace: 'Delete one character', Delete: 'Remove the line', ArrowUp: 'Up', ArrowDown: 'Down' },
    typed: {
      pin: 'PIN',
      float: 'Float',
      received: 'Amount received',
      find: 'Find a product, or a barcode',
      times: 'Three of the next product',
      quantity: 'Quantity of the chosen line',
      choose: 'Income deduction · business · none',
      number: 'Number',
      phone: 'Mobile number after 010',
      slipYes: 'Print the slip',
      slipNo: 'No slip',
      count: 'Number of notes or coins',
    },
    acts: { clear: 'Clear all', exact: 'Exact amount', undo: 'Clear search · undo removal', previous: 'Previous sale', otherForm: 'Another kind of number', nextPiece: 'Next field', review: 'Counted', person: 'Choose a person' },
  },
  'zh-CN': {
    title: '本界面按键',
    open: '按键说明',
    scanner: '扫描枪的回车不会按下任何按钮。',
    enter: '按蓝色按钮',
    usual: { F1: '打开或关闭按键说明', F2: '查找商品', F3: '销售记录', F8: '现金', F10: '菜单', Escape: '返回', Backspace: '删除一个字符', Delete: '移除该商品', ArrowUp: '向上', ArrowDown: '向下' },
    typed: {
      pin: '密码',
      float: '备用金',
      received: '实收金额',
      find: '查找商品或条形码',
      times: '下一件商品 3个',
      quantity: '所选行的数量',
      choose: '所得扣除 · 支出凭证 · 不开',
      number: '号码',
      phone: '010 之后的号码',
      slipYes: '打印小票',
      slipNo: '不打印',
      count: '张数',
    },
    acts: { clear: '全部清除', exact: '金额正好', undo: '清除查找 · 恢复已移除的商品', previous: '上一笔交易', otherForm: '换一种号码', nextPiece: '下一格', review: '清点完毕', person: '选择人员' },
  },
});
