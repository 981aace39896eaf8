/** What is done to the basket and its lines: hold and recall, discount, quantity, note, open price. */
import { defineWords } from './language.tsx';

type BasketWords = {
  readonly hold: string;
  readonly heldCount: (count: number) => string;
  readonly heldList: string;
  readonly heldTitle: string;
  readonly heldHint: string;
  readonly heldSwap: string;
  readonly heldNone: string;
  readonly heldNoneHint: string;
  readonly heldGoods: (first: string, others: number) => string;
  readonly discount: string;
  readonly saleDiscount: string;
  readonly lineActs: (name: string) => string;
  readonly quantity: string;
  readonly note: string;
  readonly tabs: string;
  readonly cancelLine: string;
  readonly quantityDo: (quantity: string) => string;
  readonly quantityNeeded: string;
  readonly quantityNow: (quantity: string) => string;
  readonly won: string;
  readonly percent: string;
  readonly unit: string;
  readonly unitHint: string;
  readonly limit: (percent: number, amount: string) => string;
  readonly discountDo: (amount: string) => string;
  readonly discountNone: string;
  readonly discountNeeded: string;
  readonly discountOf: (amount: string) => string;
  readonly noteLabel: string;
  readonly noteHint: string;
  readonly noteDo: string;
  readonly noteRemove: string;
  readonly noteLeft: (left: number) => string;
  readonly priceTitle: (name: string) => string;
  readonly priceEach: string;
  readonly priceHint: (quantity: number) => string;
  readonly priceNeeded: string;
  /** On a key whose price is asked for. */
  readonly priceAsked: string;
  readonly priceDo: (amount: string) => string;
  readonly price: string;
  readonly newPrice: string;
  readonly newPricePer100g: string;
  readonly listPrice: (price: string) => string;
  readonly newPriceDo: (price: string) => string;
  /** Under a line in the basket. */
  readonly listedAt: (price: string) => string;
  readonly heldBy: (name: string) => string;
  /** She only left the counter: it comes back when she signs in. */
  readonly heldLeft: (name: string) => string;
  readonly undone: Readonly<Record<'line-discounted' | 'line-repriced' | 'sale-discounted', (name: string) => string>>;
};

