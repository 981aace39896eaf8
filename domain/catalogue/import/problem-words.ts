/** Why a line of a list was not taken, and what to do about it: on the screen, and in the file of lines that were not. */
import type { Language } from '../../failure.ts';
import type { LineProblem } from './line.ts';

export type ProblemWords = { readonly why: string; readonly next: string };

const KO: Readonly<Record<LineProblem, ProblemWords>> = {
  'name-missing': { why: '상품명이 없습니다.', next: '상품명을 채우세요.' },
  'name-too-long': { why: '상품명이 60자를 넘습니다.', next: '60자 이하로 줄이세요.' },
  'not-printable': { why: '영수증에 찍지 못하는 글자가 상품명에 있습니다.', next: '한글, 영문, 숫자로 바꾸세요.' },
  'barcode-rounded': { why: '엑셀이 바코드를 8.8E+12처럼 줄여 뒷자리가 사라졌습니다.', next: '엑셀에서 그 칸을 ‘텍스트’로 바꾸고 바코드를 다시 입력하세요.' },
  'barcode-zeros-lost': { why: '바코드 앞의 0이 빠진 것 같습니다.', next: '엑셀에서 그 칸을 ‘텍스트’로 바꾸고 0부터 다시 입력하세요.' },
  'barcode-invalid': { why: '바코드로 쓸 수 없는 글자입니다.', next: '숫자와 영문으로 32자까지 쓰거나 비워 두세요.' },
  'barcode-twice': { why: '같은 바코드가 이 파일에 두 번 있습니다. 위의 줄을 가져왔습니다.', next: '한 줄만 남기거나 바코드를 고치세요.' },
  'barcode-taken': { why: '이 바코드는 다른 상품이 쓰고 있습니다.', next: '바코드를 확인하세요.' },
  'price-missing': { why: '가격이 없습니다.', next: '가격을 채우세요. 계산할 때 정하면 0을 쓰세요.' },
  'price-not-won': { why: '가격으로 읽을 수 없습니다.', next: '0부터 1억까지 원 단위 숫자로 쓰세요.' },
  'tax-unclear': { why: '과세인지 면세인지 알 수 없습니다.', next: '과세 또는 면세로 쓰세요.' },
  'category-too-long': { why: '분류가 20자를 넘습니다.', next: '20자 이하로 줄이세요.' },
  'key-unclear': { why: '단축키 자리를 읽을 수 없습니다.', next: '‘음료:3’처럼 쪽과 자리(1–40)를 쓰거나 비워 두세요.' },
  'key-taken': { why: '그 단축키 자리는 다른 상품이 쓰고 있습니다.', next: '다른 자리를 쓰거나 비워 두세요.' },
  'key-pages-full': { why: '단축키 쪽이 12개를 넘습니다.', next: '있는 쪽의 이름을 쓰거나 비워 두세요.' },
  'unit-unclear': { why: '판매단위를 알 수 없습니다.', next: '낱개는 ‘개’, 무게로 파는 상품은 ‘100g’으로 쓰세요.' },
  'id-invalid': { why: '상품번호가 이 프로그램의 번호가 아닙니다.', next: '상품번호 칸을 비워 두세요.' },
  'product-twice': { why: '같은 상품이 이 파일에 두 번 있습니다. 위의 줄을 가져왔습니다.', next: '한 줄만 남기세요.' },
  'too-many-cells': { why: '제목보다 칸이 많습니다. 따옴표 없는 쉼표가 칸을 나눈 것 같습니다.', next: '1,500을 1500으로 쓰거나 "1,500"처럼 따옴표로 묶으세요.' },
  formula: { why: '수식이 들어 있습니다.', next: '수식 대신 값을 넣으세요.' },
  'catalogue-full': { why: '상품이 20만 개를 넘습니다.', next: '쓰지 않는 상품을 지운 뒤 다시 가져오세요.' },
};

