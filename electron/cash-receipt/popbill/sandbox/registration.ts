/** The acts that register: issue, cancel, bulk issue. Each is on disk before it is answered. */
import { createHash } from 'node:crypto';

import { seoulStamp } from '../seoul-time.ts';
import { bulkDigest } from '../signing.ts';

import { answer, OWN_CODE, refuse, type Answer } from './answer.ts';
import { ledgerKey, MAX_RECEIPTS, type Ledger, type NtsVerdict, type SandboxReceipt } from './ledger.ts';
import { approvalRefusal, asFields, field, maskIdentity, mgtKeyRefusal, readAmounts, sentState, tradeDtRefusal, type Amounts, type Fields, type Refusal } from './rules.ts';

export type ActContext = {
  readonly ledger: Ledger;
  readonly corpNum: string;
  readonly nowMs: number;
  /** A cancel is refused until the original has been accepted by the tax office. */
  readonly cancelNeedsNts: boolean;
  /** From a scripted fault: what is registered now will be rejected by the tax office with these words. */
  readonly verdict?: NtsVerdict;
};

export function issue(context: ActContext, body: unknown): Answer {
  const outcome = register(context, asFields(body));
  return 'confirmNum' in outcome ? issued(outcome) : refuse(400, outcome.code, outcome.message);
}

export function cancel(context: ActContext, body: unknown): Answer {
  const outcome = revoke(context, asFields(body));
  return 'confirmNum' in outcome ? issued(outcome) : refuse(400, outcome.code, outcome.message);
}

function issued(receipt: SandboxReceipt): Answer {
  return answer({ code: 1, message: '발행이 완료되었습니다.', confirmNum: receipt.confirmNum, tradeDate: receipt.tradeDT.slice(0, 8), tradeDT: receipt.tradeDT });
}

function keyRefusal(context: ActContext, mgtKey: string): Refusal | null {
  const form = mgtKeyRefusal(mgtKey);
  if (form !== null) return form;
  context.ledger.append({ t: 'attempt', corpNum: context.corpNum, mgtKey });
  if (context.ledger.receipts.has(ledgerKey(context.corpNum, mgtKey))) return { code: -14001019, message: '동일한 문서번호(MgtKey)의 현금영수증이 존재합니다.' };
  if (context.ledger.registered() >= MAX_RECEIPTS) return { code: OWN_CODE.full, message: '샌드박스가 가득 찼습니다.' };
  return null;
}

function register(context: ActContext, fields: Fields): SandboxReceipt | Refusal {
  const mgtKey = field(fields, 'mgtKey');
  const refusal = keyRefusal(context, mgtKey) ?? approvalRefusal(fields, context.corpNum, context.nowMs);
  if (refusal !== null) return refusal;
  const amounts = readAmounts(fields);
  if ('code' in amounts) return amounts;
  const franchise = Object.fromEntries(
    ['franchiseTaxRegID', 'franchiseCorpName', 'franchiseCEOName', 'franchiseAddr', 'franchiseTEL'].map((name) => [name, field(fields, name)]),
  );
  return write(context, {
    mgtKey,
    tradeType: '승인거래',
    tradeUsage: field(fields, 'tradeUsage'),
    tradeOpt: field(fields, 'tradeOpt') || '일반',
    taxationType: field(fields, 'taxationType'),
    ...amounts,
    identityNum: maskIdentity(field(fields, 'identityNum')),
    franchise,
    itemName: field(fields, 'itemName'),
    orderNumber: field(fields, 'orderNumber'),
    memo: field(fields, 'memo'),
    tradeDT: field(fields, 'tradeDT') || seoulStamp(context.nowMs),
    orgConfirmNum: '',
    orgTradeDate: '',
    cancelType: 0,
  });
}

function revoke(context: ActContext, fields: Fields): SandboxReceipt | Refusal {
  const mgtKey = field(fields, 'mgtKey');
  const refusal = keyRefusal(context, mgtKey) ?? tradeDtRefusal(field(fields, 'tradeDT'), context.nowMs);
  if (refusal !== null) return refusal;
  const original = context.ledger.byConfirmNum.get(field(fields, 'orgConfirmNum'));
  if (original === undefined || original.corpNum !== context.corpNum || original.tradeType !== '승인거래' || original.tradeDT.slice(0, 8) !== field(fields, 'orgTradeDate')) {
    return { code: -14001020, message: '원본 현금영수증이 존재하지 않습니다.' };
  }
  const { stateCode } = stateOf(context, original);
  if (stateCode === 305) return { code: -14001020, message: '원본 현금영수증이 전송에 실패했습니다.' };
  if (context.cancelNeedsNts && stateCode !== 304) return { code: -14001021, message: '원본 현금영수증이 국세청에 전송되지 않았습니다.' };
  const cancelType = Number(field(fields, 'cancelType') || '1');
  if (![1, 2, 3].includes(cancelType)) return { code: OWN_CODE.fields, message: '취소사유가 올바르지 않습니다.' };
  const amounts = cancelAmounts(context, fields, original);
  if ('code' in amounts) return amounts;
  return write(context, {
    ...original,
    ...amounts,
    mgtKey,
    tradeType: '취소거래',
    memo: field(fields, 'memo'),
    tradeDT: field(fields, 'tradeDT') || seoulStamp(context.nowMs),
    orgConfirmNum: original.confirmNum,
    orgTradeDate: original.tradeDT.slice(0, 8),
    cancelType,
  });
}