export const basketWords = defineWords<BasketWords>({
  ko: {
    hold: '보류',
    heldCount: (count) => `보류 ${count}`,
    heldList: '보류 목록',
    heldTitle: '보류한 판매',
    heldHint: '번호를 누르거나 고르고 Enter를 누르면 불러옵니다.',
    heldSwap: '지금 담은 판매는 보류됩니다.',
    heldNone: '보류한 판매가 없습니다',
    heldNoneHint: '상품을 담은 뒤 F4를 누르면 잠시 보류하고 다음 손님을 받을 수 있습니다.',
    heldGoods: (first, others) => (others === 0 ? first : `${first} 외 ${others}종`),
    discount: '할인',
    saleDiscount: '전체 할인',
    lineActs: (name) => `${name} 수량·할인·메모`,
    quantity: '수량',
    note: '메모',
    tabs: '무엇을 바꿀까요?',
    cancelLine: '이 상품 빼기',
    quantityDo: (quantity) => `${quantity}개로 바꾸기`,
    quantityNeeded: '수량을 입력하세요',
    quantityNow: (quantity) => `지금 ${quantity}개`,
    won: '원',
    percent: '%',
    unit: '할인 단위',
    unitHint: '* 키로 원과 %를 바꿉니다',
    limit: (percent, amount) => `${percent}%, ${amount}까지 할인할 수 있습니다`,
    discountDo: (amount) => `${amount} 할인하기`,
    discountNone: '할인 없애기',
    discountNeeded: '할인을 입력하세요',
    discountOf: (amount) => `${amount}에서`,
    noteLabel: '메모',
    noteHint: '상품 이름 아래와 영수증에 찍힙니다',
    noteDo: '메모 적기',
    noteRemove: '메모 지우기',
    noteLeft: (left) => `${left}자 더 쓸 수 있습니다`,
    priceTitle: (name) => `${name}, 얼마인가요?`,
    priceEach: '값',
    priceHint: (quantity) => (quantity === 1 ? '값을 입력하면 담깁니다' : `한 개 값을 입력하면 ${quantity}개가 담깁니다`),
    priceNeeded: '값을 입력하세요',
    priceAsked: '금액 입력',
    priceDo: (amount) => `${amount} 담기`,
    price: '가격',
    newPrice: '한 개 가격',
    newPricePer100g: '100 g 가격',
    listPrice: (price) => `정가 ${price} · 바꾸려면 사유가 있어야 합니다`,
    newPriceDo: (price) => `${price}으로 바꾸기`,
    listedAt: (price) => `정가 ${price}`,
    heldBy: (name) => `${name} 보류`,
    heldLeft: (name) => `${name} 자리 비움`,
    undone: { 'line-repriced': (name) => `${name} 가격을 바꿨습니다`, 'line-discounted': (name) => `${name} 할인을 바꿨습니다`, 'sale-discounted': () => '전체 할인을 바꿨습니다' },
  },
  en: {
    hold: 'Hold',
    heldCount: (count) => `Held ${count}`,
    heldList: 'On hold',
    heldTitle: 'Sales on hold',
    heldHint: 'Press its number, or choose one and press Enter.',
    heldSwap: 'The sale on the screen will be put on hold.',
    heldNone: 'No sale is on hold',
    heldNoneHint: 'With goods in the sale, F4 puts it on hold and lets you serve the next customer.',
    heldGoods: (first, others) => (others === 0 ? first : `${first} and ${others} more`),
    discount: 'Discount',
    saleDiscount: 'Discount on the sale',
    lineActs: (name) => `${name}: quantity, discount, note`,
    quantity: 'Quantity',
    note: 'Note',
    tabs: 'What to change',
    cancelLine: 'Remove',
    quantityDo: (quantity) => `Make it ${quantity}`,
    quantityNeeded: 'Type the quantity',
    quantityNow: (quantity) => `Now ${quantity}`,
    won: '₩',
    percent: '%',
    unit: 'Unit of the discount',
    unitHint: 'The * key changes between ₩ and %',
    limit: (percent, amount) => `You can take off up to ${percent}%, ${amount}`,
    discountDo: (amount) => `Take ${amount} off`,
    discountNone: 'Remove the discount',
    discountNeeded: 'Type the discount',
    discountOf: (amount) => `off ${amount}`,
    noteLabel: 'Note',
    noteHint: 'Stands under the name and on the slip',
    noteDo: 'Write the note',
    noteRemove: 'Remove the note',
    noteLeft: (left) => `${left} characters left`,
    priceTitle: (name) => `${name}: what is the price?`,
    priceEach: 'Price',
    priceHint: (quantity) => (quantity === 1 ? 'Type the price to add it' : `Type the price of one; ${quantity} are added`),
    priceNeeded: 'Type the price',
    priceAsked: 'Price asked',
    priceDo: (amount) => `Add at ${amount}`,
    price: 'Price',
    newPrice: 'Price of one',
    newPricePer100g: 'Price of 100 g',
    listPrice: (price) => `List price ${price} · a change needs a reason`,
    newPriceDo: (price) => `Change to ${price}`,
    listedAt: (price) => `List price ${price}`,
    heldBy: (name) => `Put aside by ${name}`,
    heldLeft: (name) => `${name} is away`,
    undone: { 'line-repriced': (name) => `Price of ${name} changed`, 'line-discounted': (name) => `Discount on ${name} changed`, 'sale-discounted': () => 'Discount on the sale changed' },
  },
  'zh-CN': {
    hold: '挂单',
    heldCount: (count) => `挂单 ${count}`,
    heldList: '挂单列表',
    heldTitle: '挂单',
    heldHint: '按编号，或选中后按 Enter 取回。',
    heldSwap: '屏幕上的交易会先挂单。',
    heldNone: '没有挂单',
    heldNoneHint: '有商品时按 F4 可先挂单，接待下一位顾客。',
    heldGoods: (first, others) => (others === 0 ? first : `${first} 等${others + 1}种`),
    discount: '折扣',
    saleDiscount: '整单折扣',
    lineActs: (name) => `${name} 数量、折扣、备注`,
    quantity: '数量',
    note: '备注',
    tabs: '要更改什么',
    cancelLine: '移除该商品',
    quantityDo: (quantity) => `改为${quantity}个`,
    quantityNeeded: '请输入数量',
    quantityNow: (quantity) => `现在${quantity}个`,
    won: '韩元',
    percent: '%',
    unit: '折扣单位',
    unitHint: '按 * 键切换韩元和 %',
    limit: (percent, amount) => `最多可折扣 ${percent}%，${amount}`,
    discountDo: (amount) => `折扣 ${amount}`,
    discountNone: '取消折扣',
    discountNeeded: '请输入折扣',
    discountOf: (amount) => `原价 ${amount}`,
    noteLabel: '备注',
    noteHint: '显示在名称下方并打印在小票上',
    noteDo: '保存备注',
    noteRemove: '删除备注',
    noteLeft: (left) => `还可输入${left}个字`,
    priceTitle: (name) => `${name} 的价格是多少？`,
    priceEach: '价格',
    priceHint: (quantity) => (quantity === 1 ? '输入价格后加入' : `输入单价后加入${quantity}个`),
    priceNeeded: '请输入价格',
    priceAsked: '输入价格',
    priceDo: (amount) => `按 ${amount} 加入`,
    price: '价格',
    newPrice: '单价',
    newPricePer100g: '每 100 g 价格',
    listPrice: (price) => `原价 ${price} · 改价需要理由`,
    newPriceDo: (price) => `改为 ${price}`,
    listedAt: (price) => `原价 ${price}`,
    heldBy: (name) => `${name} 挂单`,
    heldLeft: (name) => `${name} 离开`,
    undone: { 'line-repriced': (name) => `已更改 ${name} 的价格`, 'line-discounted': (name) => `已更改 ${name} 的折扣`, 'sale-discounted': () => '已更改整单折扣' },
  },
});
