/** Bringing a list of products in, and writing one out. */
import type { ImportField } from '../../domain/catalogue/import/columns.ts';
import type { ImportStage } from '../../contract/import.ts';
import { defineWords } from './language.tsx';

type ImportWords = {
  readonly title: string;
  readonly chooseFile: string;
  readonly chooseOther: string;
  readonly drop: string;
  readonly dropHint: string;
  readonly kinds: string;
  readonly past: string;
  readonly pastNone: string;
  readonly pastRows: (count: string) => string;
  readonly pastUndone: string;
  readonly undo: string;
  readonly undoTitle: string;
  readonly undoAll: (count: string) => string;
  readonly undoKept: (count: string) => string;
  readonly undoDo: (count: string) => string;
  readonly undone: (count: string) => string;
  readonly keep: string;
  readonly under: Readonly<Record<Extract<ImportStage, 'receiving' | 'reading' | 'judging' | 'applying'>, string>>;
  readonly lines: (done: string, total: string) => string;
  readonly cancel: string;
  readonly columns: string;
  readonly columnsHint: string;
  readonly noColumn: string;
  readonly columnNumber: (place: number) => string;
  readonly field: Readonly<Record<ImportField, string>>;
  readonly needed: string;
  readonly mappingNeeded: string;
  /** On the button, while a column is missing. */
  readonly mappingFirst: string;
  readonly encoding: string;
  readonly encodings: Readonly<Record<'utf-8' | 'cp949' | 'utf-16le', string>>;
  readonly existing: string;
  readonly update: string;
  readonly skip: string;
  readonly preview: string;
  readonly line: string;
  readonly ofLine: (line: string) => string;
  /** Over what becomes of a line. */
  readonly becomes: string;
  readonly what: Readonly<Record<'added' | 'changed' | 'same' | 'skipped' | 'bad', string>>;
  readonly faults: (count: string) => string;
  readonly faultsHint: string;
  readonly nothing: string;
  readonly take: (count: string) => string;
  readonly doneTitle: (count: string) => string;
  readonly doneNothing: string;
  readonly badFile: (count: string) => string;
  readonly close: string;
  readonly per100g: string;
  readonly export: string;
  readonly exportHint: string;
  readonly exportXlsx: string;
  readonly exportCsv: string;
  readonly exporting: string;
  readonly exported: (count: string) => string;
  readonly importHint: string;
  readonly keysTitle: string;
  readonly keysHint: string;
};

