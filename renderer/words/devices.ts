/** Words of the device page: what stands around the counter, and how it is. */
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
  },
  en: {
    title: 'Devices and connections',
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
    broken: { printer: 'Counter and printer are cut off.', gateway: 'Counter and gateway are cut off.', terminal: 'Counter and terminal are cut off.', display: 'Counter and display are cut off.', pad: 'Counter and signature pad are cut off.' },
    throughPrinter: 'The printer cannot be reached, so it cannot open. Use the key.',
    asking: 'Asking now.',
  },
  'zh-CN': {
    title: '设备与连接',
    allWell: '一切正常',
    picture: '收银台及其连接的设备',
    computer: (counter) => `${counter}号收银台`,
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
      'printer.none': '未配置',
      'printer.not-seen': '没有出纸',
      'drawer.not-opened': '打不开',
      'drawer.unknown': '未知',
      'cash-receipt.network': '断开',
      'cash-receipt.system': '维护中',
      'cash-receipt.merchant-data': '检查设置',
      'settings.gateway-missing': '未设置',
      'terminal.none': '未配置',
      'terminal.unreachable': '断开',
      'terminal.silent': '无应答',
      'display.silent': '无应答',
      'pad.unreachable': '断开',
      'pad.silent': '无应答',
      'journal.disk-low': '空间不足',
      'journal.corrupt': '日志异常',
    },
    notScanned: '请扫描试试',
    scanned: '可读取',
    broken: { printer: '收银台与打印机之间断开了。', gateway: '收银台与通道之间断开了。', terminal: '收银台与终端之间断开了。', display: '收银台与顾客显示屏之间断开了。', pad: '收银台与签名板之间断开了。' },
    throughPrinter: '连不上打印机，无法打开。请用钥匙。',
    asking: '正在询问。',
  },
});
