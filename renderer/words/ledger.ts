/** Words of what a manager looks over: slips printed again, and cancels of cash receipts that are not through. */
import type { WaitingCancelView } from '../../contract/ledger.ts';
import { defineWords } from './language.tsx';

export type LedgerTab = 'prints' | 'cancels' | 'counts';
export type LedgerSpan = 'today' | 'week' | 'month';
export type LedgerKept = 'again' | 'in-doubt' | 'all';

export type LedgerWords = {
  readonly menu: string;
  readonly tab: Readonly<Record<LedgerTab, string>>;
  readonly turn: string;
  readonly span: Readonly<Record<LedgerSpan, string>>;
  readonly days: string;
  readonly kept: Readonly<Record<LedgerKept, string>>;
  readonly which: string;
  readonly people: string;
  readonly everyone: string;
  readonly nobody: string;
  readonly nextPerson: string;
  readonly counts: (again: string, slips: string) => string;
  readonly inDoubt: (count: string) => string;
  readonly list: string;
  readonly none: string;
  readonly noneHint: string;
  readonly more: string;
  readonly tooMany: string;
  readonly openSale: string;
  readonly ofSale: (number: string) => string;
  readonly noSale: string;
  readonly cancels: {
    readonly none: string;
    readonly noneHint: string;
    readonly count: (count: string, won: string) => string;
    readonly meaning: string;
    readonly more: string;
    readonly waitsFor: Readonly<Record<WaitingCancelView['waitsFor'], string>>;
    readonly next: Readonly<Record<WaitingCancelView['waitsFor'], string>>;
    readonly since: (time: string, age: string) => string;
    readonly tried: (count: string, time: string) => string;
    readonly partOf: (kind: string, number: string) => string;
    readonly why: (reason: string) => string;
    readonly retry: string;
    readonly askNow: string;
    readonly retried: string;
    readonly goOn: string;
  };
};

