/** A card at the terminal: charge, cancel, and what is not known. Sentences in the order of FailureWords: what happened, the money, what next. */
import type { FailureEntry } from '../failure.ts';

export const CARD_WORDS = {
  'card.declined': {
    who: 'cashier',
    words: {
      ko: { what: '카드가 승인되지 않았습니다.', money: '결제되지 않았습니다.', next: '카드사의 안내를 손님께 알리고, 다른 카드나 현금으로 받으세요.' },
      en: {
        what: 'The card was declined.',
        money: 'Nothing was charged.',
        next: 'Tell the customer what the card company said; take another card or cash.',
      },
      'zh-CN': { what: '银行卡未获批准。', money: '没有扣款。', next: '请把发卡行的提示告知顾客，改用其他卡或现金。' },
    },
  },
  'card.stopped-by-customer': {
    who: 'cashier',
    words: {
      ko: { what: '손님이 단말기에서 결제를 취소했습니다.', money: '결제되지 않았습니다.', next: '손님께 여쭤 보고 다시 결제하거나 다른 방법으로 받으세요.' },
      en: {
        what: 'The customer cancelled at the terminal.',
        money: 'Nothing was charged.',
        next: 'Ask the customer, then charge again or take another payment.',
      },
      'zh-CN': { what: '顾客在终端上取消了付款。', money: '没有扣款。', next: '请询问顾客后重新刷卡，或改用其他方式。' },
    },
  },
  'card.stopped-by-counter': {
    who: 'cashier',
    words: {
      ko: { what: '계산대에서 카드 결제를 멈췄습니다.', money: '결제되지 않았습니다.', next: '다시 결제하거나 다른 방법으로 받으세요.' },
      en: { what: 'The card payment was stopped at the counter.', money: 'Nothing was charged.', next: 'Charge again, or take another payment.' },
      'zh-CN': { what: '收银台停止了刷卡。', money: '没有扣款。', next: '请重新刷卡或改用其他方式。' },
    },
  },
  'card.timed-out': {
    who: 'cashier',
    words: {
      ko: { what: '카드를 기다리다가 단말기 시간이 끝났습니다.', money: '결제되지 않았습니다.', next: '손님이 카드를 준비하면 다시 결제하세요.' },
      en: {
        what: 'The terminal waited too long for the card.',
        money: 'Nothing was charged.',
        next: 'Charge again when the customer has the card ready.',
      },
      'zh-CN': { what: '终端等待插卡超时。', money: '没有扣款。', next: '请在顾客准备好卡后重新刷卡。' },
    },
  },
  'card.request-invalid': {
    who: 'manager',
    words: {
      ko: { what: '단말기가 받을 수 없는 결제 내용입니다.', money: '단말기에 보내지 않아 결제되지 않았습니다.', next: '금액과 할부를 확인하고, 계속되면 점장에게 알리세요.' },
      en: {
        what: 'The terminal cannot take this request.',
        money: 'It was not sent; nothing was charged.',
        next: 'Check amount and months; if it happens again, tell a manager.',
      },
      'zh-CN': { what: '终端无法接受该付款内容。', money: '没有发送，也没有扣款。', next: '请核对金额和分期；如再次出现请告知店长。' },
    },
  },
  'card.not-supported': {
    who: 'manager',
    words: {
      ko: { what: '이 단말기에서는 할 수 없는 거래입니다.', money: '단말기에 보내지 않아 결제되지 않았습니다.', next: '다른 방법으로 받고, 점장에게 알리세요.' },
      en: {
        what: 'This terminal cannot do this kind of transaction.',
        money: 'It was not sent; nothing was charged.',
        next: 'Take another payment, and tell a manager.',
      },
      'zh-CN': { what: '该终端不支持这种交易。', money: '没有发送，也没有扣款。', next: '请改用其他方式，并告知店长。' },
    },
  },
  'card.unreachable': {
    who: 'cashier',
    words: {
      ko: { what: '카드 단말기에 연결할 수 없습니다.', money: '단말기에 보내지 않아 결제되지 않았습니다.', next: '단말기의 전원과 선을 확인하고 다시 결제하거나, 현금으로 받으세요.' },
      en: {
        what: 'The card terminal cannot be reached.',
        money: 'It was not sent; nothing was charged.',
        next: 'Check its power and cable and charge again, or take cash.',
      },
      'zh-CN': { what: '无法连接刷卡终端。', money: '没有发送，也没有扣款。', next: '请检查终端的电源和连线后重新刷卡，或收现金。' },
    },
  },
  'card.silent': {
    who: 'cashier',
    words: {
      ko: { what: '카드 단말기가 대답하지 않습니다.', money: '결제를 보내기 전이라 결제되지 않았습니다.', next: '단말기를 껐다 켠 뒤 다시 결제하거나, 현금으로 받으세요.' },
      en: {
        what: 'The card terminal does not answer.',
        money: 'The charge had not been sent; nothing was charged.',
        next: 'Restart the terminal and charge again, or take cash.',
      },
      'zh-CN': { what: '刷卡终端没有应答。', money: '付款尚未发送，没有扣款。', next: '请重启终端后重新刷卡，或收现金。' },
    },
  },
  'card.busy': {
    who: 'cashier',
    words: {
      ko: { what: '단말기가 다른 일을 하고 있습니다.', money: '단말기에 보내지 않아 결제되지 않았습니다.', next: '단말기 화면이 처음으로 돌아오면 다시 결제하세요.' },
      en: {
        what: 'The terminal is busy with something else.',
        money: 'It was not sent; nothing was charged.',
        next: 'Charge again when its start screen is back.',
      },
      'zh-CN': { what: '终端正在处理其他操作。', money: '没有发送，也没有扣款。', next: '请等终端回到初始画面后重新刷卡。' },
    },
  },
  'card.closed': {
    who: 'cashier',
    words: {
      ko: { what: '단말기 연결이 닫혀 있습니다.', money: '단말기에 보내지 않아 결제되지 않았습니다.', next: '잠시 뒤 다시 결제하거나, 현금으로 받으세요.' },
      en: {
        what: 'The line to the terminal is closed.',
        money: 'It was not sent; nothing was charged.',
        next: 'Charge again in a moment, or take cash.',
      },
      'zh-CN': { what: '与终端的连接已关闭。', money: '没有发送，也没有扣款。', next: '请稍后重新刷卡，或收现金。' },
    },
  },
  'card.not-asked': {
    who: 'cashier',
    words: {
      ko: { what: '카드 결제를 보내기 전에 계산대가 다시 시작되었습니다.', money: '단말기에 보내지 않아 결제되지 않았습니다.', next: '손님께 알리고 다시 결제하세요.' },
      en: {
        what: 'The counter restarted before the charge was sent.',
        money: 'It was not sent; nothing was charged.',
        next: 'Tell the customer, and charge again.',
      },
      'zh-CN': { what: '付款发送前收银台重新启动了。', money: '没有发送，也没有扣款。', next: '请告知顾客后重新刷卡。' },
    },
  },
  'card.unknown': {
    who: 'cashier',
    words: {
      ko: { what: '승인 여부를 알 수 없습니다. 다시 결제하지 마세요.', money: '결제되었을 수도 있고, 안 되었을 수도 있습니다.', next: '단말기에서 직전거래를 조회하고, 본 대로 입력하세요.' },
      en: {
        what: 'It is not known whether the card was approved. Do not charge again.',
        money: 'The customer may or may not have been charged.',
        next: 'Look up the last transaction on the terminal, and enter what it says.',
      },
      'zh-CN': { what: '无法得知是否已批准。请勿再次刷卡。', money: '可能已扣款，也可能没有。', next: '请在终端上查询上一笔交易，并如实录入。' },
    },
  },
  'card.unknown-at-terminal': {
    who: 'cashier',
    words: {
      ko: { what: '단말기도 승인 여부를 알려 주지 못했습니다. 다시 결제하지 마세요.', money: '결제되었을 수도 있고, 안 되었을 수도 있습니다.', next: '단말기의 마지막 전표나 밴사 조회 화면을 보고, 본 대로 입력하세요.' },
      en: {
        what: 'The terminal cannot tell whether it was approved. Do not charge again.',
        money: 'The customer may or may not have been charged.',
        next: 'Look at the terminal’s last slip or the VAN site, and enter what it says.',
      },
      'zh-CN': { what: '终端也无法确认是否已批准。请勿再次刷卡。', money: '可能已扣款，也可能没有。', next: '请查看终端最后一张签购单或收单机构网站，并如实录入。' },
    },
  },
  'card.surfaced': {
    who: 'cashier',
    words: {
      ko: { what: '승인되지 않은 줄 알았던 카드 결제가 승인된 것으로 확인됐습니다.', money: '손님의 돈이 더 결제되어 있습니다.', next: '이 승인을 취소하거나, 아직 받을 돈이 있으면 그 결제로 쓰세요.' },
      en: {
        what: 'A card payment held for not approved turns out to be approved.',
        money: 'More of the customer’s money is charged than counted.',
        next: 'Cancel this approval, or keep it if that much is still due.',
      },
      'zh-CN': { what: '原以为未批准的刷卡，经确认已批准。', money: '顾客被多扣了款。', next: '请撤销这笔批准；若仍有应收金额，也可用它抵付。' },
    },
  },
  'card.not-closed': {
    who: 'cashier',
    words: {
      ko: { what: '승인되었지만 단말기가 거래를 끝맺지 않았습니다.', money: '결제된 것으로 적었습니다. 다시 결제하지 마세요.', next: '단말기의 전표에서 승인번호를 확인하세요.' },
      en: {
        what: 'It was approved, but the terminal did not close the transaction.',
        money: 'It is recorded as paid. Do not charge again.',
        next: 'Check the approval number on the terminal’s slip.',
      },
      'zh-CN': { what: '已获批准，但终端没有结束交易。', money: '已记为付款。请勿再次刷卡。', next: '请在终端的签购单上核对批准号。' },
    },
  },
  'card.displayed-text': {
    who: 'cashier',
    words: {
      ko: { what: '승인되었지만 단말기에 다른 안내가 나왔습니다.', money: '결제된 것으로 적었습니다. 다시 결제하지 마세요.', next: '단말기 화면의 글을 읽고, 승인번호를 확인하세요.' },
      en: {
        what: 'It was approved, but the terminal shows other words.',
        money: 'It is recorded as paid. Do not charge again.',
        next: 'Read the terminal’s screen and check the approval number.',
      },
      'zh-CN': { what: '已获批准，但终端显示了其他提示。', money: '已记为付款。请勿再次刷卡。', next: '请阅读终端屏幕并核对批准号。' },
    },
  },
  'card.cancel-declined': {
    who: 'cashier',
    words: {
      ko: { what: '카드 취소가 거절되었습니다.', money: '손님의 카드 결제는 그대로입니다. 점장의 결정 없이 현금으로 돌려주지 마세요.', next: '카드사의 안내를 보고, 점장에게 알리거나 밴사에 전화하세요.' },
      en: {
        what: 'The cancel was refused.',
        money: 'The card payment stands. Give no cash back unless a manager decides it.',
        next: 'Read what the card company said; tell a manager or call the VAN operator.',
      },
      'zh-CN': { what: '撤销被拒绝。', money: '刷卡付款依然有效。未经店长决定，请勿退还现金。', next: '请查看发卡行提示，告知店长或致电收单机构。' },
    },
  },
  'card.cancel-not-done': {
    who: 'cashier',
    words: {
      ko: { what: '카드 취소가 끝나지 않고 멈췄습니다.', money: '손님의 카드 결제는 그대로입니다.', next: '단말기를 확인하고 다시 취소하세요.' },
      en: {
        what: 'The cancel was stopped before it was done.',
        money: 'The card payment stands as it was.',
        next: 'Check the terminal, and cancel again.',
      },
      'zh-CN': { what: '撤销中途停止，没有完成。', money: '刷卡付款依然有效。', next: '请检查终端后重新撤销。' },
    },
  },
  'card.cancel-unknown': {
    who: 'cashier',
    words: {
      ko: { what: '취소 여부를 알 수 없습니다. 다시 취소하지 마세요.', money: '돈이 돌아갔을 수도 있고, 아닐 수도 있습니다.', next: '단말기에서 직전거래를 조회하고, 본 대로 입력하세요.' },
      en: {
        what: 'It is not known whether the cancel went through. Do not cancel again.',
        money: 'The money may or may not have gone back.',
        next: 'Look up the last transaction on the terminal, and enter what it says.',
      },
      'zh-CN': { what: '无法得知是否已撤销。请勿再次撤销。', money: '钱可能已退回，也可能没有。', next: '请在终端上查询上一笔交易，并如实录入。' },
    },
  },
  'card.not-in-this-stage': {
    who: 'cashier',
    words: {
      ko: { what: '이 카드 거래에는 지금 할 수 없는 일입니다.', money: '카드 거래는 화면에 보이는 그대로입니다.', next: '화면에 보이는 카드 거래의 다음 일을 먼저 하세요.' },
      en: {
        what: 'This cannot be done to the card transaction now.',
        money: 'The card transaction is as the screen shows it.',
        next: 'Do the next act shown for the card transaction first.',
      },
      'zh-CN': { what: '现在不能对这笔刷卡交易进行此操作。', money: '刷卡交易如屏幕所示。', next: '请先完成屏幕上该刷卡交易的下一步。' },
    },
  },
  'card.already-approved': {
    who: 'cashier',
    words: {
      ko: { what: '이미 승인된 것으로 적혀 있는 거래입니다.', money: '한 번만 결제되었습니다.', next: '그대로 이어서 하세요.' },
      en: { what: 'This transaction is already recorded as approved.', money: 'It was charged once only.', next: 'Just go on.' },
      'zh-CN': { what: '该交易已记为批准。', money: '只扣款了一次。', next: '请继续。' },
    },
  },
  'card.result-contradicts': {
    who: 'manager',
    words: {
      ko: { what: '이 거래의 것으로 볼 수 없는 승인 결과가 왔습니다.', money: '판매는 그대로이고, 온 결과는 따로 적어 두었습니다.', next: '단말기 거래 내역과 맞춰 보고, 남는 승인은 취소하세요.' },
      en: {
        what: 'An approval came that cannot belong to this transaction.',
        money: 'The sale is unchanged; what came is kept apart.',
        next: 'Compare with the terminal’s list, and cancel what is too much.',
      },
      'zh-CN': { what: '收到不可能属于该交易的批准结果。', money: '交易不变，收到的结果已另行保存。', next: '请与终端的交易记录核对，并撤销多余的批准。' },
    },
  },
  'card.no-inquiry': {
    who: 'cashier',
    words: {
      ko: { what: '이 단말기는 계산대에서 조회할 수 없습니다.', money: '승인 여부는 아직 모릅니다. 다시 결제하지 마세요.', next: '단말기의 마지막 전표나 밴사 조회 화면을 보세요.' },
      en: {
        what: 'This terminal cannot be asked from the counter.',
        money: 'It is still not known. Do not charge again.',
        next: 'Look at the terminal’s last slip or the VAN site.',
      },
      'zh-CN': { what: '该终端不能从收银台查询。', money: '是否批准仍不清楚。请勿再次刷卡。', next: '请查看终端最后一张签购单或收单机构网站。' },
    },
  },
  'card.inquiries-used-up': {
    who: 'cashier',
    words: {
      ko: { what: '여러 번 조회했지만 단말기가 알려 주지 못했습니다.', money: '승인 여부는 아직 모릅니다. 다시 결제하지 마세요.', next: '밴사 조회 화면을 보거나 밴사에 전화해 확인하세요.' },
      en: {
        what: 'The terminal was asked several times and could not tell.',
        money: 'It is still not known. Do not charge again.',
        next: 'Look at the VAN site, or call the VAN operator.',
      },
      'zh-CN': { what: '多次查询，终端都无法告知。', money: '是否批准仍不清楚。请勿再次刷卡。', next: '请查看收单机构网站或致电确认。' },
    },
  },
  'card.manager-needed': {
    who: 'manager',
    words: {
      ko: { what: '이 금액의 결과는 점장이 확인해야 합니다.', money: '아직 정해진 것이 없습니다. 다시 결제하지 마세요.', next: '점장을 불러 전표나 조회 화면을 함께 확인하세요.' },
      en: {
        what: 'For this amount a manager has to confirm the result.',
        money: 'Nothing is settled yet. Do not charge again.',
        next: 'Call a manager and look at the slip or the site together.',
      },
      'zh-CN': { what: '该金额的结果须由店长确认。', money: '尚未确定。请勿再次刷卡。', next: '请叫店长一起核对签购单或查询页面。' },
    },
  },
  'card.approval-number-invalid': {
    who: 'cashier',
    words: {
      ko: { what: '승인번호로 볼 수 없는 번호입니다.', money: '아직 정해진 것이 없습니다.', next: '전표에 적힌 승인번호를 그대로 입력하세요.' },
      en: {
        what: 'This cannot be an approval number.',
        money: 'Nothing is settled yet.',
        next: 'Type the approval number as it stands on the slip.',
      },
      'zh-CN': { what: '这不可能是批准号。', money: '尚未确定。', next: '请照签购单上的批准号输入。' },
    },
  },
  'card.approval-time-invalid': {
    who: 'cashier',
    words: {
      ko: { what: '승인 날짜와 시간이 올바르지 않습니다.', money: '아직 정해진 것이 없습니다.', next: '전표에 적힌 날짜와 시간을 그대로 입력하세요.' },
      en: {
        what: 'Date and time of the approval are not right.',
        money: 'Nothing is settled yet.',
        next: 'Type date and time as they stand on the slip.',
      },
      'zh-CN': { what: '批准的日期和时间不正确。', money: '尚未确定。', next: '请照签购单上的日期和时间输入。' },
    },
  },
  'card.installments-from': {
    who: 'cashier',
    words: {
      ko: { what: '할부를 할 수 없는 금액입니다.', money: '결제를 보내지 않았습니다.', next: '일시불로 결제하거나, 카드로 받을 금액을 늘리세요.' },
      en: {
        what: 'This amount is too small for installments.',
        money: 'The charge was not sent.',
        next: 'Charge it at once, or put more of the sale on this card.',
      },
      'zh-CN': { what: '该金额不能分期。', money: '付款没有发送。', next: '请一次付清，或增加刷卡金额。' },
    },
  },
  'card.installments-range': {
    who: 'cashier',
    words: {
      ko: { what: '할부 개월 수가 올바르지 않습니다.', money: '결제를 보내지 않았습니다.', next: '화면에 있는 개월 수에서 고르세요.' },
      en: { what: 'This number of months is not offered.', money: 'The charge was not sent.', next: 'Choose one of the numbers on the screen.' },
      'zh-CN': { what: '分期月数不正确。', money: '付款没有发送。', next: '请从屏幕上的月数中选择。' },
    },
  },
  'card.too-late-to-stop': {
    who: 'cashier',
    words: {
      ko: { what: '카드 승인이 시작되어 멈출 수 없습니다.', money: '승인될 수 있습니다.', next: '결과를 기다리세요. 승인되면 취소할 수 있습니다.' },
      en: { what: 'The card is being approved and cannot be stopped.', money: 'It may be approved.', next: 'Wait for the result. An approval can be cancelled.' },
      'zh-CN': { what: '刷卡已进入批准，无法停止。', money: '可能会获批准。', next: '请等待结果，获批后可以撤销。' },
    },
  },
  'card.amount-too-large': {
    who: 'cashier',
    words: {
      ko: { what: '이 단말기로 한 번에 결제할 수 있는 금액을 넘습니다.', money: '결제하지 않았습니다.', next: '나누어 결제하거나 현금으로 받으세요.' },
      en: { what: 'This is more than the terminal can charge at once.', money: 'Nothing was charged.', next: 'Split the payment, or take cash.' },
      'zh-CN': { what: '超过终端单笔可刷金额。', money: '没有扣款。', next: '请分次付款或收取现金。' },
    },
  },
} as const satisfies Record<string, FailureEntry>;
