/** Deleting products, walking through pages of them, arranging their keys. */
import { defineWords } from './language.tsx';

type ProductsWords = {
  readonly delete: string;
  readonly deleted: (name: string) => string;
  readonly deletedMany: (count: string) => string;
  readonly keysMoved: string;
  readonly undo: string;
  readonly mark: string;
  readonly markDone: string;
  readonly deleteMarked: (count: string) => string;
  readonly pages: (from: string, to: string, total: string) => string;
  readonly pageBefore: string;
  readonly pageAfter: string;
  readonly unsavedTitle: string;
  readonly unsaved: (name: string) => string;
  readonly goOn: string;
  readonly discard: string;
  readonly byPiece: string;
  readonly byWeight: string;
  readonly soldBy: string;
  readonly pricePer100g: string;
  readonly priceOf100g: (price: string) => string;
  readonly keyPages: string;
  readonly keyPage: (name: string) => string;
  readonly newPage: string;
  readonly pageName: string;
  readonly pageUp: (name: string) => string;
  readonly pageDown: (name: string) => string;
  readonly pageRename: string;
  readonly pageRemove: string;
  readonly pageRemoveHint: (count: string) => string;
  readonly places: (name: string) => string;
  readonly emptyPlace: (place: number) => string;
  readonly dragKey: (name: string) => string;
  readonly keyRemove: string;
  readonly keyAdd: string;
  readonly placing: (name: string) => string;
  readonly placingHint: string;
  readonly arrangeHint: string;
  readonly stopPlacing: string;
  readonly noPages: string;
};

export const productsWords = defineWords<ProductsWords>({
  ko: {
    delete: '상품 지우기',
    deleted: (name) => `‘${name}’ 지움`,
    deletedMany: (count) => `상품 ${count}개 지움`,
    keysMoved: '단추를 바꿈',
    undo: '되돌리기',
    mark: '여러 개 고르기',
    markDone: '고르기 끝',
    deleteMarked: (count) => `${count}개 지우기`,
    pages: (from, to, total) => `${total}개 중 ${from}–${to}`,
    pageBefore: '앞 쪽',
    pageAfter: '다음 쪽',
    unsavedTitle: '저장하지 않은 내용이 있습니다',
    unsaved: (name) => `‘${name}’에서 고친 내용을 저장하지 않았습니다.`,
    goOn: '계속 고치기',
    discard: '버리고 나가기',
    byPiece: '낱개',
    byWeight: '무게',
    soldBy: '파는 단위',
    pricePer100g: '100 g 가격 (원)',
    priceOf100g: (price) => `${price}/100 g`,
    keyPages: '단추 쪽',
    keyPage: (name) => `${name} 쪽`,
    newPage: '쪽 더하기',
    pageName: '쪽 이름',
    pageUp: (name) => `${name} 위로`,
    pageDown: (name) => `${name} 아래로`,
    pageRename: '이름 바꾸기',
    pageRemove: '쪽 없애기',
    pageRemoveHint: (count) => `단추 ${count}개가 판매 화면에서 빠집니다. 상품은 그대로입니다.`,
    places: (name) => `${name} 쪽의 자리`,
    emptyPlace: (place) => `${place}번 빈 자리`,
    dragKey: (name) => `${name} 끌기`,
    keyRemove: '단추 빼기',
    keyAdd: '상품을 찾아 단추로 놓기',
    placing: (name) => `‘${name}’ 놓을 자리를 고르세요`,
    placingHint: '다른 단추를 고르면 서로 자리를 바꿉니다.',
    arrangeHint: '단추를 끌어 옮기거나, 단추를 누르고 놓을 자리를 누르세요.',
    stopPlacing: '그만두기',
    noPages: '쪽을 하나 더하면 단추를 놓을 수 있습니다.',
  },
  en: {
    delete: 'Delete the product',
    deleted: (name) => `“${name}” deleted`,
    deletedMany: (count) => `${count} products deleted`,
    keysMoved: 'Keys changed',
    undo: 'Undo',
    mark: 'Choose several',
    markDone: 'Done choosing',
    deleteMarked: (count) => `Delete ${count}`,
    pages: (from, to, total) => `${from}–${to} of ${total}`,
    pageBefore: 'Page before',
    pageAfter: 'Next page',
    unsavedTitle: 'Not saved yet',
    unsaved: (name) => `What you changed in “${name}” has not been saved.`,
    goOn: 'Go on editing',
    discard: 'Discard and leave',
    byPiece: 'Piece',
    byWeight: 'Weight',
    soldBy: 'Sold by',
    pricePer100g: 'Price of 100 g (won)',
    priceOf100g: (price) => `${price}/100 g`,
    keyPages: 'Pages of keys',
    keyPage: (name) => `Page ${name}`,
    newPage: 'Add a page',
    pageName: 'Name of the page',
    pageUp: (name) => `Move ${name} up`,
    pageDown: (name) => `Move ${name} down`,
    pageRename: 'Rename',
    pageRemove: 'Remove the page',
    pageRemoveHint: (count) => `${count} keys leave the sale screen. The products stay.`,
    places: (name) => `Places of the page ${name}`,
    emptyPlace: (place) => `Place ${place}, empty`,
    dragKey: (name) => `Drag ${name}`,
    keyRemove: 'Remove the key',
    keyAdd: 'Find a product to place',
    placing: (name) => `Choose a place for “${name}”`,
    placingHint: 'Choose another key and the two change places.',
    arrangeHint: 'Drag a key, or touch it and then its new place.',
    stopPlacing: 'Stop',
    noPages: 'Add a page to place keys on.',
  },
  'zh-CN': {
    delete: '删除商品',
    deleted: (name) => `已删除“${name}”`,
    deletedMany: (count) => `已删除${count}个商品`,
    keysMoved: '已更改快捷键',
    undo: '恢复',
    mark: '选择多个',
    markDone: '结束选择',
    deleteMarked: (count) => `删除${count}个`,
    pages: (from, to, total) => `${total}个中的${from}–${to}`,
    pageBefore: '上一页',
    pageAfter: '下一页',
    unsavedTitle: '有未保存的内容',
    unsaved: (name) => `“${name}”的修改还没有保存。`,
    goOn: '继续修改',
    discard: '放弃并离开',
    byPiece: '按件',
    byWeight: '按重量',
    soldBy: '销售方式',
    pricePer100g: '每 100 g 价格（韩元）',
    priceOf100g: (price) => `${price}/100 g`,
    keyPages: '快捷键页',
    keyPage: (name) => `${name}页`,
    newPage: '添加页',
    pageName: '页名',
    pageUp: (name) => `${name}上移`,
    pageDown: (name) => `${name}下移`,
    pageRename: '改名',
    pageRemove: '删除此页',
    pageRemoveHint: (count) => `${count}个快捷键将从销售画面移除，商品不变。`,
    places: (name) => `${name}页的位置`,
    emptyPlace: (place) => `${place}号空位`,
    dragKey: (name) => `拖动${name}`,
    keyRemove: '移除快捷键',
    keyAdd: '查找商品放为快捷键',
    placing: (name) => `请选择“${name}”的位置`,
    placingHint: '选择其他快捷键则互换位置。',
    arrangeHint: '拖动快捷键，或先点它再点新位置。',
    stopPlacing: '停止',
    noPages: '添加一页后即可放置快捷键。',
  },
});
