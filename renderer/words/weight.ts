/** Goods sold by weight. */
import { defineWords } from './language.tsx';

type WeightWords = {
  readonly weight: string;
  readonly title: (name: string) => string;
  readonly grams: (grams: string) => string;
  readonly per100g: (price: string) => string;
  /** `350 g × 1,200원/100g` */
  readonly line: (grams: string, price: string) => string;
  readonly needed: string;
  readonly add: (amount: string) => string;
  readonly now: (grams: string) => string;
  readonly change: (grams: string) => string;
};

export const weightWords = defineWords<WeightWords>({
  ko: {
    weight: '무게',
    title: (name) => `${name}, 몇 그램인가요?`,
    grams: (grams) => `${grams} g`,
    per100g: (price) => `${price}/100 g`,
    line: (grams, price) => `${grams} g × ${price}/100 g`,
    needed: '무게를 입력하세요',
    add: (amount) => `${amount} 담기`,
    now: (grams) => `지금 ${grams} g`,
    change: (grams) => `${grams} g으로 바꾸기`,
  },
  en: {
    weight: 'Weight',
    title: (name) => `${name}: how many grams?`,
    grams: (grams) => `${grams} g`,
    per100g: (price) => `${price}/100 g`,
    line: (grams, price) => `${grams} g × ${price}/100 g`,
    needed: 'Type the weight',
    add: (amount) => `Add ${amount}`,
    now: (grams) => `Now ${grams} g`,
    change: (grams) => `Change to ${grams} g`,
  },
  'zh-CN': {
    weight: '重量',
    title: (name) => `${name}，多少克？`,
    grams: (grams) => `${grams} g`,
    per100g: (price) => `${price}/100 g`,
    line: (grams, price) => `${grams} g × ${price}/100 g`,
    needed: '请输入重量',
    add: (amount) => `加入${amount}`,
    now: (grams) => `现在${grams} g`,
    change: (grams) => `改为${grams} g`,
  },
});