export const importWords = defineWords<ImportWords>({
  ko: {
    title: '상품 가져오기',
    chooseFile: '파일 고르기',
    chooseOther: '다른 파일',
    drop: '엑셀이나 CSV 파일을 여기에 놓으세요',
    dropHint: '상품명과 판매가만 있으면 됩니다. 바코드, 과세/면세, 분류도 있으면 함께 가져옵니다. 확인하기 전에는 아무것도 바뀌지 않습니다.',
    kinds: 'XLSX · CSV, 20MB · 20만 줄까지',
    past: '지난 가져오기',
    pastNone: '아직 가져온 파일이 없습니다.',
    pastRows: (count) => `상품 ${count}개`,
    pastUndone: '되돌림',
    undo: '되돌리기',
    undoTitle: '이 가져오기를 되돌릴까요?',
    undoAll: (count) => `상품 ${count}개가 가져오기 전으로 돌아갑니다. 이미 판 내역은 그대로입니다.`,
    undoKept: (count) => `그 뒤에 바뀐 상품 ${count}개는 그대로 둡니다.`,
    undoDo: (count) => `${count}개 되돌리기`,
    undone: (count) => `상품 ${count}개를 가져오기 전으로 되돌렸습니다.`,
    keep: '그대로 두기',
    under: { receiving: '파일을 받는 중', reading: '파일을 읽는 중', judging: '줄마다 확인하는 중', applying: '상품 목록에 넣는 중' },
    lines: (done, total) => `${total}줄 중 ${done}줄`,
    cancel: '취소',
    columns: '파일의 칸',
    columnsHint: '제목을 보고 짝지었습니다. 다르면 바꾸세요.',
    noColumn: '없음',
    columnNumber: (place) => `${place}번째 칸`,
    field: { productId: '상품번호', barcode: '바코드', name: '상품명', price: '판매가', tax: '과세/면세', category: '분류', key: '단축키', unit: '판매단위' },
    needed: '꼭 필요',
    mappingNeeded: '상품명과 판매가가 어느 칸인지 고르세요. 한 칸은 한 번만 쓸 수 있습니다.',
    mappingFirst: '먼저 칸을 고르세요',
    encoding: '글자 방식',
    encodings: { 'utf-8': 'UTF-8', cp949: 'CP949 (옛 엑셀)', 'utf-16le': 'UTF-16' },
    existing: '바코드가 같은 상품',
    update: '새 내용으로',
    skip: '건너뛰기',
    preview: '이렇게 들어갑니다',
    line: '줄',
    ofLine: (line) => `${line}번째 줄`,
    becomes: '결과',
    what: { added: '새 상품', changed: '바뀜', same: '그대로', skipped: '건너뜀', bad: '못 가져옴' },
    faults: (count) => `가져오지 못하는 줄 ${count}개`,
    faultsHint: '나머지는 가져옵니다. 이 줄들은 까닭과 함께 엑셀 파일로 남아, 고쳐서 다시 가져올 수 있습니다.',
    nothing: '가져올 것이 없습니다',
    take: (count) => `상품 ${count}개 가져오기`,
    doneTitle: (count) => `상품 ${count}개를 가져왔습니다`,
    doneNothing: '바뀐 상품이 없습니다',
    badFile: (count) => `가져오지 못한 ${count}줄을 까닭과 함께 여기에 적었습니다. 고쳐서 다시 가져오세요.`,
    close: '상품으로',
    per100g: '100g',
    export: '내보내기',
    exportHint: '모든 상품을 파일 하나로. 다시 가져올 수 있습니다.',
    exportXlsx: '엑셀 (XLSX)',
    exportCsv: 'CSV',
    exporting: '파일로 쓰는 중',
    exported: (count) => `상품 ${count}개를 이 파일에 적었습니다.`,
    importHint: '엑셀이나 CSV 파일로 상품을 한 번에 넣습니다.',
    keysTitle: '단추 배치',
    keysHint: '판매 화면의 단추를 옮기고 쪽을 나눕니다.',
  },
  en: {
    title: 'Import products',
    chooseFile: 'Choose a file',
    chooseOther: 'Another file',
    drop: 'Drop an Excel or CSV file here',
    dropHint: 'A name and a price are enough. Barcode, tax and category come along where the file has them. Nothing changes until you confirm.',
    kinds: 'XLSX · CSV, up to 20 MB and 200,000 lines',
    past: 'Earlier imports',
    pastNone: 'Nothing has been imported yet.',
    pastRows: (count) => `${count} products`,
    pastUndone: 'Undone',
    undo: 'Undo',
    undoTitle: 'Undo this import?',
    undoAll: (count) => `${count} products go back to what they were before it. What was sold stays as it is.`,
    undoKept: (count) => `${count} products were changed since and stay as they are.`,
    undoDo: (count) => `Undo ${count} products`,
    undone: (count) => `${count} products are what they were before the import.`,
    keep: 'Keep it',
    under: { receiving: 'Receiving the file', reading: 'Reading the file', judging: 'Checking each line', applying: 'Putting it into the catalogue' },
    lines: (done, total) => `${done} of ${total} lines`,
    cancel: 'Cancel',
    columns: 'Columns of the file',
    columnsHint: 'Matched by their headings. Change what is wrong.',
    noColumn: 'None',
    columnNumber: (place) => `Column ${place}`,
    field: { productId: 'Product number', barcode: 'Barcode', name: 'Name', price: 'Price', tax: 'VAT', category: 'Category', key: 'Quick key', unit: 'Sold by' },
    needed: 'required',
    mappingNeeded: 'Choose the columns of name and price. A column can be used once.',
    mappingFirst: 'Choose the columns first',
    encoding: 'Encoding',
    encodings: { 'utf-8': 'UTF-8', cp949: 'CP949 (older Excel)', 'utf-16le': 'UTF-16' },
    existing: 'Products with the same barcode',
    update: 'Update',
    skip: 'Skip',
    preview: 'Preview',
    line: 'Line',
    ofLine: (line) => `Line ${line}`,
    becomes: 'Result',
    what: { added: 'New', changed: 'Changed', same: 'Unchanged', skipped: 'Skipped', bad: 'Not imported' },
    faults: (count) => `${count} lines cannot be imported`,
    faultsHint: 'The rest are imported. These lines are written to an Excel file with the reason, to be corrected and imported again.',
    nothing: 'There is nothing to import',
    take: (count) => `Import ${count} products`,
    doneTitle: (count) => `${count} products imported`,
    doneNothing: 'No product has changed',
    badFile: (count) => `The ${count} lines that were not imported are here, with the reason. Correct them and import them again.`,
    close: 'To the products',
    per100g: '100 g',
    export: 'Export',
    exportHint: 'All products in one file, ready to be imported again.',
    exportXlsx: 'Excel (XLSX)',
    exportCsv: 'CSV',
    exporting: 'Writing the file',
    exported: (count) => `${count} products are in this file.`,
    importHint: 'Brings in products from an Excel or CSV file.',
    keysTitle: 'Arrange keys',
    keysHint: 'Moves the keys of the sale screen, page by page.',
  },
  'zh-CN': {
    title: '导入商品',
    chooseFile: '选择文件',
    chooseOther: '换一个文件',
    drop: '将Excel或CSV文件拖到这里',
    dropHint: '有商品名称和售价即可；条形码、增值税、分类如有也一并导入。确认之前不会有任何改动。',
    kinds: 'XLSX · CSV，最大20MB、20万行',
    past: '以前的导入',
    pastNone: '还没有导入过文件。',
    pastRows: (count) => `${count}个商品`,
    pastUndone: '已恢复到导入前',
    undo: '恢复到导入前',
    undoTitle: '要恢复到这次导入之前吗？',
    undoAll: (count) => `${count}个商品将恢复到导入之前。已售记录不变。`,
    undoKept: (count) => `之后修改过的${count}个商品保持不变。`,
    undoDo: (count) => `恢复${count}个商品`,
    undone: (count) => `已将${count}个商品恢复到导入之前。`,
    keep: '保持不变',
    under: { receiving: '正在接收文件', reading: '正在读取文件', judging: '正在逐行检查', applying: '正在写入商品目录' },
    lines: (done, total) => `共${total}行，已完成${done}行`,
    cancel: '取消',
    columns: '文件的列',
    columnsHint: '已按标题对应，不对请更改。',
    noColumn: '无',
    columnNumber: (place) => `第${place}列`,
    field: { productId: '商品编号', barcode: '条形码', name: '商品名称', price: '售价', tax: '增值税', category: '分类', key: '快捷键', unit: '销售单位' },
    needed: '必需',
    mappingNeeded: '请选择商品名称和售价所在的列。每列只能用一次。',
    mappingFirst: '请先选择列',
    encoding: '字符编码',
    encodings: { 'utf-8': 'UTF-8', cp949: 'CP949（旧版Excel）', 'utf-16le': 'UTF-16' },
    existing: '条形码相同的商品',
    update: '更新',
    skip: '跳过',
    preview: '导入后如下',
    line: '行',
    ofLine: (line) => `第${line}行`,
    becomes: '结果',
    what: { added: '新商品', changed: '有变化', same: '无变化', skipped: '跳过', bad: '未导入' },
    faults: (count) => `${count}行无法导入`,
    faultsHint: '其余会导入。这些行会连同原因写入Excel文件，更正后可再次导入。',
    nothing: '没有可导入的内容',
    take: (count) => `导入${count}个商品`,
    doneTitle: (count) => `已导入${count}个商品`,
    doneNothing: '没有商品发生变化',
    badFile: (count) => `未导入的${count}行连同原因写在这里，更正后请再次导入。`,
    close: '返回商品',
    per100g: '100克',
    export: '导出',
    exportHint: '所有商品写入一个文件，可原样再次导入。',
    exportXlsx: 'Excel (XLSX)',
    exportCsv: 'CSV',
    exporting: '正在写入文件',
    exported: (count) => `${count}个商品已写入此文件。`,
    importHint: '用Excel或CSV文件一次导入商品。',
    keysTitle: '排列快捷键',
    keysHint: '移动销售画面的快捷键并分页。',
  },
});
