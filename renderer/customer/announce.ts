import type { CustomerView } from '../../contract/views.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { differenceOf } from '../cashier/exchange/difference.ts';
import { spokenDigits } from '../ui/identifier-text.tsx';
import type { CustomerWords } from '../words/customer.ts';
import type { CardWords } from '../words/card.ts';
import type { ExchangeWords } from '../words/exchange.ts';
import type { SignatureWords } from '../words/signature.ts';
import type { Format } from '../words/format.ts';

/** What a screen reader says when the display changes: the newest fact and the amount it makes. */
export function announce(screen: CustomerView['screen'], words: CustomerWords, common: { readonly total: string; readonly change: string; readonly signing: SignatureWords['customer']; readonly card: CardWords['customer']; readonly exchange: ExchangeWords }, format: Format): string {
  switch (screen.kind) {
    case 'closed':
      return `${words.closed.title}. ${words.closed.body}`;
    case 'idle':
      return words.idle.title;
    case 'test':
      return words.test.title;
    case 'lines':
      return `${words.items(screen.quantity)}. ${sumOf(screen, common, format)}`;
    case 'tendering':
      return `${oneLine(common.card.wait[screen.wait])}. ${format.won(screen.chargingWon ?? screen.leftWon)}`;
    case 'paid':
      return `${common.total} ${format.won(screen.payment.breakdown.totalWon)}. ${common.change} ${format.won(screen.payment.changeWon)}`;
    case 'number':
      return announceNumber(screen.draft, words);
    case 'signature':
      return screen.test ? common.signing.test : `${screen.attempt > 1 ? common.signing.again : common.signing.title}. ${common.signing.amount} ${format.won(screen.amountWon)}`;
    case 'issuing':
      return oneLine(words.issuing.title);
    case 'slip-question':
      return oneLine(words.slip.title);
    case 'thanks':
      return `${words.thanks.title}. ${common.change} ${format.won(screen.payment.changeWon)}`;
    default:
      return unreachable(screen);
  }
}

/** Of an exchange the one difference. */
function sumOf({ totalWon, exchange }: Extract<CustomerView['screen'], { kind: 'lines' }>, common: { readonly total: string; readonly exchange: ExchangeWords }, format: Format): string {
  if (exchange === null) return `${common.total} ${format.won(totalWon)}`;
  const { kind, won } = differenceOf(exchange);
  return kind === 'even' ? common.exchange.customer.even : `${common.exchange.customer[kind]} ${format.won(won)}`;
}

type Draft = Extract<CustomerView['screen'], { kind: 'number' }>['draft'];

function announceNumber(draft: Draft, words: CustomerWords): string {
  if (draft.stage === 'confirmed') return words.thanks.title;
  if (draft.stage === 'read-back') return `${oneLine(words.readBack.title)} ${spokenDigits(draft.digits)}`;
  if (draft.pad?.state === 'asking') return oneLine(words.number.onPad);
  if (draft.refusal !== null && draft.refusal !== 'identifier.incomplete') {
    const refusals: Readonly<Record<string, string>> = words.number.refusals;
    return refusals[draft.refusal] ?? words.number.otherRefusal;
  }
  if (draft.digits === '') return draft.typedBy === 'customer' ? words.number.ask[draft.form] : words.number.mirrored[draft.form];
  return words.number.typed(spokenDigits(draft.digits));
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ');
}
