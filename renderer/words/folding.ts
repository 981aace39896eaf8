/** Words of the start after an update, while an older journal is folded anew. */
import { defineWords } from './language.tsx';

export type FoldingWords = {
  readonly title: string;
  readonly meaning: string;
  readonly next: string;
  readonly share: (percent: string) => string;
};

export const foldingWords = defineWords<FoldingWords>({
  ko: {
    title: '판매 기록을 새로 읽고 있습니다',
    meaning: '업데이트한 뒤 한 번만 합니다. 저장된 판매는 그대로이고, 잃는 것은 없습니다.',
    next: '다 읽으면 저절로 열립니다. 끄면 처음부터 다시 읽으니 끄지 마세요.',
    share: (percent) => `${percent}%`,
  },
  en: {
    title: 'Reading the sales journal anew',
    meaning: 'Once after an update. Saved sales stay as they are; nothing is lost.',
    next: 'The counter opens by itself. Leave it on: switched off, it begins again.',
    share: (percent) => `${percent}%`,
  },
  'zh-CN': {
    title: '正在重新读取交易日志',
    meaning: '更新后只需一次。已保存的交易保持原样，不会丢失。',
    next: '读完后收银台会自动打开。关机会从头再读，请勿关机。',
    share: (percent) => `${percent}%`,
  },
});
