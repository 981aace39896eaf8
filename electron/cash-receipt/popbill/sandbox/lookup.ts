/** The acts that only look: status, details, many, search, the state of a bulk; and delete, which needs a look first. */
import { CODE_ABSENT } from '../codes.ts';
import { seoulDate, seoulEpochMs, seoulStamp } from '../seoul-time.ts';

import { answer, OWN_CODE, refuse, type Answer } from './answer.ts';
import { ledgerKey, type SandboxReceipt } from './ledger.ts';
import { stateOf, type ActContext } from './registration.ts';
import { maskIdentity } from './rules.ts';

function absent(): Answer {
  return refuse(400, CODE_ABSENT, '해당 문서번호의 현금영수증이 존재하지 않습니다.');
}

export function status(context: ActContext, mgtKey: string): Answer {
  const receipt = context.ledger.receipts.get(ledgerKey(context.corpNum, mgtKey));
  return receipt === undefined ? absent() : answer(info(context, receipt));
}

export function detail(context: ActContext, mgtKey: string): Answer {
  const receipt = context.ledger.receipts.get(ledgerKey(context.corpNum, mgtKey));
  if (receipt === undefined) return absent();
  return answer({
    ...info(context, receipt),
    franchiseCorpNum: receipt.corpNum,
    ...receipt.franchise,
    memo: receipt.memo,
    ...(receipt.cancelType === 0 ? {} : { cancelType: receipt.cancelType }),
    smssendYN: false,
  });
}

const MAX_STATES = 1000;

/** Keys nobody knows are left out of the answer. */
export function states(context: ActContext, body: unknown): Answer {
  if (!Array.isArray(body) || body.length < 1 || body.length > MAX_STATES) return refuse(400, OWN_CODE.tooMany, '문서번호는 1건 이상 1000건 이하입니다.');
  const found = body.flatMap((mgtKey) => context.ledger.receipts.get(ledgerKey(context.corpNum, String(mgtKey))) ?? []);
  return answer(found.map((receipt) => info(context, receipt)));
}

/** Amounts are text, as in a request. */
function info(context: ActContext, receipt: SandboxReceipt): Record<string, unknown> {
  const state = stateOf(context, receipt);
  const verdict = context.ledger.rejections.get(receipt.confirmNum);
  const sent = state.stateCode >= 303;
  const known = state.stateCode >= 304;
  const stateAtMs = known ? state.resultAtMs : sent ? state.sentAtMs : receipt.issuedAtMs;
  return {
    itemKey: receipt.itemKey,
    mgtKey: receipt.mgtKey,
    tradeDate: receipt.tradeDT.slice(0, 8),
    tradeDT: receipt.tradeDT,
    tradeType: receipt.tradeType,
    tradeUsage: receipt.tradeUsage,
    tradeOpt: receipt.tradeOpt,
    taxationType: receipt.taxationType,
    totalAmount: String(receipt.totalAmount),
    supplyCost: String(receipt.supplyCost),
    tax: String(receipt.tax),
    serviceFee: String(receipt.serviceFee),
    issueDT: seoulStamp(receipt.issuedAtMs),
    regDT: seoulStamp(receipt.issuedAtMs),
    stateCode: state.stateCode,
    stateDT: seoulStamp(stateAtMs),
    identityNum: receipt.identityNum,
    itemName: receipt.itemName,
    orderNumber: receipt.orderNumber,
    email: '',
    hp: '',
    customerName: '',
    confirmNum: receipt.confirmNum,
    orgConfirmNum: receipt.orgConfirmNum,
    orgTradeDate: receipt.orgTradeDate,
    ntssendDT: sent ? seoulStamp(state.sentAtMs) : '',
    ntsresultDT: known ? seoulStamp(state.resultAtMs) : '',
    ntsresultCode: known ? (verdict?.code ?? '0000') : '',
    ntsresultMessage: known ? (verdict?.message ?? '정상') : '',
    printYN: false,
    interOPYN: true,
  };
}

const MAX_PER_PAGE = 1000;
const LETTERS = {
  TradeType: { N: '승인거래', C: '취소거래' },
  TradeUsage: { P: '소득공제용', C: '지출증빙용' },
  TradeOpt: { N: '일반', B: '도서공연', T: '대중교통' },
  TaxationType: { T: '과세', N: '비과세' },
} as const satisfies Record<string, Record<string, string>>;

