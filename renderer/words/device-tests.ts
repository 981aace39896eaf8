/** Words of trying a device, and of what came of it. */
import type { DeviceId } from './devices.ts';
import { defineWords } from './language.tsx';

export type DeviceTestsWords = {
  readonly askAll: string;
  readonly askingAll: string;
  readonly choose: string;
  readonly test: Readonly<Record<DeviceId, string>>;
  readonly testing: string;
  readonly explain: Readonly<Record<DeviceId, string>>;
  readonly managerOnly: string;
  readonly sent: string;
  readonly confirmed: string;
  readonly cameOut: string;
  readonly yes: string;
  readonly no: string;
  readonly seen: string;
  readonly stepsTitle: string;
  readonly steps: readonly string[];
  readonly opened: string;
  readonly shown: (size: string) => string;
  readonly waitingShown: string;
  readonly notShown: string;
  readonly answered: (took: string) => string;
  readonly notAnswered: (took: string) => string;
  readonly scanNow: string;
  readonly scan: (characters: number, took: string) => string;
  readonly withEnter: string;
  readonly withoutEnter: string;
  readonly elsewhere: string;
  readonly reading: (done: string, total: string) => string;
  readonly verified: (rows: string, took: string) => string;
  readonly notVerified: (where: string) => string;
};

