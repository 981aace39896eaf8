/** Words of the device page: what stands around the counter, how it is, and how it is tried. */
import type { TerminalFamilyName } from '../../contract/devices.ts';
import type { FailureCode } from '../../domain/failure.ts';
import { defineWords } from './language.tsx';

export type DeviceId = 'printer' | 'drawer' | 'gateway' | 'terminal' | 'display' | 'scanner' | 'journal' | 'pad';

export type DeviceWords = {
  readonly title: string;
  readonly allWell: string;
  readonly picture: string;
  readonly computer: (counter: number) => string;
  readonly name: Readonly<Record<DeviceId, string>>;
  /** One line under the name when all is well. */
  readonly fine: Readonly<Record<DeviceId, string>>;
  /** Under the name in the picture, where it is shorter than the state. */
  readonly short: Readonly<Partial<Record<FailureCode, string>>>;
  readonly notScanned: string;
  readonly scanned: string;
  /** A cable that is broken is told where it is broken. */
  readonly broken: Readonly<Record<'printer' | 'gateway' | 'terminal' | 'display' | 'pad', string>>;
  readonly throughPrinter: string;
  readonly asking: string;
  readonly since: string;
  readonly sinceText: (when: string, age: string) => string;
  readonly address: string;
  readonly lastAnswer: string;
  readonly answer: (when: string, took: string) => string;
  readonly never: string;
  readonly milliseconds: (count: string) => string;
  readonly columns: string;
  readonly columnCount: (count: number) => string;
  readonly kind: string;
  readonly family: Readonly<Record<TerminalFamilyName, string>>;
  readonly simulated: (family: string) => string;
  readonly model: string;
  readonly modelText: (model: string, version: string) => string;
  readonly serial: string;
  readonly terminalId: string;
  readonly size: string;
  readonly monitor: string;
  readonly monitors: Readonly<Record<'own' | 'shared' | 'unknown', string>>;
  readonly lastEntry: string;
  readonly entry: (number: string, when: string) => string;
  readonly room: string;
  readonly gigabytes: (count: string) => string;
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

export const deviceWords = defineWords<DeviceWords>({
  ko: {
    title: '기기와 연결',
    allWell: '모두 정상입니다',
    picture: '계산대와 이어진 기기',
    computer: (counter) => `${counter}번 계산대`,
    name: { printer: '영수증 프린터', drawer: '돈통', gateway: '현금영수증 창구', terminal: '카드 단말기', display: '손님 화면', scanner: '스캐너', journal: '판매 기록', pad: '서명패드' },
    fine: {
      printer: '전표를 인쇄할 수 있습니다.',
      drawer: '프린터를 거쳐 열립니다.',
      gateway: '현금영수증이 바로 발급됩니다.',
      terminal: '카드를 받을 수 있습니다.',
      display: '손님이 상품과 금액을 보고 있습니다.',
      scanner: '자판처럼 읽힙니다. 설정이 없습니다.',
      journal: '모든 판매가 저장되고 있습니다.',
      pad: '카드 서명을 받을 수 있습니다.',
    },
    short: {
      'printer.paper-end': '용지 없음',
      'printer.paper-near-end': '용지 부족',
      'printer.cover-open': '덮개 열림',
      'printer.cutter': '커터 걸림',
      'printer.offline': '응답 없음',
      'printer.unreachable': '끊어짐',
      'printer.error': '고장',
      'printer.none': '없음',
      'printer.not-seen': '종이 안 나옴',
      'drawer.not-opened': '열 수 없음',
      'drawer.unknown': '알 수 없음',
      'cash-receipt.network': '끊어짐',
      'cash-receipt.system': '점검 중',
      'cash-receipt.merchant-data': '설정 확인',
      'settings.gateway-missing': '설정 없음',
      'terminal.none': '없음',
      'terminal.unreachable': '끊어짐',
      'terminal.silent': '응답 없음',
      'display.silent': '응답 없음',
      'pad.unreachable': '끊어짐',
      'pad.silent': '응답 없음',
      'journal.disk-low': '공간 부족',
      'journal.corrupt': '기록 이상',
    },
    notScanned: '스캔해 보세요',
    scanned: '읽힘',
    broken: { printer: '계산대와 프린터 사이가 끊겼습니다.', gateway: '계산대와 창구 사이가 끊겼습니다.', terminal: '계산대와 단말기 사이가 끊겼습니다.', display: '계산대와 손님 화면 사이가 끊겼습니다.', pad: '계산대와 서명패드 사이가 끊겼습니다.' },
    throughPrinter: '프린터에 닿지 않아 열 수 없습니다. 열쇠로 여세요.',
    asking: '지금 물어보고 있습니다.',
    since: '언제부터',
    sinceText: (when, age) => `${when} · ${age}`,
    address: '주소',
    lastAnswer: '마지막 응답',
    answer: (when, took) => `${when} · ${took}`,
    never: '아직 없음',
    milliseconds: (count) => `${count}ms`,
    columns: '용지 폭',
    columnCount: (count) => `${count}칸`,
    kind: '종류',
    family: { none: '없음', 'koces-cat': 'KOCES CAT', 'kicc-ed721': 'KICC ED-721' },
    simulated: (family) => `${family} (연습용)`,
    model: '모델',
    modelText: (model, version) => `${model} · ${version}`,
    serial: '일련번호',
    terminalId: '단말기 번호',
    size: '화면 크기',
    monitor: '모니터',
    monitors: { own: '따로 있는 모니터', shared: '계산대와 같은 모니터', unknown: '알 수 없음' },
    lastEntry: '마지막 기록',
    entry: (number, when) => `${number}번 · ${when}`,
    room: '남은 공간',
    gigabytes: (count) => `${count} GB`,
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
    title: 'Devices and lines',
    allWell: 'All is well',
    picture: 'The counter and what is connected to it',
    computer: (counter) => `Counter ${counter}`,
    name: { printer: 'Receipt printer', drawer: 'Cash drawer', gateway: 'Cash receipts', terminal: 'Card terminal', display: 'Customer display', scanner: 'Scanner', journal: 'Sales journal', pad: 'Signature pad' },
    fine: {
      printer: 'Slips can be printed.',
      drawer: 'It opens through the printer.',
      gateway: 'Cash receipts are issued at once.',
      terminal: 'Cards can be taken.',
      display: 'The customer sees goods and amount.',
      scanner: 'It types like a keyboard; nothing to set.',
      journal: 'Every sale is being saved.',
      pad: 'Signatures can be taken.',
    },
    short: {
      'printer.paper-end': 'No paper',
      'printer.paper-near-end': 'Paper low',
      'printer.cover-open': 'Cover open',
      'printer.cutter': 'Cutter jammed',
      'printer.offline': 'No answer',
      'printer.unreachable': 'Cut off',
      'printer.error': 'Fault',
      'printer.none': 'None',
      'printer.not-seen': 'No paper came',
      'drawer.not-opened': 'Cannot open',
      'drawer.unknown': 'Not known',
      'cash-receipt.network': 'Cut off',
      'cash-receipt.system': 'Maintenance',
      'cash-receipt.merchant-data': 'Check settings',
      'settings.gateway-missing': 'Not set up',
      'terminal.none': 'None',
      'terminal.unreachable': 'Cut off',
      'terminal.silent': 'No answer',
      'display.silent': 'No answer',
      'pad.unreachable': 'Cut off',
      'pad.silent': 'No answer',
      'journal.disk-low': 'Disk low',
      'journal.corrupt': 'Damaged',
    },
    notScanned: 'Scan to try',
    scanned: 'Scans',
    broken: { printer: 'The line between counter and printer is broken.', gateway: 'The line between counter and gateway is broken.', terminal: 'The line between counter and terminal is broken.', display: 'The line between counter and display is broken.', pad: 'The line between counter and signature pad is broken.' },
    throughPrinter: 'The printer cannot be reached, so it cannot open. Use the key.',
    asking: 'Asking now.',
    since: 'Since',
    sinceText: (when, age) => `${when} · ${age}`,
    address: 'Address',
    lastAnswer: 'Last answer',
    answer: (when, took) => `${when} · ${took}`,
    never: 'Not yet',
    milliseconds: (count) => `${count} ms`,
    columns: 'Paper width',
    columnCount: (count) => `${count} columns`,
    kind: 'Kind',
    family: { none: 'None', 'koces-cat': 'KOCES CAT', 'kicc-ed721': 'KICC ED-721' },
    simulated: (family) => `${family} (practice)`,
    model: 'Model',
    modelText: (model, version) => `${model} · ${version}`,
    serial: 'Serial number',
    terminalId: 'Terminal id',
    size: 'Picture size',
    monitor: 'Monitor',
    monitors: { own: 'One of its own', shared: 'The cashier’s monitor', unknown: 'Cannot be told' },
    lastEntry: 'Last entry',
    entry: (number, when) => `No. ${number} · ${when}`,
    room: 'Free space',
    gigabytes: (count) => `${count} GB`,
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
      pad: 'Draw a line on the customer’s side. Nothing of it is kept.',
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
    title: '设备与连接',
    allWell: '一切正常',
    picture: '收银台及其连接的设备',
    computer: (counter) => `${counter} 号收银台`,
    name: { printer: '小票打印机', drawer: '钱箱', gateway: '现金收据通道', terminal: '刷卡终端', display: '顾客显示屏', scanner: '扫描枪', journal: '交易日志', pad: '签名板' },
    fine: {
      printer: '可以打印小票。',
      drawer: '通过打印机打开。',
      gateway: '现金收据可立即开具。',
      terminal: '可以刷卡。',
      display: '顾客可以看到商品和金额。',
      scanner: '像键盘一样输入，无需设置。',
      journal: '所有交易都在保存。',
      pad: '可以接受刷卡签名。',
    },
    short: {
      'printer.paper-end': '缺纸',
      'printer.paper-near-end': '纸快用完',
      'printer.cover-open': '盖子打开',
      'printer.cutter': '切刀卡住',
      'printer.offline': '无应答',
      'printer.unreachable': '断开',
      'printer.error': '故障',
      'printer.none': '没有',
      'printer.not-seen': '没有出纸',
      'drawer.not-opened': '打不开',
      'drawer.unknown': '未知',
      'cash-receipt.network': '断开',
      'cash-receipt.system': '维护中',
      'cash-receipt.merchant-data': '检查设置',
      'settings.gateway-missing': '未设置',
      'terminal.none': '没有',
      'terminal.unreachable': '断开',
      'terminal.silent': '无应答',
      'display.silent': '无应答',
      'pad.unreachable': '已断开',
      'pad.silent': '无应答',
      'journal.disk-low': '空间不足',
      'journal.corrupt': '日志异常',
    },
    notScanned: '请扫描试试',
    scanned: '可读取',
    broken: { printer: '收银台与打印机之间断开了。', gateway: '收银台与通道之间断开了。', terminal: '收银台与终端之间断开了。', display: '收银台与顾客显示屏之间断开了。', pad: '收银台与签名板之间断开了。' },
    throughPrinter: '连不上打印机，无法打开。请用钥匙。',
    asking: '正在询问。',
    since: '开始时间',
    sinceText: (when, age) => `${when} · ${age}`,
    address: '地址',
    lastAnswer: '最近应答',
    answer: (when, took) => `${when} · ${took}`,
    never: '还没有',
    milliseconds: (count) => `${count} 毫秒`,
    columns: '纸宽',
    columnCount: (count) => `${count} 列`,
    kind: '类型',
    family: { none: '没有', 'koces-cat': 'KOCES CAT', 'kicc-ed721': 'KICC ED-721' },
    simulated: (family) => `${family}（练习）`,
    model: '型号',
    modelText: (model, version) => `${model} · ${version}`,
    serial: '序列号',
    terminalId: '终端号',
    size: '画面尺寸',
    monitor: '显示器',
    monitors: { own: '独立显示器', shared: '与收银台同一台', unknown: '无法得知' },
    lastEntry: '最近记录',
    entry: (number, when) => `第 ${number} 条 · ${when}`,
    room: '剩余空间',
    gigabytes: (count) => `${count} GB`,
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
      journal: '检查从头到尾是否一行不少、没有改动。期间可以继续销售。',
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
    scan: (characters, took) => `${characters} 个字符 · ${took}`,
    withEnter: '以回车结束，正常。',
    withoutEnter: '没有以回车结束。可以销售，但稍慢。请按扫描枪说明书打开“CR 后缀”。',
    elsewhere: '是在顾客窗口读取的，可以销售。',
    reading: (done, total) => `已读取 ${done} / ${total} 行。`,
    verified: (rows, took) => `${rows} 行全部正确 · ${took}`,
    notVerified: (where) => `有不正确之处 · ${where}`,
  },
});
