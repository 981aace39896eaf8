/** The learner's tools. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const PRACTICE_WORDS = {
  'practice.only': {
    who: 'cashier',
    words: {
      ko: { what: '연습에서만 쓸 수 있는 도구입니다.', money: '가게의 판매에는 아무 일도 없었습니다.', next: '메뉴에서 연습으로 들어가 쓰세요.' },
      en: { what: 'This tool is for practice only.', money: 'Nothing happened to the sales of the shop.', next: 'Go to practice from the menu, and use it there.' },
      'zh-CN': { what: '这是只能在练习中使用的工具。', money: '店铺的交易没有受到影响。', next: '请从菜单进入练习后使用。' },
    },
  },
  'practice.no-simulator': {
    who: 'cashier',
    words: {
      ko: { what: '이 연습에는 흉내 단말기가 없습니다.', money: '연습이라 실제 돈은 오가지 않습니다.', next: '설정에서 카드 단말기를 연습용으로 바꾸세요.' },
      en: { what: 'This practice has no simulated device.', money: 'It is practice; no real money moves.', next: 'Choose the practice terminal in the settings.' },
      'zh-CN': { what: '本次练习没有模拟设备。', money: '这是练习，没有真实的资金往来。', next: '请在设置中选择练习终端。' },
    },
  },
  'practice.simulator-gone': {
    who: 'cashier',
    words: {
      ko: { what: '흉내 단말기가 멈췄습니다.', money: '연습이라 실제 돈은 오가지 않습니다.', next: '계산대를 껐다가 다시 켜세요.' },
      en: { what: 'The simulated device has stopped.', money: 'It is practice; no real money moves.', next: 'Close the counter and start it again.' },
      'zh-CN': { what: '模拟设备已停止。', money: '这是练习，没有真实的资金往来。', next: '请关闭收银台后重新启动。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