export const ledgerWords = defineWords<LedgerWords>({
  ko: {
    menu: '재발행 · 취소 · 돈통',
    tab: { prints: '재발행', cancels: '기다리는 취소', counts: '센 돈' },
    turn: '다음 목록',
    span: { today: '오늘', week: '7일', month: '30일' },
    days: '기간',
    kept: { again: '다시 인쇄', 'in-doubt': '나오지 않았거나 모름', all: '모든 전표' },
    which: '보이는 것',
    people: '사람별',
    everyone: '모두',
    nobody: '손님 또는 저절로',
    nextPerson: '다음 사람',
    counts: (again, slips) => `다시 ${again} · 전표 ${slips}`,
    inDoubt: (count) => `확인할 것 ${count}`,
    list: '전표 목록',
    none: '이 기간에 그런 전표가 없습니다',
    noneHint: '기간을 늘리거나 다른 사람을 고르세요.',
    more: '더 보기',
    tooMany: '여기까지만 보입니다. 기간을 줄이거나 사람을 고르세요.',
    openSale: '이 판매 보기',
    ofSale: (number) => `판매 ${number}`,
    noSale: '판매 없음',
    cancels: {
      none: '기다리는 취소가 없습니다',
      noneHint: '현금영수증 취소가 모두 끝났습니다.',
      count: (count, won) => `${count}건 · ${won}`,
      meaning: '환불하거나 고친 판매의 현금영수증이 국세청에서 아직 취소되지 않았습니다. 돈은 이미 처리되었습니다.',
      more: '더 있습니다. 오래된 것부터 보입니다.',
      waitsFor: { original: '원래 영수증 발급을 기다림', line: '연결을 기다림', answer: '답을 확인하는 중', terminal: '단말기에서 확인 필요', failed: '거절됨' },
      next: {
        original: '원래 영수증이 발급되면 저절로 취소합니다. 그냥 두세요.',
        line: '연결되면 저절로 보냅니다. 인터넷을 확인하고, 급하면 지금 다시 보내세요.',
        answer: '처리되었는지 저절로 다시 묻습니다. 다시 취소하지 마세요.',
        terminal: '단말기에 무엇이 남았는지는 사람만 압니다. 이어서 처리하며 읽은 것을 적으세요.',
        failed: '저절로 되지 않습니다. 이유를 보고 이어서 처리하세요.',
      },
      since: (time, age) => `${time}부터 · ${age}`,
      tried: (count, time) => `${count}번 시도 · 마지막 ${time}`,
      partOf: (kind, number) => `${kind} · 판매 ${number}`,
      why: (reason) => `취소 사유: ${reason}`,
      retry: '지금 다시 보내기',
      askNow: '지금 확인하기',
      retried: '국세청에 물었습니다. 결과는 이 목록에 보입니다.',
      goOn: '이어서 처리하기',
    },
  },
  en: {
    menu: 'Prints, cancels, counts',
    tab: { prints: 'Reprints', cancels: 'Waiting cancels', counts: 'Counts' },
    turn: 'The next list',
    span: { today: 'Today', week: '7 days', month: '30 days' },
    days: 'Days',
    kept: { again: 'Printed again', 'in-doubt': 'Not out, or unknown', all: 'Every slip' },
    which: 'What is shown',
    people: 'By person',
    everyone: 'Everyone',
    nobody: 'The customer, or by itself',
    nextPerson: 'Next person',
    counts: (again, slips) => `reprints ${again} · slips ${slips}`,
    inDoubt: (count) => `in doubt ${count}`,
    list: 'Slips',
    none: 'No such slip in these days',
    noneHint: 'Look at more days, or at somebody else.',
    more: 'Show more',
    tooMany: 'Only these are shown. Look at fewer days, or at one person.',
    openSale: 'Show this sale',
    ofSale: (number) => `Sale ${number}`,
    noSale: 'No sale',
    cancels: {
      none: 'No cancel waits',
      noneHint: 'Every cancel of a cash receipt is through.',
      count: (count, won) => `${count} · ${won}`,
      meaning: 'The tax office still has the cash receipt of a sale that was given back or corrected. The money is settled.',
      more: 'There are more. The oldest are shown.',
      waitsFor: { original: 'Waiting for the receipt', line: 'Waiting for the connection', answer: 'Checking the result', terminal: 'To be looked up at the terminal', failed: 'Refused' },
      next: {
        original: 'It is cancelled by itself once the receipt is issued. Leave it.',
        line: 'It is sent by itself when the connection is back. Check the internet; if it is urgent, send it now.',
        answer: 'The counter asks again by itself whether it went through. Do not cancel it again.',
        terminal: 'Only a person can see what became of it there. Go on with it, and record what you read.',
        failed: 'It does not go on by itself. Read why, and go on with it.',
      },
      since: (time, age) => `Since ${time} · ${age}`,
      tried: (count, time) => `${count === '1' ? 'Tried once' : `Tried ${count} times`} · last ${time}`,
      partOf: (kind, number) => `${kind} · sale ${number}`,
      why: (reason) => `Cancelled because: ${reason}`,
      retry: 'Send now',
      askNow: 'Ask now',
      retried: 'The tax office was asked. This list shows what becomes of it.',
      goOn: 'Go on with it',
    },
  },
  'zh-CN': {
    menu: '补打 · 撤销 · 清点',
    tab: { prints: '补打', cancels: '等待中的撤销', counts: '清点' },
    turn: '下一列表',
    span: { today: '今天', week: '7天', month: '30天' },
    days: '期间',
    kept: { again: '补打', 'in-doubt': '未打出或不明', all: '所有小票' },
    which: '显示内容',
    people: '按人员',
    everyone: '所有人',
    nobody: '顾客或自动',
    nextPerson: '下一人',
    counts: (again, slips) => `补打 ${again} · 小票 ${slips}`,
    inDoubt: (count) => `待确认 ${count}`,
    list: '小票列表',
    none: '此期间没有这样的小票',
    noneHint: '请扩大期间或选择其他人。',
    more: '显示更多',
    tooMany: '只显示到这里。请缩短期间或选择人员。',
    openSale: '查看此销售',
    ofSale: (number) => `销售 ${number}`,
    noSale: '无销售',
    cancels: {
      none: '没有等待中的撤销',
      noneHint: '现金收据撤销均已完成。',
      count: (count, won) => `${count}笔 · ${won}`,
      meaning: '已退款或已更正销售的现金收据，国税厅尚未撤销。款项已处理。',
      more: '还有更多，先显示最早的。',
      waitsFor: { original: '等待原收据开具', line: '等待连接', answer: '正在等待答复', terminal: '须在终端上确认', failed: '被拒' },
      next: {
        original: '原收据开具后会自动撤销，请勿操作。',
        line: '恢复连接后自动发送。请检查网络；若紧急，可立即重发。',
        answer: '会自动再次查询是否已处理。请勿再次撤销。',
        terminal: '终端上的结果只有人能看到。请继续处理并记录所见。',
        failed: '不会自动处理。请查看原因并继续处理。',
      },
      since: (time, age) => `自 ${time} · ${age}`,
      tried: (count, time) => `已尝试${count}次 · 最近 ${time}`,
      partOf: (kind, number) => `${kind} · 销售 ${number}`,
      why: (reason) => `撤销理由：${reason}`,
      retry: '立即重发',
      askNow: '立即查询',
      retried: '已询问国税厅，结果会显示在此列表中。',
      goOn: '继续处理',
    },
  },
});
