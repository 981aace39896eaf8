/** Paper and the drawer: a sale is paid whatever they do. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const PRINTER_WORDS = {
  'printer.paper-end': {
    who: 'cashier',
    words: {
      ko: { what: '프린터 용지가 떨어졌습니다.', money: '판매는 끝났고 돈은 그대로입니다.', next: '용지를 넣고 다시 인쇄를 누르세요.' },
      en: {
        what: 'The printer is out of paper.',
        money: 'The sale stands; the money is fine.',
        next: 'Put in paper, then press print again.',
      },
      'zh-CN': { what: '打印机缺纸。', money: '交易已完成，收款不变。', next: '请装纸后按“重新打印”。' },
    },
  },
  'printer.paper-near-end': {
    who: 'cashier',
    words: {
      ko: {
        what: '프린터 용지가 얼마 남지 않았습니다.',
        money: '지금까지의 판매와 영수증에는 문제가 없습니다.',
        next: '한가할 때 새 용지로 갈아 주세요.',
      },
      en: { what: 'The printer paper is running low.', money: 'Sales and slips so far are fine.', next: 'Change the roll at a quiet moment.' },
      'zh-CN': { what: '打印纸快用完了。', money: '到目前为止的交易和小票均正常。', next: '请在空闲时更换纸卷。' },
    },
  },
  'printer.cover-open': {
    who: 'cashier',
    words: {
      ko: {
        what: '프린터 덮개가 열려 있습니다.',
        money: '판매는 그대로이고, 영수증만 나오지 않았습니다.',
        next: '덮개를 닫고 다시 인쇄를 누르세요.',
      },
      en: {
        what: 'The printer’s cover is open.',
        money: 'The sale stands; only the slip did not come out.',
        next: 'Close the cover, then press print again.',
      },
      'zh-CN': { what: '打印机盖子开着。', money: '交易不受影响，只是小票没有打印出来。', next: '请合上盖子后按“重新打印”。' },
    },
  },
  'printer.cutter': {
    who: 'cashier',
    words: {
      ko: {
        what: '프린터의 칼날이 걸렸습니다.',
        money: '판매는 그대로입니다. 영수증이 덜 나왔을 수 있습니다.',
        next: '전원을 껐다 켜고 걸린 종이를 빼낸 뒤 다시 인쇄하세요.',
      },
      en: {
        what: 'The printer’s cutter is jammed.',
        money: 'The sale stands. The slip may be incomplete.',
        next: 'Switch it off and on, take out the jammed paper, and print again.',
      },
      'zh-CN': { what: '打印机切纸刀卡住了。', money: '交易不受影响。小票可能不完整。', next: '请关机再开机，取出卡住的纸后重新打印。' },
    },
  },
  'printer.offline': {
    who: 'cashier',
    words: {
      ko: {
        what: '프린터가 쉬고 있어 인쇄하지 못했습니다.',
        money: '판매는 그대로이고 돈도 맞습니다.',
        next: '프린터의 전원과 불빛을 보고, 켜졌으면 다시 인쇄하세요.',
      },
      en: {
        what: 'The printer is offline and did not print.',
        money: 'The sale stands and the money is right.',
        next: 'Check its power and lights; when it is ready, print again.',
      },
      'zh-CN': { what: '打印机处于脱机状态，未能打印。', money: '交易不受影响，金额无误。', next: '请检查电源和指示灯，就绪后重新打印。' },
    },
  },
  'printer.unreachable': {
    who: 'cashier',
    words: {
      ko: {
        what: '프린터와 연결되지 않습니다.',
        money: '판매는 그대로이고, 돈은 문제없습니다.',
        next: '전원과 케이블을 확인하고 다시 인쇄하세요. 그래도 안 되면 점장을 부르세요.',
      },
      en: {
        what: 'The printer cannot be reached.',
        money: 'The sale stands; the money is fine.',
        next: 'Check power and cable, then print again. If it still fails, call a manager.',
      },
      'zh-CN': { what: '无法连接打印机。', money: '交易不受影响，款项没有问题。', next: '请检查电源和线缆后重新打印。仍不行请叫店长。' },
    },
  },
  'printer.error': {
    who: 'cashier',
    words: {
      ko: {
        what: '프린터가 고장을 알려 왔습니다.',
        money: '판매는 끝났습니다. 영수증은 나오지 않았을 수 있습니다.',
        next: '프린터를 껐다 켜고 다시 인쇄하세요. 되풀이되면 점장을 부르세요.',
      },
      en: {
        what: 'The printer reports a fault.',
        money: 'The sale is complete. The slip may not have come out.',
        next: 'Switch it off and on, then print again. If it happens again, call a manager.',
      },
      'zh-CN': { what: '打印机报告故障。', money: '交易已完成。小票可能没有打印出来。', next: '请重启打印机后重新打印。若再次出现请叫店长。' },
    },
  },
  'printer.not-encodable': {
    who: 'manager',
    words: {
      ko: {
        what: '영수증에 프린터가 찍을 수 없는 글자가 있습니다.',
        money: '판매는 그대로이고, 인쇄만 멈췄습니다.',
        next: '화면의 영수증을 보여 드리고, 점장이 상품 이름을 고치세요.',
      },
      en: {
        what: 'The slip has a character this printer cannot print.',
        money: 'The sale stands; only printing stopped.',
        next: 'Show the slip on screen; a manager changes the product’s name.',
      },
      'zh-CN': {
        what: '小票中有打印机无法打印的字符。',
        money: '交易不受影响，只是停止了打印。',
        next: '请出示屏幕上的小票，并由店长修改商品名称。',
      },
    },
  },
  'printer.unknown': {
    who: 'cashier',
    words: {
      ko: {
        what: '영수증이 나왔는지 프린터가 알려 주지 않았습니다.',
        money: '판매는 끝났고 돈은 그대로입니다. 다시 결제하지 마세요.',
        next: '종이를 보고, 안 나왔으면 다시 인쇄를 누르세요.',
      },
      en: {
        what: 'The printer did not say whether the slip came out.',
        money: 'The sale is complete and the money stands. Do not charge again.',
        next: 'Look at the paper; if there is none, press print again.',
      },
      'zh-CN': {
        what: '打印机没有告知小票是否已打印。',
        money: '交易已完成，收款不变。请勿重复收款。',
        next: '请查看纸张；没有打印出来就按“重新打印”。',
      },
    },
  },
  'printer.not-seen': {
    who: 'cashier',
    words: {
      ko: {
        what: '시험 전표가 나오지 않았다고 하셨습니다.',
        money: '판매와 돈에는 아무 영향이 없습니다.',
        next: '용지 방향과 덮개, 전원을 보고 다시 시험하세요. 그동안 전표는 화면으로 보여 드리세요.',
      },
      en: {
        what: 'You said that the test slip did not come out.',
        money: 'Sales and money are not affected.',
        next: 'Check paper side, cover and power, then test again. Until then show slips on screen.',
      },
      'zh-CN': { what: '您表示测试小票没有打印出来。', money: '交易和金额不受影响。', next: '请检查纸张正反、盖子和电源后再测试。在此期间请出示屏幕上的小票。' },
    },
  },
  'drawer.not-opened': {
    who: 'cashier',
    words: {
      ko: {
        what: '돈통이 열리지 않았습니다.',
        money: '결제는 저장됐고, 거스름돈은 화면 금액대로입니다.',
        next: '열쇠로 돈통을 여세요. 계속 안 열리면 케이블을 보세요.',
      },
      en: {
        what: 'The cash drawer did not open.',
        money: 'The payment is saved; the change due is the amount on screen.',
        next: 'Open it with the key. If it keeps happening, check its cable.',
      },
      'zh-CN': { what: '钱箱没有打开。', money: '付款已保存，找零以屏幕金额为准。', next: '请用钥匙打开钱箱。若一直打不开，请检查线缆。' },
    },
  },
  'drawer.unknown': {
    who: 'cashier',
    words: {
      ko: {
        what: '돈통이 열렸는지 알 수 없습니다.',
        money: '결제는 저장됐습니다. 돈통은 저절로 다시 열리지 않습니다.',
        next: '닫혀 있으면 열쇠로 열어 거스름돈을 드리세요.',
      },
      en: {
        what: 'It is not known whether the cash drawer opened.',
        money: 'The payment is saved. The drawer will not open again by itself.',
        next: 'If it is shut, open it with the key and give the change.',
      },
      'zh-CN': { what: '不清楚钱箱是否已打开。', money: '付款已保存。钱箱不会自行再次打开。', next: '若仍关着，请用钥匙打开并找零。' },
    },
  },
  'display.silent': {
    who: 'cashier',
    words: {
      ko: {
        what: '손님 화면이 대답하지 않습니다.',
        money: '판매와 돈은 그대로입니다. 손님만 못 봅니다.',
        next: '화면 전원과 케이블을 보세요. 그동안 금액은 말씀으로 알려 드리세요.',
      },
      en: {
        what: 'The display does not answer.',
        money: 'Sales and money stand; only the customer cannot see the amount.',
        next: 'Check its power and cable. Until then tell customers the amount.',
      },
      'zh-CN': { what: '顾客显示屏没有应答。', money: '交易和金额不变，只是顾客看不到金额。', next: '请检查显示屏的电源和线缆。在此期间请口头告知金额。' },
    },
  },
  'display.in-use': {
    who: 'cashier',
    words: {
      ko: { what: '손님이 화면을 쓰고 있어 시험하지 않았습니다.', money: '손님이 보던 화면은 그대로입니다.', next: '손님 차례가 끝난 뒤 다시 시험하세요.' },
      en: { what: 'A customer is using the display, so it was not tested.', money: 'What the customer sees has not changed.', next: 'Test it when this customer is finished.' },
      'zh-CN': { what: '顾客正在使用显示屏，未进行测试。', money: '顾客看到的内容没有改变。', next: '请在该顾客完成后再测试。' },
    },
  },
  'slip.nothing-to-print': {
    who: 'cashier',
    words: {
      ko: { what: '다시 인쇄할 영수증이 없습니다.', money: '판매 기록은 그대로입니다.', next: '판매 목록에서 결제가 끝난 판매를 고르세요.' },
      en: { what: 'There is no slip to print again.', money: 'The sales records are unchanged.', next: 'Choose a paid sale from the sales list.' },
      'zh-CN': { what: '没有可重新打印的小票。', money: '交易记录不变。', next: '请在交易列表中选择已付款的交易。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
