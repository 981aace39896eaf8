/** First run, settings, and the way between practice and the shop. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const SETUP_WORDS = {
  'setup.incomplete': {
    who: 'manager',
    words: {
      ko: { what: '아직 채우지 않은 항목이 있습니다.', money: '가게는 아직 만들어지지 않았고, 입력한 것은 그대로입니다.', next: '표시된 단계로 돌아가 마저 입력하세요.' },
      en: { what: 'Something is still missing.', money: 'The shop has not been made yet; what you typed is kept.', next: 'Go back to the step that is marked and finish it.' },
      'zh-CN': { what: '还有未填写的内容。', money: '店铺尚未建立，已输入的内容都保留着。', next: '请回到标出的步骤，填写完整。' },
    },
  },
  'setup.shop-exists': {
    who: 'manager',
    words: {
      ko: { what: '이 계산대에는 이미 가게가 있습니다.', money: '가게의 판매 기록은 그대로입니다.', next: '가게로 가서 메뉴의 가게 설정에서 바꾸세요.' },
      en: { what: 'This counter already has a shop.', money: 'The shop’s sales are as they were.', next: 'Go to the shop and change it in Shop settings, in the menu.' },
      'zh-CN': { what: '本收银台已经设置了店铺。', money: '店铺的交易记录保持不变。', next: '请前往店铺，在菜单的店铺设置中修改。' },
    },
  },
  'settings.not-saved': {
    who: 'manager',
    words: {
      ko: { what: '디스크에 저장하지 못했습니다.', money: '판매 기록은 그대로이고, 설정은 바뀌지 않았습니다.', next: '디스크 공간과 쓰기 권한을 확인하고 다시 하세요.' },
      en: { what: 'It could not be written to the disk.', money: 'Sales are as they were, and no setting has changed.', next: 'Check free space and the right to write, then try again.' },
      'zh-CN': { what: '无法写入磁盘。', money: '交易记录不变，设置没有更改。', next: '请检查磁盘空间和写入权限后重试。' },
    },
  },
  'program.no-shop': {
    who: 'manager',
    words: {
      ko: { what: '아직 만든 가게가 없습니다.', money: '바뀐 것은 없습니다.', next: '가게 만들기를 먼저 하세요.' },
      en: { what: 'There is no shop here yet.', money: 'Nothing has changed.', next: 'Set up the shop first.' },
      'zh-CN': { what: '这里还没有店铺。', money: '没有任何更改。', next: '请先设置店铺。' },
    },
  },
  'program.sale-open': {
    who: 'cashier',
    words: {
      ko: { what: '진행 중인 판매가 있어 옮길 수 없습니다.', money: '판매는 그대로 있습니다.', next: '판매를 끝내거나 보류한 뒤 다시 하세요.' },
      en: { what: 'A sale is under way, so this cannot be done now.', money: 'The sale is as it was.', next: 'Finish the sale or put it on hold, then try again.' },
      'zh-CN': { what: '有交易正在进行，现在不能操作。', money: '该交易保持不变。', next: '请先完成或挂起该交易，然后重试。' },
    },
  },
  'program.changing-place': {
    who: 'cashier',
    words: {
      ko: { what: '연습과 가게 사이를 옮기는 중입니다.', money: '이 요청으로 바뀐 것은 없습니다.', next: '화면이 열리면 다시 하세요.' },
      en: { what: 'The counter is changing between practice and the shop.', money: 'This request changed nothing.', next: 'Try again once the screen has opened.' },
      'zh-CN': { what: '正在练习与店铺之间切换。', money: '此请求没有更改任何内容。', next: '请等画面打开后再试。' },
    },
  },
  'printer.none': {
    who: 'manager',
    words: {
      ko: { what: '연결한 프린터가 없습니다.', money: '판매는 저장됩니다. 종이 영수증만 나오지 않습니다.', next: '점장이 메뉴의 가게 설정에서 프린터를 찾아 연결하세요.' },
      en: { what: 'No printer is connected.', money: 'Sales are saved; only paper slips do not come out.', next: 'A manager finds and connects one in Shop settings, in the menu.' },
      'zh-CN': { what: '没有连接打印机。', money: '交易会照常保存，只是没有纸质小票。', next: '请店长在菜单的店铺设置中查找并连接打印机。' },
    },
  },
  'printer.address-invalid': {
    who: 'manager',
    words: {
      ko: { what: '프린터 주소를 알아볼 수 없습니다.', money: '판매와 설정은 바뀌지 않았습니다.', next: '192.168.0.50 같은 주소나 COM3 같은 포트를 입력하세요.' },
      en: { what: 'This is no address of a printer.', money: 'Neither sales nor settings changed.', next: 'Type an address such as 192.168.0.50 or a port such as COM3.' },
      'zh-CN': { what: '无法识别打印机地址。', money: '交易和设置都没有更改。', next: '请输入如 192.168.0.50 的地址或如 COM3 的端口。' },
    },
  },
  'printer.search-running': {
    who: 'cashier',
    words: {
      ko: { what: '이미 프린터를 찾고 있습니다.', money: '판매와 설정은 그대로입니다.', next: '찾기가 끝나기를 기다리거나 멈추세요.' },
      en: { what: 'A search for printers is running already.', money: 'Sales and settings are as they were.', next: 'Wait until it ends, or stop it.' },
      'zh-CN': { what: '已经在查找打印机。', money: '交易和设置保持不变。', next: '请等待查找结束，或停止查找。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
