/** Words of the card terminal in the settings. */
import type { TerminalFamilyName } from '../../contract/devices.ts';
import { defineWords } from './language.tsx';

export type TerminalWords = {
  readonly question: string;
  readonly families: Readonly<Record<TerminalFamilyName, { readonly title: string; readonly meaning: string }>>;
  readonly which: string;
  readonly whiches: Readonly<Record<'simulated' | 'simulated-serial' | 'real', string>>;
  readonly whichMeaning: Readonly<Record<'simulated' | 'simulated-serial' | 'real', string>>;
  readonly address: string;
  readonly addressHint: Readonly<Record<'koces-cat' | 'kicc-ed721', string>>;
  readonly addressWrong: Readonly<Record<'koces-cat' | 'kicc-ed721', string>>;
  readonly addressMeaning: Readonly<Record<'koces-cat' | 'kicc-ed721', string>>;
  readonly now: string;
  readonly saveFirst: string;
  readonly test: string;
  readonly testing: string;
  readonly answered: (took: string) => string;
  readonly never: string;
};

export const terminalWords = defineWords<TerminalWords>({
  ko: {
    question: '어떤 단말기인가요?',
    families: {
      'koces-cat': { title: 'KOCES CAT', meaning: '무선 단말기입니다. 네트워크로 잇습니다.' },
      'kicc-ed721': { title: 'KICC ED-721', meaning: '시리얼 케이블이나 네트워크로 잇습니다.' },
      none: { title: '단말기 없음', meaning: '현금만 받습니다.' },
    },
    which: '연습에 쓸 단말기',
    whiches: { simulated: '연습용 단말기', 'simulated-serial': '연습용 (시리얼)', real: '진짜 단말기' },
    whichMeaning: {
      simulated: '돈이 오가지 않는 흉내 단말기입니다.',
      'simulated-serial': '흉내 단말기를 시리얼 케이블 끝에 둡니다.',
      real: '진짜 단말기에서는 연습이라도 진짜로 승인됩니다. 시험 가맹점 단말기만 이으세요.',
    },
    address: '단말기 주소',
    addressHint: { 'koces-cat': '192.168.0.100', 'kicc-ed721': 'COM3 또는 192.168.0.224:5000' },
    addressWrong: { 'koces-cat': '192.168.0.100 같은 주소를 입력하세요.', 'kicc-ed721': 'COM3 같은 포트나, 포트 번호까지 있는 주소를 입력하세요.' },
    addressMeaning: { 'koces-cat': '단말기의 네트워크 화면에 있습니다. 포트는 9100입니다.', 'kicc-ed721': '네트워크라면 단말기를 SERVER 방식으로 두고, 그 화면의 포트를 씁니다.' },
    now: '지금 이어진 단말기',
    saveFirst: '저장하면 이 단말기에 연결해 확인합니다.',
    test: '단말기 확인',
    testing: '물어보고 있습니다',
    answered: (took) => `${took} 만에 대답했습니다.`,
    never: '단말기를 확인할 때 결제는 하지 않습니다.',
  },
  en: {
    question: 'Which terminal is it?',
    families: {
      'koces-cat': { title: 'KOCES CAT', meaning: 'A wireless terminal on the network.' },
      'kicc-ed721': { title: 'KICC ED-721', meaning: 'Over a serial cable or the network.' },
      none: { title: 'None', meaning: 'No terminal, cash only.' },
    },
    which: 'Terminal for practice',
    whiches: { simulated: 'Practice terminal', 'simulated-serial': 'Practice (serial)', real: 'Real terminal' },
    whichMeaning: {
      simulated: 'A simulated terminal; no money moves.',
      'simulated-serial': 'The simulated terminal at the end of a serial cable.',
      real: 'A real terminal takes real money, even in practice. Connect only a test merchant’s.',
    },
    address: 'Address of the terminal',
    addressHint: { 'koces-cat': '192.168.0.100', 'kicc-ed721': 'COM3 or 192.168.0.224:5000' },
    addressWrong: { 'koces-cat': 'Type an address such as 192.168.0.100.', 'kicc-ed721': 'Type a port such as COM3, or an address with its port number.' },
    addressMeaning: { 'koces-cat': 'Shown on the terminal’s network page. The port is 9100.', 'kicc-ed721': 'Over the network: set the terminal to SERVER, and use the port of that page.' },
    now: 'The terminal connected now',
    saveFirst: 'Saving connects to this terminal and checks it.',
    test: 'Ask the terminal',
    testing: 'Asking',
    answered: (took) => `Answered in ${took}.`,
    never: 'Asking a terminal charges nothing.',
  },
  'zh-CN': {
    question: '是哪种终端？',
    families: {
      'koces-cat': { title: 'KOCES CAT', meaning: '无线终端，网络连接。' },
      'kicc-ed721': { title: 'KICC ED-721', meaning: '串口线或网络连接。' },
      none: { title: '没有终端', meaning: '只收现金。' },
    },
    which: '练习用的终端',
    whiches: { simulated: '练习终端', 'simulated-serial': '练习终端（串口）', real: '真实终端' },
    whichMeaning: {
      simulated: '模拟终端，不会有资金往来。',
      'simulated-serial': '把模拟终端接在串口线上。',
      real: '真实终端在练习中也会真正扣款。请只连接测试商户的终端。',
    },
    address: '终端地址',
    addressHint: { 'koces-cat': '192.168.0.100', 'kicc-ed721': 'COM3 或 192.168.0.224:5000' },
    addressWrong: { 'koces-cat': '请输入类似 192.168.0.100 的地址。', 'kicc-ed721': '请输入 COM3 之类的端口，或带端口号的地址。' },
    addressMeaning: { 'koces-cat': '在终端的网络页面上。端口为 9100。', 'kicc-ed721': '使用网络时，请把终端设为 SERVER 方式，并使用该页面上的端口。' },
    now: '当前连接的终端',
    saveFirst: '保存后会连接该终端并检查。',
    test: '检查终端',
    testing: '正在询问',
    answered: (took) => `${took}内应答。`,
    never: '检查终端时不会扣款。',
  },
});
