/** Words of the signature pad in the settings. */
import type { SettingsView } from '../../contract/program.ts';
import { defineWords } from './language.tsx';

type Kind = SettingsView['signature']['pad'];
type TakenBy = SettingsView['signature']['takenBy'];

export type PadSettingsWords = {
  readonly question: string;
  readonly kinds: Readonly<Record<Kind, { readonly title: string; readonly meaning: string }>>;
  readonly which: string;
  readonly whiches: Readonly<Record<'simulated' | 'real', string>>;
  readonly whichMeaning: Readonly<Record<'simulated' | 'real', string>>;
  readonly port: string;
  readonly again: string;
  readonly found: string;
  readonly none: string;
  readonly typedHint: string;
  readonly wrong: string;
  readonly takenBy: { readonly label: string; readonly by: Readonly<Record<TakenBy, string>>; readonly meaning: Readonly<Record<TakenBy, string>> };
  readonly now: string;
  readonly saveFirst: string;
  readonly tryThere: string;
};

export const padSettingsWords = defineWords<PadSettingsWords>({
  ko: {
    question: '손님이 어디에 서명하나요?',
    kinds: {
      none: { title: '패드 없음', meaning: '단말기나 종이에 서명합니다.' },
      display: { title: '손님 화면', meaning: '손님 화면에 손가락이나 펜으로 서명합니다.' },
      'koces-pad': { title: 'KOCES 서명패드', meaning: '시리얼 케이블로 잇습니다.' },
    },
    which: '연습에 쓸 패드',
    whiches: { simulated: '연습용 패드', real: '진짜 패드' },
    whichMeaning: { simulated: '흉내 패드가 저절로 서명합니다.', real: '진짜 패드에서 손님처럼 서명해 봅니다.' },
    port: '패드가 이어진 포트',
    again: '다시 찾기',
    found: '이 컴퓨터의 시리얼 포트입니다. 저장할 때 확인합니다.',
    none: '시리얼 포트를 찾지 못했습니다. 케이블을 꽂고 다시 찾거나 이름을 입력하세요.',
    typedHint: 'COM5',
    wrong: 'COM5 같은 포트 이름을 입력하세요.',
    takenBy: {
      label: '서명 받는 곳',
      by: { terminal: '단말기', pad: '서명패드', none: '종이' },
      meaning: {
        terminal: '단말기가 서명을 받았는지 알려 주지 않으면 받은 것으로 봅니다.',
        pad: '단말기가 받지 않은 서명은 모두 여기서 받습니다.',
        none: '단말기가 받지 않은 서명은 수기서명 전표에 받습니다.',
      },
    },
    now: '지금 쓰는 패드',
    saveFirst: '저장하면 이 패드를 확인합니다.',
    tryThere: '장치 상태(F12)에서 시험 삼아 서명해 볼 수 있습니다.',
  },
  en: {
    question: 'Where does a customer sign?',
    kinds: {
      none: { title: 'No pad', meaning: 'On the terminal or on paper.' },
      display: { title: 'Customer display', meaning: 'Signed on it with a finger or a pen.' },
      'koces-pad': { title: 'KOCES pad', meaning: 'A pad on a serial cable.' },
    },
    which: 'Pad for practice',
    whiches: { simulated: 'Practice pad', real: 'Real pad' },
    whichMeaning: { simulated: 'A simulated pad signs by itself.', real: 'Sign on the real pad as a customer would.' },
    port: 'Port the pad is on',
    again: 'Look again',
    found: 'Serial ports of this computer. Saving checks the pad.',
    none: 'No serial port was found. Plug in the cable and look again, or type its name.',
    typedHint: 'COM5',
    wrong: 'Type the name of a port, such as COM5.',
    takenBy: {
      label: 'Signatures are taken',
      by: { terminal: 'by the terminal', pad: 'on the pad', none: 'on paper' },
      meaning: {
        terminal: 'A terminal that does not say whether it took one counts as having it.',
        pad: 'Every signature the terminal did not take is taken here.',
        none: 'What the terminal did not take is signed on a printed slip.',
      },
    },
    now: 'The pad in use now',
    saveFirst: 'This pad is checked when you save.',
    tryThere: 'Try signing under Devices and connections (F12).',
  },
  'zh-CN': {
    question: '顾客在哪里签名？',
    kinds: {
      none: { title: '没有签名板', meaning: '在终端或纸上签名。' },
      display: { title: '顾客屏', meaning: '用手指或笔在顾客屏上签名。' },
      'koces-pad': { title: 'KOCES 签名板', meaning: '通过串口线连接。' },
    },
    which: '练习用的签名板',
    whiches: { simulated: '练习签名板', real: '真实签名板' },
    whichMeaning: { simulated: '模拟签名板会自动签名。', real: '像顾客一样在真实签名板上签名。' },
    port: '签名板所在端口',
    again: '重新查找',
    found: '本机的串口。保存时会检查签名板。',
    none: '未找到串口。请插好线后重新查找，或输入端口名。',
    typedHint: 'COM5',
    wrong: '请输入 COM5 之类的端口名。',
    takenBy: {
      label: '签名方式',
      by: { terminal: '终端', pad: '签名板', none: '纸质' },
      meaning: {
        terminal: '终端未说明是否已签名时，视为已签名。',
        pad: '终端未取得的签名都在这里取得。',
        none: '终端未取得的签名在手写签名小票上取得。',
      },
    },
    now: '当前使用的签名板',
    saveFirst: '保存后会检查该签名板。',
    tryThere: '可在设备页面（F12）试签。',
  },
});
