/** Words of what was counted in the drawer: each close, and the counts before it that were too far off. */
import { defineWords } from './language.tsx';

export type DrawerCountWords = {
  readonly meaning: string;
  readonly none: string;
  readonly noneHint: string;
  readonly more: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly closed: (z: string) => string;
  readonly blind: string;
  /** The difference was within the limit of the settings. */
  readonly within: string;
  readonly notClosed: string;
  readonly asCounted: string;
  readonly recounted: string;
};

export const drawerCountWords = defineWords<DrawerCountWords>({
  ko: {
    meaning: '마감마다 센 돈과, 한도를 넘어 바로 마감하지 못한 셈입니다. 있어야 할 돈을 모르고 센 금액이 그대로 남습니다.',
    none: '이 기간에 센 돈이 없습니다',
    noneHint: '기간을 늘려 보세요.',
    more: '최근 것만 보입니다. 기간을 줄이세요.',
    when: '언제',
    who: '누가',
    what: '구분',
    why: '사유와 승인',
    closed: (z) => `마감 Z ${z}`,
    blind: '마감 전에 셈',
    within: '한도 안',
    notClosed: '아직 마감하지 않음',
    asCounted: '이대로 마감함',
    recounted: '다시 세어 마감함',
  },
  en: {
    meaning: 'What was counted at each close, and counts too far off to close over. Each stands as it was made, before the counter said what should be there.',
    none: 'Nothing was counted in these days',
    noneHint: 'Look at more days.',
    more: 'Only the newest are shown. Look at fewer days.',
    when: 'When',
    who: 'Who',
    what: 'What',
    why: 'Why, and who said yes',
    closed: (z) => `Close Z ${z}`,
    blind: 'Blind count',
    within: 'Within the limit',
    notClosed: 'Not closed yet',
    asCounted: 'Closed as counted',
    recounted: 'Counted again, then closed',
  },
  'zh-CN': {
    meaning: '每次结班清点的金额，以及差额超限而未能直接结班的清点。均为不知应有金额时所点，如实保留。',
    none: '此期间没有清点记录',
    noneHint: '请扩大期间。',
    more: '只显示最近的记录。请缩短期间。',
    when: '时间',
    who: '清点人',
    what: '类别',
    why: '理由与批准',
    closed: (z) => `结班 Z ${z}`,
    blind: '结班前清点',
    within: '未超限',
    notClosed: '尚未结班',
    asCounted: '按此结班',
    recounted: '重新清点后结班',
  },
});
