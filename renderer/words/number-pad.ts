/** Words of a number the customer keys on the signature pad. */
import { defineWords } from './language.tsx';

export type NumberPadWords = {
  readonly asking: string;
  readonly askingHint: string;
  readonly waiting: string;
  readonly ended: string;
  /** Something came, and it will not do. */
  readonly wrong: string;
  readonly again: string;
  readonly setting: { readonly label: string; readonly on: Readonly<Record<'display' | 'pad', string>>; readonly meaning: Readonly<Record<'display' | 'pad', string>> };
};

export const numberPadWords = defineWords<NumberPadWords>({
  ko: {
    asking: '손님이 서명패드에 번호를 누르고 있습니다',
    askingHint: '다 누르면 번호가 여기에 나타나고, 손님과 함께 확인한 뒤 발급합니다.',
    waiting: '서명패드를 기다리는 중',
    ended: '서명패드에서 번호를 받지 못했습니다',
    wrong: '서명패드에서 온 번호로는 발급할 수 없습니다',
    again: '서명패드에 다시 묻기',
    setting: { label: '손님 번호 입력', on: { display: '손님 화면', pad: '서명패드' }, meaning: { display: '손님이 손님 화면의 숫자판에 번호를 누릅니다.', pad: '손님이 서명패드에 번호를 누릅니다. 패드가 없으면 계산대에서 입력합니다.' } },
  },
  en: {
    asking: 'The customer is typing on the pad',
    askingHint: 'The finished number appears here. Check it with the customer, then issue.',
    waiting: 'Waiting for the pad',
    ended: 'No number came from the pad',
    wrong: 'The number from the pad cannot be used',
    again: 'Ask the pad again',
    setting: { label: 'Customer’s number', on: { display: 'Customer display', pad: 'Signature pad' }, meaning: { display: 'The customer types it on the customer display.', pad: 'Typed on the pad; without one, at the counter.' } },
  },
  'zh-CN': {
    asking: '顾客正在签名板上输入号码',
    askingHint: '输入完成后号码会显示在这里，请与顾客核对后开具。',
    waiting: '正在等待签名板',
    ended: '未从签名板收到号码',
    wrong: '签名板传来的号码不能用',
    again: '再次请求签名板',
    setting: { label: '顾客号码输入', on: { display: '顾客屏', pad: '签名板' }, meaning: { display: '顾客在顾客屏的数字键盘上输入。', pad: '顾客在签名板上输入；没有签名板时在收银台输入。' } },
  },
});
