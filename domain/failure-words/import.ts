/** Lists of products brought in from a file. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const IMPORT_WORDS = {
  'import.file-too-large': {
    who: 'manager',
    words: {
      ko: {
        what: '파일이 20MB를 넘습니다.',
        money: '상품 목록은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '파일을 나누어 차례로 가져오세요.',
      },
      en: {
        what: 'The file is larger than 20 MB.',
        money: 'The catalogue is as it was; sales are not affected.',
        next: 'Divide it and import the parts one after the other.',
      },
      'zh-CN': {
        what: '文件超过20MB。',
        money: '商品目录不变，不影响销售。',
        next: '请拆分文件后依次导入。',
      },
    },
  },
  'import.too-many-lines': {
    who: 'manager',
    words: {
      ko: {
        what: '파일이 20만 줄을 넘습니다.',
        money: '상품 목록은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '파일을 나누어 차례로 가져오세요.',
      },
      en: {
        what: 'The file has more than 200,000 lines.',
        money: 'The catalogue is as it was; sales are not affected.',
        next: 'Divide it and import the parts one after the other.',
      },
      'zh-CN': {
        what: '文件超过20万行。',
        money: '商品目录不变，不影响销售。',
        next: '请拆分文件后依次导入。',
      },
    },
  },
  'import.too-many-columns': {
    who: 'manager',
    words: {
      ko: {
        what: '파일의 칸이 100개를 넘습니다.',
        money: '상품 목록은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '상품에 필요한 칸만 남기고 다시 고르세요.',
      },
      en: {
        what: 'The file has more than 100 columns.',
        money: 'The catalogue is as it was; sales are not affected.',
        next: 'Keep the columns that describe products and choose it again.',
      },
      'zh-CN': {
        what: '文件超过100列。',
        money: '商品目录不变，不影响销售。',
        next: '请只保留商品所需的列，再重新选择。',
      },
    },
  },
  'import.file-empty': {
    who: 'manager',
    words: {
      ko: {
        what: '파일에 상품이 한 줄도 없습니다.',
        money: '상품 목록은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '상품이 들어 있는 첫 번째 시트인지 확인하고 다시 고르세요.',
      },
      en: {
        what: 'There is no product in the file.',
        money: 'The catalogue is as it was; sales are not affected.',
        next: 'See that the products are on the first sheet, and choose it again.',
      },
      'zh-CN': {
        what: '文件中没有任何商品。',
        money: '商品目录不变，不影响销售。',
        next: '请确认商品在第一张工作表中，再重新选择。',
      },
    },
  },
  'import.file-unreadable': {
    who: 'manager',
    words: {
      ko: {
        what: '읽을 수 없는 파일입니다.',
        money: '상품 목록은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '엑셀에서 열어 XLSX나 CSV로 다시 저장한 뒤 고르세요.',
      },
      en: {
        what: 'This file cannot be read.',
        money: 'The catalogue is as it was; sales are not affected.',
        next: 'Open it in a spreadsheet, save it as XLSX or CSV, and choose that file.',
      },
      'zh-CN': {
        what: '无法读取该文件。',
        money: '商品目录不变，不影响销售。',
        next: '请用表格软件打开并另存为XLSX或CSV，再选择。',
      },
    },
  },
  'import.gone': {
    who: 'manager',
    words: {
      ko: {
        what: '이 가져오기는 이미 끝났거나 취소되었습니다.',
        money: '상품 목록은 화면에 보이는 그대로입니다.',
        next: '파일을 다시 고르세요.',
      },
      en: {
        what: 'This import is over or was cancelled.',
        money: 'The catalogue is as the screen shows it.',
        next: 'Choose the file again.',
      },
      'zh-CN': {
        what: '该导入已结束或已取消。',
        money: '商品目录如画面所示。',
        next: '请重新选择文件。',
      },
    },
  },
  'import.busy': {
    who: 'manager',
    words: {
      ko: {
        what: '다른 가져오기가 진행 중입니다.',
        money: '진행 중인 가져오기는 그대로 이어집니다.',
        next: '끝난 뒤에 다시 하세요.',
      },
      en: {
        what: 'Another import is under way.',
        money: 'It goes on undisturbed.',
        next: 'Try again when it has finished.',
      },
      'zh-CN': {
        what: '另一项导入正在进行。',
        money: '正在进行的导入不受影响。',
        next: '请等它完成后再试。',
      },
    },
  },
  'import.lost': {
    who: 'manager',
    words: {
      ko: {
        what: '가져온 상품 일부가 상품 파일에 없습니다.',
        money: '저장된 판매와 돈은 안전합니다.',
        next: '그 상품 파일을 다시 가져오세요.',
      },
      en: {
        what: 'Products of an earlier import are missing from the catalogue’s file.',
        money: 'Recorded sales and money are safe.',
        next: 'Import that list again.',
      },
      'zh-CN': {
        what: '先前导入的部分商品不在商品文件中。',
        money: '已记录的交易和款项是安全的。',
        next: '请重新导入该商品文件。',
      },
    },
  },
  'import.nothing-to-undo': {
    who: 'manager',
    words: {
      ko: {
        what: '되돌릴 가져오기가 없습니다.',
        money: '상품 목록은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '지난 가져오기 목록을 다시 확인하세요.',
      },
      en: {
        what: 'There is no import to undo.',
        money: 'The catalogue is as it was; sales are not affected.',
        next: 'Look at the list of earlier imports again.',
      },
      'zh-CN': {
        what: '没有可恢复的导入。',
        money: '商品目录不变，不影响销售。',
        next: '请重新查看以前的导入列表。',
      },
    },
  },
} as const satisfies Record<string, FailureEntry>;