export const deviceTestsWords = defineWords<DeviceTestsWords>({
  ko: {
    askAll: '모두 다시 확인',
    askingAll: '확인하고 있습니다',
    choose: '기기 고르기',
    test: { printer: '시험 인쇄', drawer: '돈통 열기', gateway: '지금 물어보기', terminal: '단말기 확인', display: '시험 그림 보이기', scanner: '스캔해 보세요', journal: '기록 검사', pad: '서명해 보기' },
    testing: '시험하고 있습니다',
    explain: {
      printer: '시험 전표 한 장을 인쇄합니다.',
      drawer: '판매 없이 돈통을 엽니다. 누가 열었는지 기록됩니다.',
      gateway: '발급 창구가 대답하는지, 얼마나 걸리는지 봅니다.',
      terminal: '단말기가 대답하는지 봅니다. 결제는 하지 않습니다.',
      display: '손님 화면에 잠깐 시험 그림을 띄웁니다.',
      scanner: '아무 상품이나 스캔하세요. 판매에는 담기지 않습니다.',
      journal: '처음부터 끝까지 한 줄도 빠지거나 바뀌지 않았는지 봅니다. 판매는 계속할 수 있습니다.',
      pad: '손님 쪽에서 선을 그어 봅니다. 아무것도 남지 않습니다.',
    },
    managerOnly: '점장만 열 수 있습니다. 점장으로 들어와 주세요.',
    sent: '프린터로 보내고 있습니다.',
    confirmed: '프린터가 인쇄했다고 답했습니다.',
    cameOut: '종이가 나왔나요?',
    yes: '나왔어요',
    no: '안 나왔어요',
    seen: '프린터는 정상입니다.',
    stepsTitle: '이렇게 해 보세요',
    steps: ['용지를 꺼내 앞뒤를 보고 다시 넣으세요.', '덮개를 눌러 닫고 전원을 껐다 켜세요.', '케이블 양쪽 끝을 다시 꽂고 시험하세요.', '그래도 안 되면 전표를 화면으로 보여 드리며 판매하세요. 돈은 그대로입니다.'],
    opened: '프린터가 열라는 신호를 보냈습니다. 돈통을 보세요.',
    shown: (size) => `손님 화면에 나타났습니다 · ${size}`,
    waitingShown: '손님 화면을 보세요.',
    notShown: '손님 화면이 대답하지 않습니다.',
    answered: (took) => `${took} 만에 대답했습니다.`,
    notAnswered: (took) => `${took} 동안 대답이 없습니다.`,
    scanNow: '기다리고 있습니다. 아무 상품이나 스캔하세요.',
    scan: (characters, took) => `${characters}자 · ${took}`,
    withEnter: 'Enter로 끝났습니다. 정상입니다.',
    withoutEnter: 'Enter 없이 끝났습니다. 팔 수는 있지만 조금 늦습니다. 스캐너 설명서에서 ‘CR 붙이기’를 켜세요.',
    elsewhere: '손님 화면 쪽에서 읽혔습니다. 팔 수 있습니다.',
    reading: (done, total) => `${total}줄 가운데 ${done}줄을 읽었습니다.`,
    verified: (rows, took) => `${rows}줄이 모두 맞습니다 · ${took}`,
    notVerified: (where) => `맞지 않는 곳이 있습니다 · ${where}`,
  },
  en: {
    askAll: 'Check all again',
    askingAll: 'Checking',
    choose: 'Choose a device',
    test: { printer: 'Test print', drawer: 'Open the drawer', gateway: 'Ask now', terminal: 'Ask the terminal', display: 'Show a test picture', scanner: 'Scan to try', journal: 'Verify the journal', pad: 'Sign to try' },
    testing: 'Testing',
    explain: {
      printer: 'Prints one test slip.',
      drawer: 'Opens the drawer without a sale. Who opened it is recorded.',
      gateway: 'Whether the gateway answers, and how long it takes.',
      terminal: 'Whether the terminal answers. Nothing is charged.',
      display: 'Shows a test picture to the customer for a moment.',
      scanner: 'Scan anything. Nothing is added to a sale.',
      journal: 'Whether every line from the first to the last is there and unchanged. Selling goes on meanwhile.',
      pad: 'Draw a line on the customer’s side. It is not kept.',
    },
    managerOnly: 'Only a manager may open it. Sign in as a manager.',
    sent: 'Sending to the printer.',
    confirmed: 'The printer says that it printed.',
    cameOut: 'Did the paper come out?',
    yes: 'It came out',
    no: 'No paper',
    seen: 'The printer is well.',
    stepsTitle: 'Try this',
    steps: ['Take the paper out, check its side, put it back.', 'Press the cover shut; switch the printer off and on.', 'Plug both ends of the cable in again, then test.', 'If it still fails, sell on and show slips on screen. The money stands.'],
    opened: 'The printer sent the signal to open. Look at the drawer.',
    shown: (size) => `Shown on the display · ${size}`,
    waitingShown: 'Look at the customer display.',
    notShown: 'The customer display does not answer.',
    answered: (took) => `Answered in ${took}.`,
    notAnswered: (took) => `No answer in ${took}.`,
    scanNow: 'Waiting. Scan anything.',
    scan: (characters, took) => `${characters} characters · ${took}`,
    withEnter: 'It ended with Enter, as it should.',
    withoutEnter: 'It did not end with Enter. It sells, a little later. Turn on “CR suffix” in the scanner’s manual.',
    elsewhere: 'It was read in the customer’s window. It sells.',
    reading: (done, total) => `Read ${done} of ${total} lines.`,
    verified: (rows, took) => `All ${rows} lines hold · ${took}`,
    notVerified: (where) => `It does not hold · ${where}`,
  },
  'zh-CN': {
    askAll: '全部重新检查',
    askingAll: '正在检查',
    choose: '选择设备',
    test: { printer: '测试打印', drawer: '打开钱箱', gateway: '立即询问', terminal: '检查终端', display: '显示测试画面', scanner: '请扫描试试', journal: '检查日志', pad: '试签' },
    testing: '正在测试',
    explain: {
      printer: '打印一张测试小票。',
      drawer: '在没有交易时打开钱箱。会记录是谁打开的。',
      gateway: '看通道是否应答，以及需要多久。',
      terminal: '看终端是否应答。不会扣款。',
      display: '在顾客显示屏上短暂显示测试画面。',
      scanner: '请扫描任意商品，不会加入交易。',
      journal: '检查记录是否一行不少、没有改动。可继续销售。',
      pad: '请在顾客一侧画一条线，不会保留任何内容。',
    },
    managerOnly: '只有店长可以打开。请以店长身份登录。',
    sent: '正在发送到打印机。',
    confirmed: '打印机答复已打印。',
    cameOut: '纸出来了吗？',
    yes: '出来了',
    no: '没有出来',
    seen: '打印机正常。',
    stepsTitle: '请这样试试',
    steps: ['取出纸卷，看清正反面后重新装入。', '按紧盖子，关闭再打开电源。', '重新插好线缆两端后测试。', '仍然不行时，请出示屏幕上的小票继续销售。金额不变。'],
    opened: '打印机已发出打开信号。请看钱箱。',
    shown: (size) => `已显示在顾客显示屏上 · ${size}`,
    waitingShown: '请看顾客显示屏。',
    notShown: '顾客显示屏没有应答。',
    answered: (took) => `${took}内应答。`,
    notAnswered: (took) => `${took}内没有应答。`,
    scanNow: '正在等待，请扫描任意商品。',
    scan: (characters, took) => `${characters}个字符 · ${took}`,
    withEnter: '以回车结束，正常。',
    withoutEnter: '没有以回车结束。可以销售，但稍慢。请按扫描枪说明书打开“CR 后缀”。',
    elsewhere: '是在顾客窗口读取的，可以销售。',
    reading: (done, total) => `已读取 ${done} / ${total}行。`,
    verified: (rows, took) => `${rows}行全部正确 · ${took}`,
    notVerified: (where) => `有不正确之处 · ${where}`,
  },
});
