/** The counter itself: settings, clock, windows, bugs. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const PROGRAM_WORDS = {
  'settings.invalid': {
    who: 'manager',
    words: {
      ko: {
        what: '설정에 잘못된 값이 있습니다.',
        money: '판매 기록은 그대로입니다.',
        next: '점장이 작은 글씨로 적힌 항목을 고치고 다시 시작하세요.',
      },
      en: {
        what: 'A setting has a wrong value.',
        money: 'The sales records are as they were.',
        next: 'A manager corrects the item named in small print and starts again.',
      },
      'zh-CN': { what: '设置中有错误的值。', money: '交易记录保持不变。', next: '请店长更正小字所示项目后重新启动。' },
    },
  },
  'settings.gateway-missing': {
    who: 'manager',
    words: {
      ko: {
        what: '현금영수증 발급 서비스의 접속 정보가 없습니다.',
        money: '현금 판매는 할 수 있고, 현금영수증은 기다립니다.',
        next: '점장이 설정에 접속 정보를 넣으면 밀린 것부터 발급됩니다.',
      },
      en: {
        what: 'The credentials for the cash-receipt service are missing.',
        money: 'Cash can be taken; cash receipts wait.',
        next: 'Once a manager enters them in the settings, waiting receipts are issued first.',
      },
      'zh-CN': {
        what: '缺少现金收据服务的连接信息。',
        money: '可以现金销售，现金收据会排队等候。',
        next: '店长在设置中填写后，会先开具积压的收据。',
      },
    },
  },
  'counter.already-running': {
    who: 'cashier',
    words: {
      ko: { what: '계산대 프로그램이 이미 켜져 있습니다.', money: '켜져 있는 쪽의 판매는 그대로입니다.', next: '이미 열린 창에서 이어 하세요.' },
      en: {
        what: 'The counter is already running.',
        money: 'The sale in the other window is untouched.',
        next: 'Go on in the window that is already open.',
      },
      'zh-CN': { what: '收银程序已在运行。', money: '已打开窗口中的交易不受影响。', next: '请在已打开的窗口中继续。' },
    },
  },
  'counter.restarted': {
    who: 'cashier',
    words: {
      ko: {
        what: '프로그램이 다시 시작됐습니다.',
        money: '저장된 데까지 그대로이고, 두 번 결제되거나 발급된 것은 없습니다.',
        next: '화면의 판매를 확인하고 멈춘 곳에서 이어 하세요.',
      },
      en: {
        what: 'The program was started again.',
        money: 'Everything saved is here; nothing was charged or issued twice.',
        next: 'Check the sale on screen and go on where it stopped.',
      },
      'zh-CN': { what: '程序已重新启动。', money: '已保存的内容都在，没有重复收款或重复开具。', next: '请核对屏幕上的交易，从中断处继续。' },
    },
  },
  'counter.clock-wrong': {
    who: 'manager',
    words: {
      ko: {
        what: '이 계산대의 시계가 실제 시각과 다릅니다.',
        money: '금액은 맞지만, 적힌 시각이 틀릴 수 있습니다.',
        next: '점장이 시계를 맞추고 다시 시작하세요.',
      },
      en: {
        what: 'This counter’s clock does not agree with the real time.',
        money: 'Amounts are right, but recorded times may be wrong.',
        next: 'A manager sets the clock and starts again.',
      },
      'zh-CN': { what: '本收银台的时钟与实际时间不符。', money: '金额正确，但记录的时间可能有误。', next: '请店长校准时钟后重新启动。' },
    },
  },
  'bridge.bad-request': {
    who: 'cashier',
    words: {
      ko: {
        what: '화면이 알아볼 수 없는 요청을 보냈습니다.',
        money: '아무것도 바꾸지 않았습니다.',
        next: '다시 해 보세요. 되풀이되면 프로그램을 다시 시작하세요.',
      },
      en: {
        what: 'The screen sent a request that makes no sense.',
        money: 'It changed nothing.',
        next: 'Try again. If it repeats, start the program again.',
      },
      'zh-CN': { what: '屏幕发出了无法识别的请求。', money: '没有更改任何内容。', next: '请再试一次。若反复出现，请重新启动程序。' },
    },
  },
  'bridge.forbidden': {
    who: 'manager',
    words: {
      ko: {
        what: '이 창이 할 수 없는 요청을 막았습니다.',
        money: '판매와 돈은 바뀌지 않았습니다.',
        next: '되풀이되면 점장에게 알리고 프로그램을 다시 시작하세요.',
      },
      en: {
        what: 'A request this window may not make was blocked.',
        money: 'Sales and money did not change.',
        next: 'If it repeats, tell a manager and start the program again.',
      },
      'zh-CN': { what: '已拦截此窗口无权发出的请求。', money: '交易和款项没有变化。', next: '若反复出现，请告知店长并重新启动程序。' },
    },
  },
  'bridge.unknown-call': {
    who: 'cashier',
    words: {
      ko: {
        what: '이 프로그램에 없는 일을 화면이 요청했습니다.',
        money: '실행된 것이 없습니다.',
        next: '프로그램을 다시 시작하세요. 그래도 같으면 새로 설치하세요.',
      },
      en: {
        what: 'The screen asked for something this program does not have.',
        money: 'Nothing was carried out.',
        next: 'Start the program again. If it is the same, install it anew.',
      },
      'zh-CN': { what: '屏幕请求了本程序没有的功能。', money: '没有执行任何操作。', next: '请重新启动程序。若仍如此请重新安装。' },
    },
  },
  'program.part-missing': {
    who: 'cashier',
    words: {
      ko: { what: '이 화면을 불러오지 못했습니다.', money: '판매 기록은 그대로입니다.', next: '돌아가서 다시 열어 보세요. 그래도 같으면 프로그램을 다시 시작하세요.' },
      en: { what: 'This screen could not be loaded.', money: 'The sales records are as they were.', next: 'Go back and open it again. If it is the same, start the program again.' },
      'zh-CN': { what: '无法加载此画面。', money: '交易记录保持不变。', next: '请返回后再打开一次。若仍如此请重新启动程序。' },
    },
  },
  'program.bug': {
    who: 'manager',
    words: {
      ko: {
        what: '프로그램에 예상하지 못한 오류가 났습니다.',
        money: '저장된 판매는 안전합니다. 이 일은 저장된 데까지만 된 것입니다.',
        next: '다시 시작해 어디까지 됐는지 보고, 작은 글씨를 적어 알려 주세요.',
      },
      en: {
        what: 'The program met an error it did not expect.',
        money: 'Saved sales are safe. This act got only as far as it was saved.',
        next: 'Start again, see how far it got, and report the small print.',
      },
      'zh-CN': {
        what: '程序发生了意外错误。',
        money: '已保存的交易是安全的。此操作只完成到已保存的部分。',
        next: '请重新启动，查看完成到哪一步，并报告小字内容。',
      },
    },
  },
} as const satisfies Record<string, FailureEntry>;