export function search(context: ActContext, query: URLSearchParams): Answer {
  const [start, end] = [query.get('SDate') ?? '', query.get('EDate') ?? ''];
  const [startMs, endMs] = [seoulEpochMs(`${start}000000`), seoulEpochMs(`${end}000000`)];
  const dateType = query.get('DType') ?? '';
  if (!['R', 'T', 'I'].includes(dateType) || startMs === null || endMs === null || startMs > endMs) return refuse(400, OWN_CODE.search, '검색 기간이 올바르지 않습니다.');
  if (end > sixMonthsAfter(start)) return refuse(400, OWN_CODE.search, '검색 기간은 6개월 이내입니다.');
  const perPage = Number(query.get('PerPage') ?? '500');
  const pageNum = Number(query.get('Page') ?? '1');
  if (!Number.isInteger(perPage) || perPage < 1 || perPage > MAX_PER_PAGE || !Number.isInteger(pageNum) || pageNum < 1) return refuse(400, OWN_CODE.search, '페이지가 올바르지 않습니다.');
  const matching = [...context.ledger.receipts.values()].filter((receipt) => {
    const date = dateType === 'T' ? receipt.tradeDT.slice(0, 8) : seoulDate(receipt.issuedAtMs);
    return receipt.corpNum === context.corpNum && date >= start && date <= end && matches(context, receipt, query);
  });
  matching.sort((a, b) => a.issuedAtMs - b.issuedAtMs || a.itemKey.localeCompare(b.itemKey));
  if (query.get('Order') !== 'A') matching.reverse();
  const list = matching.slice((pageNum - 1) * perPage, pageNum * perPage).map((receipt) => info(context, receipt));
  return answer({ code: 1, message: '정상', total: matching.length, perPage, pageNum, pageCount: Math.ceil(matching.length / perPage), list });
}

function matches(context: ActContext, receipt: SandboxReceipt, query: URLSearchParams): boolean {
  const among = (name: keyof typeof LETTERS, value: string): boolean => {
    const asked = query.get(name);
    return asked === null || asked.split(',').some((letter) => Object.entries(LETTERS[name]).some(([key, word]) => key === letter && word === value));
  };
  const states = query.get('State');
  const stateCode = String(stateOf(context, receipt).stateCode);
  if (states !== null && !states.split(',').some((pattern) => isStateLike(pattern, stateCode))) return false;
  const words = query.get('QString');
  const found = words === null || [receipt.mgtKey, receipt.itemName, receipt.orderNumber, receipt.confirmNum].includes(words) || receipt.identityNum === maskIdentity(words);
  return found && among('TradeType', receipt.tradeType) && among('TradeUsage', receipt.tradeUsage) && among('TradeOpt', receipt.tradeOpt) && among('TaxationType', receipt.taxationType);
}

/** `3**` stands for every state from 300. */
function isStateLike(pattern: string, stateCode: string): boolean {
  return pattern.length === 3 && Array.from(pattern).every((sign, at) => sign === '*' || sign === stateCode[at]);
}

function sixMonthsAfter(date: string): string {
  const moment = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1 + 6, Number(date.slice(6, 8))));
  return moment.toISOString().slice(0, 10).replaceAll('-', '');
}

export function bulkState(context: ActContext, submitId: string): Answer {
  const bulk = context.ledger.bulks.get(ledgerKey(context.corpNum, submitId));
  if (bulk === undefined) return refuse(400, OWN_CODE.bulk, '제출아이디를 찾을 수 없습니다.');
  const successCount = bulk.results.filter(({ code }) => code === 1).length;
  return answer({
    code: 1,
    message: '정상',
    submitID: submitId,
    receiptID: bulk.receiptId,
    receiptDT: seoulStamp(bulk.atMs),
    submitCount: bulk.results.length,
    successCount,
    failCount: bulk.results.length - successCount,
    txState: 2,
    txResultCode: 1,
    txStartDT: seoulStamp(bulk.atMs),
    txEndDT: seoulStamp(bulk.atMs),
    issueResult: bulk.results.map((result) => ({ ...result, tradeDate: result.tradeDT.slice(0, 8) })),
  });
}

/** Only after the tax office refused it; the key is free again. */
export function remove(context: ActContext, mgtKey: string): Answer {
  const receipt = context.ledger.receipts.get(ledgerKey(context.corpNum, mgtKey));
  if (receipt === undefined) return absent();
  if (stateOf(context, receipt).stateCode !== 305) return refuse(400, OWN_CODE.notDeletable, '전송에 실패한 현금영수증만 삭제할 수 있습니다.');
  context.ledger.append({ t: 'deleted', corpNum: context.corpNum, mgtKey });
  return answer({ code: 1, message: '삭제되었습니다.' });
}