const EN: Readonly<Record<LineProblem, ProblemWords>> = {
  'name-missing': { why: 'There is no name.', next: 'Fill in the name.' },
  'name-too-long': { why: 'The name has more than 60 characters.', next: 'Shorten it to 60.' },
  'not-printable': { why: 'The name has a character the receipt printer cannot print.', next: 'Use Korean or Latin letters and digits.' },
  'barcode-rounded': { why: 'The spreadsheet shortened the barcode to something like 8.8E+12; its last digits are gone.', next: 'Format the cell as text there and type the barcode again.' },
  'barcode-zeros-lost': { why: 'The barcode seems to have lost the zeros at its beginning.', next: 'Format the cell as text there and type it again with its zeros.' },
  'barcode-invalid': { why: 'This cannot be a barcode.', next: 'Use up to 32 digits and letters, or leave it empty.' },
  'barcode-twice': { why: 'The same barcode is in this file twice; the line above was taken.', next: 'Keep one line, or correct the barcode.' },
  'barcode-taken': { why: 'Another product has this barcode.', next: 'Check the barcode.' },
  'price-missing': { why: 'There is no price.', next: 'Fill in the price; 0 means it is asked at the counter.' },
  'price-not-won': { why: 'This cannot be read as a price.', next: 'Write whole won from 0 to 100,000,000.' },
  'tax-unclear': { why: 'It is not clear whether this is taxable or exempt.', next: 'Write “taxable” or “exempt”.' },
  'category-too-long': { why: 'The category has more than 20 characters.', next: 'Shorten it to 20.' },
  'key-unclear': { why: 'The place of the quick key cannot be read.', next: 'Write page and place (1–40) like “Drinks:3”, or leave it empty.' },
  'key-taken': { why: 'Another product has that place among the quick keys.', next: 'Use another place, or leave it empty.' },
  'key-pages-full': { why: 'There would be more than 12 pages of quick keys.', next: 'Use a page that exists, or leave it empty.' },
  'unit-unclear': { why: 'The selling unit is not known.', next: 'Write “piece”, or “100g” for goods sold by weight.' },
  'id-invalid': { why: 'The product number is not one of this program.', next: 'Leave the product number empty.' },
  'product-twice': { why: 'The same product is in this file twice; the line above was taken.', next: 'Keep one line.' },
  'too-many-cells': { why: 'The line has more cells than the heading; an unquoted comma seems to divide one.', next: 'Write 1500, or "1,500" in quotes.' },
  formula: { why: 'There is a formula in it.', next: 'Put the value in its place.' },
  'catalogue-full': { why: 'There would be more than 200,000 products.', next: 'Delete products that are no longer sold, then import again.' },
};

const ZH: Readonly<Record<LineProblem, ProblemWords>> = {
  'name-missing': { why: '没有商品名称。', next: '请填写商品名称。' },
  'name-too-long': { why: '商品名称超过60个字符。', next: '请缩短到60个字符以内。' },
  'not-printable': { why: '商品名称中有小票打印机无法打印的字符。', next: '请改用韩文、英文或数字。' },
  'barcode-rounded': { why: '表格软件把条形码缩成了8.8E+12的形式，末尾数字已丢失。', next: '请在表格中将该单元格设为“文本”，重新输入条形码。' },
  'barcode-zeros-lost': { why: '条形码开头的0似乎丢失了。', next: '请在表格中将该单元格设为“文本”，连同0重新输入。' },
  'barcode-invalid': { why: '这不能作为条形码。', next: '请用最多32位数字和英文，或留空。' },
  'barcode-twice': { why: '该条形码在文件中出现两次，已采用上面的一行。', next: '请只保留一行，或更正条形码。' },
  'barcode-taken': { why: '该条形码已被其他商品使用。', next: '请核对条形码。' },
  'price-missing': { why: '没有价格。', next: '请填写价格；结账时再定的请写0。' },
  'price-not-won': { why: '无法识别为价格。', next: '请写0到1亿之间的整数韩元。' },
  'tax-unclear': { why: '不清楚是应税还是免税。', next: '请写“应税”或“免税”。' },
  'category-too-long': { why: '分类超过20个字符。', next: '请缩短到20个字符以内。' },
  'key-unclear': { why: '无法识别快捷键位置。', next: '请写页名和位置（1–40），如“饮料:3”，或留空。' },
  'key-taken': { why: '该快捷键位置已被其他商品使用。', next: '请换一个位置，或留空。' },
  'key-pages-full': { why: '快捷键页超过12个。', next: '请使用已有的页名，或留空。' },
  'unit-unclear': { why: '不清楚销售单位。', next: '按件销售写“个”，按重量销售写“100g”。' },
  'id-invalid': { why: '商品编号不是本程序的编号。', next: '请将商品编号留空。' },
  'product-twice': { why: '该商品在文件中出现两次，已采用上面的一行。', next: '请只保留一行。' },
  'too-many-cells': { why: '单元格比标题多，似乎有未加引号的逗号。', next: '请写1500，或用引号写成"1,500"。' },
  formula: { why: '含有公式。', next: '请用数值代替公式。' },
  'catalogue-full': { why: '商品将超过20万个。', next: '请先删除不再销售的商品，再重新导入。' },
};

const WORDS = { ko: KO, en: EN, 'zh-CN': ZH } as const satisfies Record<Language, unknown>;

export function isLineProblem(text: string): text is LineProblem {
  return Object.hasOwn(KO, text);
}

export function lineProblemWords(problem: LineProblem, language: Language): ProblemWords {
  return WORDS[language][problem];
}