/** A whole cancel takes the original as it was issued, so nothing of it may have been cancelled before. */
function cancelAmounts(context: ActContext, fields: Fields, original: SandboxReceipt): Amounts | Refusal {
  const partial = fields['isPartCancel'] === true || fields['isPartCancel'] === 'true';
  const asked = partial ? readAmounts(fields) : pickAmounts(original);
  if ('code' in asked) return asked;
  const cancelled = [...context.ledger.receipts.values()].filter((receipt) => receipt.orgConfirmNum === original.confirmNum && stateOf(context, receipt).stateCode !== 305);
  for (const name of ['supplyCost', 'tax', 'serviceFee', 'totalAmount'] as const) {
    const left = original[name] - cancelled.reduce((total, receipt) => total + receipt[name], 0);
    if (asked[name] > left) return { code: -14001023, message: `취소 금액이 남은 금액(${left}원)을 초과합니다.` };
  }
  return asked;
}

function pickAmounts(receipt: SandboxReceipt): Amounts {
  const { totalAmount, supplyCost, tax, serviceFee } = receipt;
  return { totalAmount, supplyCost, tax, serviceFee };
}

/** The test system's approval numbers look like `TB0000178`. */
function write(context: ActContext, fields: Omit<SandboxReceipt, 'itemKey' | 'corpNum' | 'confirmNum' | 'issuedAtMs'>): SandboxReceipt {
  const serial = String(context.ledger.registered() + 1);
  const receipt: SandboxReceipt = {
    ...fields,
    corpNum: context.corpNum,
    itemKey: `0${seoulStamp(context.nowMs)}${serial.padStart(5, '0')}`,
    confirmNum: `TB${serial.padStart(7, '0')}`,
    issuedAtMs: context.nowMs,
  };
  // The verdict first: a death between the two leaves a verdict about nothing, never a receipt without its fate.
  if (context.verdict !== undefined) context.ledger.append({ t: 'nts-rejects', confirmNum: receipt.confirmNum, verdict: context.verdict });
  context.ledger.append({ t: 'issued', receipt });
  return receipt;
}

export function stateOf(context: Pick<ActContext, 'ledger' | 'nowMs'>, receipt: SandboxReceipt): ReturnType<typeof sentState> {
  return sentState(receipt.issuedAtMs, context.ledger.rejections.has(receipt.confirmNum), context.nowMs);
}

const MAX_BULK = 100;

export function bulkIssue(context: ActContext, digest: string, submitId: string, raw: Buffer, body: unknown): Answer {
  if (digest !== bulkDigest(raw)) return refuse(400, OWN_CODE.bulk, '메시지 다이제스트가 일치하지 않습니다.');
  if (!/^[A-Za-z0-9_-]{1,36}$/.test(submitId)) return refuse(400, OWN_CODE.bulk, '제출아이디가 올바르지 않습니다.');
  if (context.ledger.bulks.has(ledgerKey(context.corpNum, submitId))) return refuse(400, OWN_CODE.bulk, '이미 사용된 제출아이디입니다.');
  const cashbills = asFields(body)['cashbills'];
  if (!Array.isArray(cashbills) || cashbills.length < 1 || cashbills.length > MAX_BULK) return refuse(400, OWN_CODE.bulk, '현금영수증은 1건 이상 100건 이하입니다.');
  const results = cashbills.map((cashbill) => {
    const fields = asFields(cashbill);
    const outcome = register(context, fields);
    const mgtKey = field(fields, 'mgtKey');
    return 'confirmNum' in outcome
      ? { mgtKey, code: 1, message: '', confirmNum: outcome.confirmNum, tradeDT: outcome.tradeDT }
      : { mgtKey, code: outcome.code, message: outcome.message, confirmNum: '', tradeDT: '' };
  });
  const receiptId = createHash('sha256').update(`${context.corpNum}/${submitId}`).digest('hex').slice(0, 24);
  context.ledger.append({ t: 'bulk', corpNum: context.corpNum, submitId, receiptId, atMs: context.nowMs, results });
  return answer({ code: 1, message: '접수가 완료되었습니다.', receiptID: receiptId });
}
