/** The shop's own products. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const CATALOGUE_WORDS = {
  'catalogue.name-missing': {
    who: 'manager',
    words: {
      ko: {
        what: '상품 이름이 없습니다.',
        money: '저장하지 않았습니다. 판매에는 영향이 없습니다.',
        next: '영수증에 찍힐 이름을 입력하세요.',
      },
      en: {
        what: 'The product has no name.',
        money: 'Nothing was saved; sales are not affected.',
        next: 'Type the name as it should stand on the slip.',
      },
      'zh-CN': {
        what: '商品没有名称。',
        money: '没有保存，不影响销售。',
        next: '请输入要打印在小票上的名称。',
      },
    },
  },
  'catalogue.name-too-long': {
    who: 'manager',
    words: {
      ko: {
        what: '상품 이름이 너무 깁니다.',
        money: '저장하지 않았습니다. 판매에는 영향이 없습니다.',
        next: '60자 이하로 줄이세요.',
      },
      en: {
        what: 'The product’s name is too long.',
        money: 'Nothing was saved; sales are not affected.',
        next: 'Shorten it to 60 characters.',
      },
      'zh-CN': {
        what: '商品名称太长。',
        money: '没有保存，不影响销售。',
        next: '请缩短到60个字符以内。',
      },
    },
  },
  'catalogue.not-printable': {
    who: 'manager',
    words: {
      ko: {
        what: '영수증 프린터가 찍지 못하는 글자가 있습니다.',
        money: '저장하지 않았습니다. 판매에는 영향이 없습니다.',
        next: '그 글자를 빼거나 한글, 영문, 숫자로 바꾸세요.',
      },
      en: {
        what: 'The receipt printer cannot print one of these characters.',
        money: 'Nothing was saved; sales are not affected.',
        next: 'Leave it out, or write it in Korean or Latin letters.',
      },
      'zh-CN': {
        what: '有小票打印机无法打印的字符。',
        money: '没有保存，不影响销售。',
        next: '请去掉该字符，或改用韩文、英文或数字。',
      },
    },
  },
  'catalogue.barcode-invalid': {
    who: 'manager',
    words: {
      ko: {
        what: '바코드로 쓸 수 없는 글자입니다.',
        money: '저장하지 않았습니다. 판매에는 영향이 없습니다.',
        next: '포장의 바코드를 찍거나 숫자와 영문으로 32자까지 입력하세요. 없으면 비워 두세요.',
      },
      en: {
        what: 'This cannot be a barcode.',
        money: 'Nothing was saved; sales are not affected.',
        next: 'Scan the pack, or type up to 32 digits and letters; leave it empty if there is none.',
      },
      'zh-CN': {
        what: '这不能作为条形码。',
        money: '没有保存，不影响销售。',
        next: '请扫描包装，或输入最多32位数字和英文；没有可留空。',
      },
    },
  },
  'catalogue.barcode-taken': {
    who: 'manager',
    words: {
      ko: {
        what: '이 바코드는 다른 상품이 쓰고 있습니다.',
        money: '저장하지 않았습니다. 그 상품의 가격은 그대로입니다.',
        next: '바코드를 다시 확인하거나 그 상품을 찾아 고치세요.',
      },
      en: {
        what: 'Another product has this barcode already.',
        money: 'Nothing was saved; that product keeps its price.',
        next: 'Check the barcode, or find that product and change it.',
      },
      'zh-CN': {
        what: '该条形码已被其他商品使用。',
        money: '没有保存，该商品价格不变。',
        next: '请核对条形码，或找到该商品进行修改。',
      },
    },
  },
  'catalogue.price-not-won': {
    who: 'manager',
    words: {
      ko: {
        what: '가격으로 볼 수 없는 금액입니다.',
        money: '저장하지 않았습니다. 지금까지의 가격 그대로 팝니다.',
        next: '0원부터 1억 원까지 원 단위로 입력하세요.',
      },
      en: {
        what: 'This cannot be a price.',
        money: 'Nothing was saved; goods sell at the price so far.',
        next: 'Type whole won, from 0 to 100,000,000.',
      },
      'zh-CN': {
        what: '这不能作为价格。',
        money: '没有保存，仍按原价销售。',
        next: '请输入0到1亿之间的整数韩元。',
      },
    },
  },
  'catalogue.category-invalid': {
    who: 'manager',
    words: {
      ko: {
        what: '분류가 없거나 너무 깁니다.',
        money: '저장하지 않았습니다. 판매에는 영향이 없습니다.',
        next: '분류를 고르거나 20자 이하로 입력하세요.',
      },
      en: {
        what: 'The category is missing or too long.',
        money: 'Nothing was saved; sales are not affected.',
        next: 'Choose one, or type up to 20 characters.',
      },
      'zh-CN': {
        what: '没有分类或分类太长。',
        money: '没有保存，不影响销售。',
        next: '请选择分类，或输入不超过20个字符。',
      },
    },
  },
  'catalogue.product-unknown': {
    who: 'manager',
    words: {
      ko: {
        what: '그 상품이 목록에 없습니다.',
        money: '저장하지 않았습니다. 다른 상품은 그대로입니다.',
        next: '상품을 다시 찾아 고치세요.',
      },
      en: {
        what: 'That product is not in the catalogue.',
        money: 'Nothing was saved; other products are as they were.',
        next: 'Find the product again and change it.',
      },
      'zh-CN': {
        what: '目录中没有该商品。',
        money: '没有保存，其他商品不变。',
        next: '请重新查找后再修改。',
      },
    },
  },
  'catalogue.keys-full': {
    who: 'manager',
    words: {
      ko: {
        what: '빠른 단추를 놓을 자리가 없습니다.',
        money: '저장하지 않았습니다. 지금 있는 단추는 그대로입니다.',
        next: '다른 상품을 단추에서 빼거나 단추 없이 저장하세요.',
      },
      en: {
        what: 'There is no room for another quick key.',
        money: 'Nothing was saved; the keys there are stay.',
        next: 'Take another product off the keys, or save without one.',
      },
      'zh-CN': {
        what: '没有位置放新的快捷键。',
        money: '没有保存，现有快捷键不变。',
        next: '请移除其他商品的快捷键，或不设快捷键保存。',
      },
    },
  },
  'catalogue.full': {
    who: 'manager',
    words: {
      ko: {
        what: '상품 목록이 20만 개로 다 찼습니다.',
        money: '저장하지 않았습니다. 있는 상품은 계속 팔 수 있습니다.',
        next: '쓰지 않는 상품을 지우고 다시 저장하세요.',
      },
      en: {
        what: 'The catalogue is full: it holds 200,000 products.',
        money: 'Nothing was saved; the products there are can be sold.',
        next: 'Delete a product you no longer sell, then save again.',
      },
      'zh-CN': {
        what: '商品目录已满，最多20万个。',
        money: '没有保存，现有商品可继续销售。',
        next: '请删除不再销售的商品后再保存。',
      },
    },
  },
  'catalogue.unavailable': {
    who: 'manager',
    words: {
      ko: {
        what: '상품 목록을 쓸 수 없습니다.',
        money: '저장된 판매와 돈은 안전합니다.',
        next: '계산대를 다시 시작하고, 그래도 안 되면 백업한 상품 목록으로 바꾸세요.',
      },
      en: {
        what: 'The catalogue of products cannot be used.',
        money: 'Recorded sales and money are safe.',
        next: 'Start the counter again; if that does not help, bring back a backup of the catalogue.',
      },
      'zh-CN': {
        what: '无法使用商品目录。',
        money: '已记录的交易和款项是安全的。',
        next: '请重新启动收银台；仍不行请恢复商品目录的备份。',
      },
    },
  },
  'catalogue.takes-effect-later': {
    who: 'manager',
    words: {
      ko: {
        what: '바꾼 내용이 아직 상품 파일에 쓰이지 않았습니다.',
        money: '지금은 전 가격으로 팔고, 다시 시작하면 바꾼 내용이 적용됩니다.',
        next: '디스크를 확인하고 계산대를 다시 시작하세요.',
      },
      en: {
        what: 'The change is not in the catalogue’s file yet.',
        money: 'Goods sell as before until the counter is started again; then the change holds.',
        next: 'Check the disk and start the counter again.',
      },
      'zh-CN': {
        what: '修改尚未写入商品文件。',
        money: '现在仍按原样销售，重新启动后修改生效。',
        next: '请检查磁盘并重新启动收银台。',
      },
    },
  },
  'catalogue.export-failed': {
    who: 'manager',
    words: {
      ko: {
        what: '상품 목록을 파일로 쓰지 못했습니다.',
        money: '상품 목록은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '디스크의 빈 공간을 확인하고 다시 하세요.',
      },
      en: {
        what: 'The list could not be written to a file.',
        money: 'The catalogue is as it was; sales are not affected.',
        next: 'See that the disk has room, and try again.',
      },
      'zh-CN': {
        what: '未能将商品目录写入文件。',
        money: '商品目录不变，不影响销售。',
        next: '请检查磁盘空间后重试。',
      },
    },
  },
  'catalogue.export-busy': {
    who: 'manager',
    words: {
      ko: {
        what: '상품 목록을 이미 파일로 쓰고 있습니다.',
        money: '상품 목록은 그대로입니다.',
        next: '끝날 때까지 잠시 기다리세요.',
      },
      en: {
        what: 'A list is being written already.',
        money: 'The catalogue is as it was.',
        next: 'Wait until it is done.',
      },
      'zh-CN': {
        what: '正在写出商品目录。',
        money: '商品目录不变。',
        next: '请稍候片刻。',
      },
    },
  },
  'catalogue.key-page-gone': {
    who: 'manager',
    words: {
      ko: {
        what: '그 단추 쪽이 없습니다.',
        money: '단추는 그대로입니다.',
        next: '다른 쪽을 고르세요.',
      },
      en: {
        what: 'That page of keys is not there.',
        money: 'The keys are as they were.',
        next: 'Choose another page.',
      },
      'zh-CN': {
        what: '该快捷键页不存在。',
        money: '快捷键不变。',
        next: '请选择其他页。',
      },
    },
  },
  'catalogue.page-name-invalid': {
    who: 'manager',
    words: {
      ko: {
        what: '쪽 이름이 없거나 너무 깁니다.',
        money: '단추는 그대로입니다.',
        next: '20자 이하로 입력하세요.',
      },
      en: {
        what: 'The name of the page is missing or too long.',
        money: 'The keys are as they were.',
        next: 'Type up to 20 characters.',
      },
      'zh-CN': {
        what: '页名为空或太长。',
        money: '快捷键不变。',
        next: '请输入不超过20个字符。',
      },
    },
  },
  'catalogue.page-taken': {
    who: 'manager',
    words: {
      ko: {
        what: '같은 이름의 쪽이 있습니다.',
        money: '단추는 그대로입니다.',
        next: '다른 이름을 입력하세요.',
      },
      en: {
        what: 'There is a page of this name already.',
        money: 'The keys are as they were.',
        next: 'Type another name.',
      },
      'zh-CN': {
        what: '已有同名的页。',
        money: '快捷键不变。',
        next: '请输入其他名称。',
      },
    },
  },
  'catalogue.nothing-to-undo': {
    who: 'manager',
    words: {
      ko: {
        what: '상품이나 단추에서 되돌릴 것이 없습니다.',
        money: '상품 목록은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '지금 그대로 계속하세요.',
      },
      en: {
        what: 'There is nothing to undo among products and keys.',
        money: 'The catalogue is as it was; sales are not affected.',
        next: 'Go on as it is.',
      },
      'zh-CN': {
        what: '商品和快捷键没有可恢复的操作。',
        money: '商品目录不变，不影响销售。',
        next: '请按现状继续。',
      },
    },
  },
  'catalogue.changed-since': {
    who: 'manager',
    words: {
      ko: {
        what: '그 뒤에 바뀐 상품이 있어 되돌리지 않았습니다.',
        money: '상품 목록은 그대로입니다. 판매에는 영향이 없습니다.',
        next: '그 상품을 찾아 직접 고치세요.',
      },
      en: {
        what: 'A product was changed since, so nothing was undone.',
        money: 'The catalogue is as it was; sales are not affected.',
        next: 'Find that product and change it by hand.',
      },
      'zh-CN': {
        what: '之后有商品被修改，因此没有恢复。',
        money: '商品目录不变，不影响销售。',
        next: '请找到该商品手动修改。',
      },
    },
  },
} as const satisfies Record<string, FailureEntry>;
