/** Photos of products. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const PHOTO_WORDS = {
  'catalogue.photo-not-a-picture': {
    who: 'manager',
    words: {
      ko: {
        what: '사진으로 쓸 수 없는 파일입니다.',
        money: '상품은 그대로입니다. 판매에는 영향이 없습니다.',
        next: 'JPEG, PNG, WebP 사진을 고르세요. 휴대전화의 HEIC 사진은 JPEG로 바꾸어 고르세요.',
      },
      en: {
        what: 'This file is not a photo that can be used.',
        money: 'The product is as it was; sales are not affected.',
        next: 'Choose a JPEG, PNG or WebP; save a phone’s HEIC photo as JPEG first.',
      },
      'zh-CN': {
        what: '这个文件不能用作照片。',
        money: '商品不变，不影响销售。',
        next: '请选择JPEG、PNG或WebP照片；手机的HEIC照片请先转成JPEG。',
      },
    },
  },
  'catalogue.photo-too-large': {
    who: 'manager',
    words: {
      ko: {
        what: '사진 파일이 20MB를 넘습니다.',
        money: '상품은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '더 작은 사진을 고르세요. 상품이 알아보이면 됩니다.',
      },
      en: {
        what: 'The photo’s file is larger than 20 MB.',
        money: 'The product is as it was; sales are not affected.',
        next: 'Choose a smaller one; it only has to show what the product is.',
      },
      'zh-CN': {
        what: '照片文件超过20MB。',
        money: '商品不变，不影响销售。',
        next: '请选择更小的照片，能认出商品即可。',
      },
    },
  },
  'catalogue.photo-too-many-pixels': {
    who: 'manager',
    words: {
      ko: {
        what: '사진이 4천만 화소를 넘습니다.',
        money: '상품은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '휴대전화에서 보통 크기로 찍거나 줄인 사진을 고르세요.',
      },
      en: {
        what: 'The photo has more than 40 million pixels.',
        money: 'The product is as it was; sales are not affected.',
        next: 'Take it in the phone’s ordinary size, or choose a reduced one.',
      },
      'zh-CN': {
        what: '照片超过4千万像素。',
        money: '商品不变，不影响销售。',
        next: '请用手机的普通尺寸拍摄，或选择缩小后的照片。',
      },
    },
  },
  'catalogue.photo-unreadable': {
    who: 'manager',
    words: {
      ko: {
        what: '사진 파일이 깨져 있어 열 수 없습니다.',
        money: '상품은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '사진을 다시 찍거나 다른 사진을 고르세요.',
      },
      en: {
        what: 'The photo’s file is damaged and cannot be opened.',
        money: 'The product is as it was; sales are not affected.',
        next: 'Take the photo again, or choose another.',
      },
      'zh-CN': {
        what: '照片文件已损坏，无法打开。',
        money: '商品不变，不影响销售。',
        next: '请重新拍摄，或选择其他照片。',
      },
    },
  },
  'catalogue.photos-full': {
    who: 'manager',
    words: {
      ko: {
        what: '상품 사진이 2,000장으로 다 찼습니다.',
        money: '저장하지 않았습니다. 있는 사진과 판매는 그대로입니다.',
        next: '쓰지 않는 상품의 사진을 빼고 다시 저장하세요.',
      },
      en: {
        what: 'There are 2,000 photos already; no more fit.',
        money: 'Nothing was saved; the photos there are and sales are as they were.',
        next: 'Remove the photo of a product that no longer needs one, then save again.',
      },
      'zh-CN': {
        what: '商品照片已满，最多2,000张。',
        money: '没有保存，现有照片和销售不变。',
        next: '请移除不再需要的商品照片后再保存。',
      },
    },
  },
} as const satisfies Record<string, FailureEntry>;
