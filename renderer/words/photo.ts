/** Photos of products: given, seen, removed. */
import { defineWords } from './language.tsx';

type PhotoWords = {
  readonly photo: string;
  readonly of: (name: string) => string;
  readonly add: string;
  readonly replace: string;
  readonly remove: string;
  /** The one that was taken off. */
  readonly bringBack: string;
  /** The one that was chosen. */
  readonly takeBack: string;
  /** How else one can be given. */
  readonly hint: string;
  readonly shrinking: string;
  readonly chosen: string;
  readonly removed: string;
  readonly none: string;
  readonly changed: (name: string) => string;
};

export const photoWords = defineWords<PhotoWords>({
  ko: {
    photo: '사진',
    of: (name) => `${name} 사진`,
    add: '사진 넣기',
    replace: '바꾸기',
    remove: '빼기',
    bringBack: '사진 되돌리기',
    takeBack: '취소',
    hint: '끌어 놓거나 붙여 넣기',
    shrinking: '사진 줄이는 중',
    chosen: '새 사진을 골랐습니다. 저장하면 바뀝니다.',
    removed: '사진을 뺐습니다. 저장하면 사라집니다.',
    none: '사진 없음',
    changed: (name) => `사진 바꿈: ‘${name}’`,
  },
  en: {
    photo: 'Photo',
    of: (name) => `Photo of ${name}`,
    add: 'Add a photo',
    replace: 'Replace',
    remove: 'Remove',
    bringBack: 'Restore photo',
    takeBack: 'Undo',
    hint: 'Or drop or paste one',
    shrinking: 'Making it smaller',
    chosen: 'A new photo is chosen. Saving puts it there.',
    removed: 'The photo is taken off. Saving removes it.',
    none: 'No photo',
    changed: (name) => `Photo changed: “${name}”`,
  },
  'zh-CN': {
    photo: '照片',
    of: (name) => `${name}的照片`,
    add: '添加照片',
    replace: '更换',
    remove: '移除',
    bringBack: '恢复照片',
    takeBack: '恢复',
    hint: '也可拖入或粘贴',
    shrinking: '正在缩小照片',
    chosen: '已选择新照片，保存后生效。',
    removed: '已移除照片，保存后生效。',
    none: '无照片',
    changed: (name) => `已更改照片：“${name}”`,
  },
});
