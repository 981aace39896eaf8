/** Words of the search on the sale screen and of the room where products are kept. */
import type { TaxClass } from '../../domain/tax.ts';
import { defineWords } from './language.tsx';

export type CatalogueWords = {
  readonly menu: string;
  readonly register: string;
  readonly results: string;
  readonly found: (shown: string, total: string) => string;
  readonly askManager: string;
  readonly noKeys: string;
  readonly noKeysHint: string;
  readonly searching: string;
  readonly title: string;
  readonly search: string;
  readonly clearSearch: string;
  readonly list: string;
  readonly count: (total: string) => string;
  readonly more: (shown: string, total: string) => string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly none: (text: string) => string;
  readonly noneHint: string;
  readonly add: string;
  readonly newTitle: string;
  readonly editTitle: string;
  readonly pick: string;
  readonly pickHint: string;
  readonly name: string;
  readonly barcode: string;
  readonly barcodeHint: string;
  readonly price: string;
  readonly tax: string;
  readonly taxClass: Readonly<Record<TaxClass, string>>;
  readonly category: string;
  readonly categories: string;
  readonly quickKey: string;
  readonly quickKeyHint: (category: string) => string;
  readonly save: string;
  readonly saving: string;
  readonly saved: (name: string, price: string) => string;
  readonly unchanged: string;
  readonly revert: string;
  readonly managerOnly: string;
  readonly noBarcode: string;
  readonly taken: (name: string) => string;
  readonly character: (character: string) => string;
};

const ko: CatalogueWords = {
  menu: '상품',
  register: '이 상품 등록',
  results: '찾은 상품',
  found: (shown, total) => (shown === total ? `${total}개 찾음` : `${total}개 중 ${shown}개`),
  askManager: '새 상품은 점장이 등록할 수 있습니다.',
  noKeys: '빠른 단추가 없습니다',
  noKeysHint: '상품을 스캔하거나 이름으로 찾으세요. 단추는 메뉴의 상품에서 놓습니다.',
  searching: '찾는 중',
  title: '상품',
  search: '이름 · 초성 · 바코드',
  clearSearch: '찾기 지우기',
  list: '상품 목록',
  count: (total) => `${total}개`,
  more: (shown, total) => `${total}개 중 ${shown}개입니다. 나머지는 이름이나 바코드로 찾으세요.`,
  empty: '등록된 상품이 없습니다.',
  emptyHint: '첫 상품을 등록하면 바로 팔 수 있습니다.',
  none: (text) => `‘${text}’ 상품이 없습니다`,
  noneHint: '이름의 일부나 초성, 바코드 뒷자리로 찾아 보세요.',
  add: '새 상품',
  newTitle: '새 상품',
  editTitle: '상품 고치기',
  pick: '상품을 고르세요',
  pickHint: '목록에서 고르거나 바코드를 스캔하면 여기에 나타납니다.',
  name: '이름',
  barcode: '바코드',
  barcodeHint: '스캔하거나 입력 · 없으면 비워 두기',
  price: '가격 (원)',
  tax: '부가세',
  taxClass: { taxable: '과세', exempt: '면세' },
  category: '분류',
  categories: '쓰고 있는 분류',
  quickKey: '판매 화면에 단추 놓기',
  quickKeyHint: (category) => `‘${category}’ 쪽에 놓입니다`,
  save: '저장',
  saving: '저장하는 중',
  saved: (name, price) => `저장했습니다. ${name} ${price}, 지금부터 이 가격으로 팝니다.`,
  unchanged: '바뀐 것이 없습니다',
  revert: '되돌리기',
  managerOnly: '상품은 점장만 바꿀 수 있습니다. 여기서는 볼 수만 있습니다.',
  noBarcode: '바코드 없음',
  taken: (name) => `이 바코드의 상품: ${name}`,
  character: (character) => `찍지 못하는 글자: ${character}`,
};

