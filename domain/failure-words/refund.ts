/** Money on its way back. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const REFUND_WORDS = {
  'refund.nothing-chosen': {
    who: 'cashier',
    words: {
      ko: { what: '돌려받을 상품을 고르지 않았습니다.', money: '아무것도 돌려주지 않았습니다.', next: '돌려받은 상품과 개수를 고르세요.' },
      en: { what: 'No goods were chosen to take back.', money: 'Nothing was given back.', next: 'Choose the goods that came back, and how many.' },
      'zh-CN': { what: '没有选择要退的商品。', money: '没有退款。', next: '请选择退回的商品和数量。' },
    },
  },
  'refund.line-unknown': {
    who: 'cashier',
    words: {
      ko: { what: '이 판매에 없는 상품입니다.', money: '아무것도 돌려주지 않았습니다.', next: '화면에 보이는 상품에서 고르세요.' },
      en: { what: 'This line is not part of the sale.', money: 'Nothing was given back.', next: 'Choose from the goods on the screen.' },
      'zh-CN': { what: '该商品不在这笔交易中。', money: '没有退款。', next: '请从屏幕上的商品中选择。' },
    },
  },
  'refund.more-than-left': {
    who: 'cashier',
    words: {
      ko: { what: '남은 개수보다 많이 돌려받을 수 없습니다.', money: '아무것도 돌려주지 않았습니다.', next: '이미 환불한 개수를 빼고 다시 고르세요.' },
      en: { what: 'Fewer of these are left than were chosen.', money: 'Nothing was given back.', next: 'Choose again, less what has been refunded before.' },
      'zh-CN': { what: '所选数量超过可退数量。', money: '没有退款。', next: '请扣除已退的数量后重新选择。' },
    },
  },
  'refund.shares-differ': {
    who: 'cashier',
    words: {
      ko: { what: '나눠 돌려줄 금액의 합계가 환불 금액과 다릅니다.', money: '아무것도 돌려주지 않았습니다.', next: '결제 수단마다 돌려줄 금액을 다시 맞추세요.' },
      en: { what: 'The parts do not come to the amount of the refund.', money: 'Nothing was given back.', next: 'Set again how much goes back by each payment.' },
      'zh-CN': { what: '各支付方式的退款额合计与退款金额不符。', money: '没有退款。', next: '请重新分配各支付方式的退款额。' },
    },
  },
  'refund.payment-unknown': {
    who: 'cashier',
    words: {
      ko: { what: '이 판매에 없는 결제 수단입니다.', money: '아무것도 돌려주지 않았습니다.', next: '화면에 보이는 결제에서 고르세요.' },
      en: { what: 'This payment does not belong to the sale.', money: 'Nothing was given back.', next: 'Choose from the payments on the screen.' },
      'zh-CN': { what: '该付款不属于这笔交易。', money: '没有退款。', next: '请从屏幕上的付款中选择。' },
    },
  },
  'refund.more-than-paid-so': {
    who: 'cashier',
    words: {
      ko: { what: '그 결제로 받은 금액보다 많이 돌려줄 수 없습니다.', money: '아무것도 돌려주지 않았습니다.', next: '받은 금액 안에서 나누고, 나머지는 다른 결제로 돌려주세요.' },
      en: { what: 'More would go back this way than was paid this way.', money: 'Nothing was given back.', next: 'Keep within what was paid so, and put the rest on another payment.' },
      'zh-CN': { what: '退款额超过了该方式的付款额。', money: '没有退款。', next: '请在付款额范围内分配，其余用其他方式退。' },
    },
  },
  'refund.two-in-part': {
    who: 'cashier',
    words: {
      ko: { what: '카드 두 개를 함께 일부만 환불할 수는 없습니다.', money: '아무것도 돌려주지 않았습니다.', next: '카드 한 개만 일부로 하고, 나머지는 전액이나 현금으로 나누세요.' },
      en: { what: 'Only one card can be refunded in part at a time.', money: 'Nothing was given back.', next: 'Refund one card in part, the others whole or in cash that was paid.' },
      'zh-CN': { what: '一次只能对一张卡做部分退款。', money: '没有退款。', next: '请只对一张卡做部分退款，其余全额退或退已付现金。' },
    },
  },
  'refund.another-open': {
    who: 'cashier',
    words: {
      ko: { what: '이 판매의 다른 환불이 아직 끝나지 않았습니다.', money: '같은 돈이 두 번 나가는 것을 막고 있습니다.', next: '끝나지 않은 환불을 먼저 열어 마치세요.' },
      en: { what: 'Another refund of this sale is not finished.', money: 'This keeps the same money from going out twice.', next: 'Open that refund first, and finish it.' },
      'zh-CN': { what: '这笔交易还有未完成的退款。', money: '这是为了防止重复退款。', next: '请先打开并完成那笔退款。' },
    },
  },
  'refund.amount-has-changed': {
    who: 'cashier',
    words: {
      ko: { what: '환불 금액이 화면에서 본 것과 달라졌습니다.', money: '아무것도 돌려주지 않았습니다.', next: '새 금액을 확인하고 다시 누르세요.' },
      en: { what: 'The refund no longer comes to what was shown.', money: 'Nothing was given back.', next: 'Look at the new amount, and press again.' },
      'zh-CN': { what: '退款金额与屏幕显示的不一致了。', money: '没有退款。', next: '请核对新的金额后重新操作。' },
    },
  },
  'refund.more-than-held': {
    who: 'manager',
    words: {
      ko: { what: '이 판매로 가게가 가진 돈보다 많이 돌려줄 수 없습니다.', money: '아무것도 돌려주지 않았습니다.', next: '점장이 이 판매의 이전 환불 기록을 확인하세요.' },
      en: { what: 'The shop does not hold this much for the sale any more.', money: 'Nothing was given back.', next: 'A manager looks at the earlier refunds of this sale.' },
      'zh-CN': { what: '店方就这笔交易持有的款项少于退款额。', money: '没有退款。', next: '请店长查看这笔交易之前的退款记录。' },
    },
  },
  'refund.manager-needed': {
    who: 'manager',
    words: {
      ko: { what: '점장의 승인이 필요한 일입니다.', money: '승인 전에는 돈이 나가지 않습니다.', next: '점장을 불러 이 화면에서 승인을 받으세요.' },
      en: { what: 'A manager has to approve this before it is done.', money: 'No money goes out before it.', next: 'Call a manager to approve it on this screen.' },
      'zh-CN': { what: '此操作需要店长批准。', money: '批准之前不会退款。', next: '请叫店长在本屏幕上批准。' },
    },
  },
  'refund.reason-missing': {
    who: 'cashier',
    words: {
      ko: { what: '사유를 적지 않았거나 너무 깁니다.', money: '돈은 움직이지 않았습니다.', next: '사유를 고르거나 60자 안으로 적으세요.' },
      en: { what: 'No reason was chosen, or its note is too long.', money: 'No money has moved.', next: 'Choose a reason, or write one of at most 60 characters.' },
      'zh-CN': { what: '没有填写原因，或原因过长。', money: '款项没有变动。', next: '请选择原因，或填写不超过60字的原因。' },
    },
  },
  'refund.nothing-to-correct': {
    who: 'cashier',
    words: {
      ko: { what: '고칠 현금영수증이 없습니다.', money: '판매와 받은 돈은 그대로입니다.', next: '발급된 현금영수증이 있는 판매에서 고르세요.' },
      en: { what: 'There is no cash receipt here to correct.', money: 'The sale and the money are unchanged.', next: 'Choose a sale with a cash receipt that was issued.' },
      'zh-CN': { what: '没有可更正的现金收据。', money: '交易和收款不变。', next: '请选择已开具现金收据的交易。' },
    },
  },
  'refund.not-in-this-stage': {
    who: 'cashier',
    words: {
      ko: { what: '환불의 이 단계에서는 할 수 없는 일입니다.', money: '환불은 화면에 보이는 그대로입니다.', next: '화면에 보이는 단계를 먼저 마치세요.' },
      en: { what: 'The refund is not at this step.', money: 'It stands as the screen shows.', next: 'Finish the step on the screen first.' },
      'zh-CN': { what: '退款现在不在这一步。', money: '退款状态以屏幕显示为准。', next: '请先完成屏幕上的步骤。' },
    },
  },
  'refund.by-phone-only': {
    who: 'manager',
    words: {
      ko: { what: '90일이 지났거나 일부를 따로 돌려준 카드 결제라 단말기로 취소할 수 없습니다.', money: '손님의 카드 결제는 그대로입니다.', next: '점장이 밴사에 전화해 취소하고, 받은 접수번호를 적으세요.' },
      en: { what: 'Past 90 days or partly refunded: the terminal cannot cancel this charge.', money: 'The card payment stands.', next: 'A manager calls the VAN operator and writes down the reference.' },
      'zh-CN': { what: '已过90天或已部分退款，终端无法撤销该笔刷卡。', money: '刷卡付款依然有效。', next: '请店长致电收单机构撤销，并记下受理号。' },
    },
  },
  'refund.money-moved': {
    who: 'cashier',
    words: {
      ko: { what: '돈이 이미 움직였을 수 있어 환불을 그만둘 수 없습니다.', money: '지금까지 돌려준 것은 화면에 있습니다.', next: '화면이 이끄는 대로 남은 단계를 마치세요.' },
      en: { what: 'Money may have moved, so the refund cannot be called off.', money: 'What went back so far is on the screen.', next: 'Follow the screen through the steps that are left.' },
      'zh-CN': { what: '款项可能已变动，不能放弃这笔退款。', money: '已退的金额显示在屏幕上。', next: '请按屏幕提示完成剩余步骤。' },
    },
  },
  'refund.restore-too-late': {
    who: 'cashier',
    words: {
      ko: { what: '이미 다른 돈을 돌려주어 처음대로 되돌릴 수 없습니다.', money: '카드는 취소되었고, 나머지 금액을 아직 받지 못했습니다.', next: '나머지 금액을 다른 카드나 현금으로 받으세요.' },
      en: { what: 'Other money has gone back, so all cannot be put back as it was.', money: 'The card was cancelled; its rest is not paid yet.', next: 'Take the rest by another card or in cash.' },
      'zh-CN': { what: '已有其他款项退回，不能恢复原状。', money: '卡已撤销，剩余金额尚未收取。', next: '请用其他卡或现金收取剩余金额。' },
    },
  },
  'refund.credit-not-won': {
    who: 'manager',
    words: {
      ko: { what: '교환 상품의 금액이 맞지 않습니다.', money: '돈은 움직이지 않았습니다.', next: '교환을 그만두고 환불과 새 판매로 나누어 하세요.' },
      en: { what: 'The amounts of the exchange do not agree.', money: 'No money has moved.', next: 'Call the exchange off; do a refund and a new sale.' },
      'zh-CN': { what: '换货的金额不符。', money: '款项没有变动。', next: '请放弃换货，改为退款并重新销售。' },
    },
  },
  'refund.exchange-tax-differs': {
    who: 'cashier',
    words: {
      ko: { what: '과세 상품과 면세 상품을 서로 바꾸는 교환은 할 수 없습니다.', money: '돈은 움직이지 않았습니다.', next: '먼저 환불하고, 새 상품은 새로 판매하세요.' },
      en: { what: 'Taxable and tax-free goods cannot be exchanged for each other.', money: 'No money has moved.', next: 'Refund first, then sell the new goods as a new sale.' },
      'zh-CN': { what: '应税商品与免税商品不能互换。', money: '款项没有变动。', next: '请先退款，再把新商品作为新交易销售。' },
    },
  },
  'refund.rest-due': {
    who: 'cashier',
    words: {
      ko: { what: '카드는 취소되었고, 나머지 금액을 아직 받지 않았습니다.', money: '손님이 나머지 금액을 다시 결제해야 합니다.', next: '같은 카드로 나머지를 결제하세요. 다른 카드나 현금도 됩니다.' },
      en: { what: 'The charge is cancelled, and the rest is not paid yet.', money: 'The customer still owes the rest.', next: 'Charge the rest to the same card; another card or cash will do too.' },
      'zh-CN': { what: '原刷卡已撤销，剩余金额尚未收取。', money: '顾客还须支付剩余金额。', next: '请用同一张卡收取剩余金额，也可用其他卡或现金。' },
    },
  },
  'refund.rest-not-charged': {
    who: 'cashier',
    words: {
      ko: { what: '카드는 취소되었는데, 나머지 금액이 결제되지 않았습니다.', money: '원래 결제는 모두 손님께 돌아갔고, 나머지는 아직 받지 못했습니다.', next: '다른 카드나 현금으로 받거나, 처음 금액으로 다시 결제해 되돌리세요.' },
      en: { what: 'The charge is cancelled, but the rest could not be charged.', money: 'All of it went back; the rest is still owed.', next: 'Take another card or cash, or charge the whole again to undo the refund.' },
      'zh-CN': { what: '原刷卡已撤销，但剩余金额未能刷成。', money: '原款已全部退回，剩余金额尚未收取。', next: '请用其他卡或现金收取，或按原金额重刷以恢复原状。' },
    },
  },
  'refund.given-twice': {
    who: 'manager',
    words: {
      ko: { what: '다른 방법으로 돌려준 뒤에 카드 취소가 된 것이 확인되었습니다.', money: '손님께 두 번 돌아갔습니다.', next: '손님께 연락해 다시 결제받거나, 점장이 사유를 적어 마무리하세요.' },
      en: { what: 'The cancel went through after the money had gone back another way.', money: 'It went back to the customer twice.', next: 'Ask the customer to pay it again, or a manager closes it with a reason.' },
      'zh-CN': { what: '另行退款之后，确认刷卡也已撤销。', money: '款项退给顾客两次。', next: '请联系顾客重新付款，或由店长填写原因结案。' },
    },
  },
  'refund.surfaced': {
    who: 'manager',
    words: {
      ko: { what: '그만둔 환불의 카드 취소가 실제로는 된 것으로 확인되었습니다.', money: '손님의 카드 결제가 취소되어 돈이 돌아갔습니다.', next: '손님께 연락해 다시 결제받거나, 점장이 사유를 적어 마무리하세요.' },
      en: { what: 'A card cancel of a refund that was called off did go through.', money: 'The customer’s charge went back.', next: 'Ask the customer to pay again, or a manager closes it with a reason.' },
      'zh-CN': { what: '已放弃的退款，其刷卡撤销实际已成功。', money: '顾客的刷卡款已退回。', next: '请联系顾客重新付款，或由店长填写原因结案。' },
    },
  },
  'refund.not-begun': {
    who: 'cashier',
    words: {
      ko: { what: '환불하던 중에 프로그램이 다시 시작되었습니다.', money: '다음 돈은 아직 나가지 않았습니다.', next: '손님이 있는지 확인하고 이어서 하거나, 그만두세요.' },
      en: { what: 'The program was restarted in the middle of a refund.', money: 'The next part has not gone out yet.', next: 'See that the customer is there and go on, or call it off.' },
      'zh-CN': { what: '退款途中程序重新启动。', money: '下一笔款项尚未退出。', next: '请确认顾客在场后继续，或放弃。' },
    },
  },
  'refund.cash-unconfirmed': {
    who: 'cashier',
    words: {
      ko: { what: '현금을 내준 것으로 적혔지만, 손님이 받았는지 확인되지 않았습니다.', money: '장부에서는 이미 나간 돈입니다. 두 번 주지 마세요.', next: '손님께 드렸으면 확인을 누르고, 서랍이 안 열렸으면 다시 여세요.' },
      en: { what: 'Cash is recorded as given, and nobody has said that the customer has it.', money: 'It has left the books. Do not give it twice.', next: 'Confirm when it was handed over; open the drawer again if it stayed shut.' },
      'zh-CN': { what: '现金已记为退出，但未确认顾客是否收到。', money: '账上已支出，请勿重复给付。', next: '已交给顾客请按确认；钱箱没开请再次打开。' },
    },
  },
  'refund.receipt-not-cancelled': {
    who: 'manager',
    words: {
      ko: { what: '현금영수증을 취소하지 못했습니다.', money: '환불한 돈은 맞고, 국세청에는 현금영수증이 그대로 있습니다.', next: '이유를 보고 다시 취소하거나, 점장이 국세청 126에 전화하세요.' },
      en: { what: 'The cash receipt could not be cancelled.', money: 'The refund is right; the tax office still has the receipt.', next: 'Read why and cancel again, or a manager calls the tax office (126).' },
      'zh-CN': { what: '现金收据未能撤销。', money: '退款无误，但国税厅仍保留该收据。', next: '请查看原因后重新撤销，或由店长致电国税厅126。' },
    },
  },
  'refund.sale-not-finished': {
    who: 'cashier',
    words: {
      ko: { what: '아직 끝나지 않은 판매라 환불할 수 없습니다.', money: '받은 돈은 그대로입니다.', next: '판매를 먼저 마치거나, 그 화면에서 취소하세요.' },
      en: { what: 'The sale is not finished, so it cannot be refunded.', money: 'What was taken is unchanged.', next: 'Finish the sale first, or undo it on its own screen.' },
      'zh-CN': { what: '交易尚未完成，不能退款。', money: '已收款项不变。', next: '请先完成交易，或在该画面上取消。' },
    },
  },
  'refund.unknown': {
    who: 'cashier',
    words: {
      ko: { what: '찾는 환불이 없습니다.', money: '아무것도 바뀌지 않았습니다.', next: '판매 내역에서 다시 고르세요.' },
      en: { what: 'There is no such refund.', money: 'Nothing has changed.', next: 'Choose it again from the list of sales.' },
      'zh-CN': { what: '找不到这笔退款。', money: '没有任何变化。', next: '请从交易记录中重新选择。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