const en: CatalogueWords = {
  menu: 'Products',
  register: 'Add this product',
  results: 'Products found',
  found: (shown, total) => (shown === total ? `${total} found` : `${shown} of ${total}`),
  askManager: 'A manager can add a new product.',
  noKeys: 'There are no quick keys',
  noKeysHint: 'Scan a product or find it by name. Keys are placed under Products in the menu.',
  searching: 'Searching',
  title: 'Products',
  search: 'Name, initials or barcode',
  clearSearch: 'Clear search',
  list: 'Products',
  count: (total) => `${total} products`,
  more: (shown, total) => `These are ${shown} of ${total}. Find the rest by name or barcode.`,
  empty: 'There are no products yet.',
  emptyHint: 'Add the first one and it can be sold at once.',
  none: (text) => `No product matches “${text}”`,
  noneHint: 'Try part of the name, its initials, or the last digits of the barcode.',
  add: 'New product',
  newTitle: 'New product',
  editTitle: 'Change product',
  pick: 'Choose a product',
  pickHint: 'Choose one from the list, or scan its barcode, and it appears here.',
  name: 'Name',
  barcode: 'Barcode',
  barcodeHint: 'Scan or type · leave empty if none',
  price: 'Price (won)',
  tax: 'VAT',
  taxClass: { taxable: 'Taxable', exempt: 'Exempt' },
  category: 'Category',
  categories: 'Categories in use',
  quickKey: 'Key on the sale screen',
  quickKeyHint: (category) => `On the page “${category}”`,
  save: 'Save',
  saving: 'Saving',
  saved: (name, price) => `Saved. ${name} sells at ${price} from now on.`,
  unchanged: 'Nothing has changed',
  revert: 'Undo changes',
  managerOnly: 'Only a manager can change products. Here you can look.',
  noBarcode: 'No barcode',
  taken: (name) => `The product with this barcode: ${name}`,
  character: (character) => `Cannot be printed: ${character}`,
};

const zh: CatalogueWords = {
  menu: '商品',
  register: '登记此商品',
  results: '找到的商品',
  found: (shown, total) => (shown === total ? `找到${total}个` : `${total}个中的${shown}个`),
  askManager: '新商品由店长登记。',
  noKeys: '没有快捷键',
  noKeysHint: '请扫描商品或按名称查找。快捷键在菜单的商品中设置。',
  searching: '查找中',
  title: '商品',
  search: '名称、首字母或条形码',
  clearSearch: '清除查找',
  list: '商品列表',
  count: (total) => `${total}个`,
  more: (shown, total) => `显示${total}个中的${shown}个，其余请按名称或条形码查找。`,
  empty: '还没有商品。',
  emptyHint: '登记第一个商品后即可销售。',
  none: (text) => `没有“${text}”的商品`,
  noneHint: '请用部分名称、首字母或条形码末尾数字查找。',
  add: '新商品',
  newTitle: '新商品',
  editTitle: '修改商品',
  pick: '请选择商品',
  pickHint: '从列表中选择或扫描条形码，即显示在此。',
  name: '名称',
  barcode: '条形码',
  barcodeHint: '扫描或输入 · 没有可留空',
  price: '价格（韩元）',
  tax: '增值税',
  taxClass: { taxable: '应税', exempt: '免税' },
  category: '分类',
  categories: '已用分类',
  quickKey: '放在销售画面的快捷键',
  quickKeyHint: (category) => `放在“${category}”页`,
  save: '保存',
  saving: '保存中',
  saved: (name, price) => `已保存。${name}从现在起按${price}销售。`,
  unchanged: '没有变化',
  revert: '恢复原样',
  managerOnly: '只有店长可以修改商品，这里只能查看。',
  noBarcode: '无条形码',
  taken: (name) => `使用此条形码的商品：${name}`,
  character: (character) => `无法打印的字符：${character}`,
};

export const catalogueWords = defineWords<CatalogueWords>({ ko, en, 'zh-CN': zh });
