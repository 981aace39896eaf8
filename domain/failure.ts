/**
 * Every expected failure a person can meet: its class, the words, who may act (troubles at the counter).
 * Words say what happened, what it means for the money, and what to do next, in that order; the code itself is small print.
 */
import { FAILURE_WORDS } from './failure-words.ts';

export type Language = 'ko' | 'en' | 'zh-CN';

export type FailureClass =
  | 'system'
  | 'network'
  | 'gateway'
  | 'device'
  | 'merchant-data'
  | 'customer-data'
  | 'amount'
  | 'duplicate'
  | 'past-deadline'
  | 'input'
  | 'people'
  | 'shift'
  | 'journal'
  | 'program';

/** Code → class. The order is the order of the day: money first, then paper, then the counter itself. */
export const FAILURE_CLASSES = {
  'cash-receipt.network': 'network',
  'cash-receipt.unknown': 'system',
  'cash-receipt.system': 'system',
  'cash-receipt.gateway-refused': 'gateway',
  'cash-receipt.merchant-data': 'merchant-data',
  'cash-receipt.customer-data': 'customer-data',
  'cash-receipt.amount': 'amount',
  'cash-receipt.duplicate': 'duplicate',
  'cash-receipt.past-deadline': 'past-deadline',
  'cash-receipt.nts-rejected': 'customer-data',
  'cash-receipt.already-there': 'duplicate',
  'cash-receipt.self-issue-required': 'input',
  'cash-receipt.number-changed': 'customer-data',
  'cash-receipt.nothing-to-issue': 'amount',
  'cash-receipt.deadline-near': 'past-deadline',
  'identifier.not-digits': 'customer-data',
  'identifier.incomplete': 'customer-data',
  'identifier.too-long': 'customer-data',
  'identifier.phone-prefix': 'customer-data',
  'identifier.check-digit': 'customer-data',
  'identifier.resident-date': 'customer-data',
  'identifier.resident-number-off': 'customer-data',
  'identifier.form-not-accepted': 'customer-data',
  'identifier.self-issue-number': 'customer-data',
  'cash.received-less-than-due': 'amount',
  'cash.amount-not-won': 'amount',
  'cash.due-has-changed': 'amount',
  'card.declined': 'gateway',
  'card.stopped-by-customer': 'customer-data',
  'card.stopped-by-counter': 'input',
  'card.timed-out': 'customer-data',
  'card.request-invalid': 'program',
  'card.not-supported': 'device',
  'card.unreachable': 'device',
  'card.silent': 'device',
  'card.busy': 'device',
  'card.closed': 'device',
  'card.not-asked': 'program',
  'card.unknown': 'device',
  'card.unknown-at-terminal': 'device',
  'card.surfaced': 'duplicate',
  'card.not-closed': 'device',
  'card.displayed-text': 'device',
  'card.cancel-declined': 'gateway',
  'card.cancel-not-done': 'device',
  'card.cancel-unknown': 'device',
  'card.not-in-this-stage': 'input',
  'card.already-approved': 'duplicate',
  'card.result-contradicts': 'duplicate',
  'card.no-inquiry': 'device',
  'card.inquiries-used-up': 'device',
  'card.manager-needed': 'people',
  'card.approval-number-invalid': 'input',
  'card.approval-time-invalid': 'input',
  'card.installments-from': 'amount',
  'card.installments-range': 'input',
  'card.too-late-to-stop': 'input',
  'card.amount-too-large': 'amount',
  'tender.amount-not-won': 'amount',
  'tender.more-than-left': 'amount',
  'tender.may-be-charged': 'amount',
  'tender.locked-unknown': 'duplicate',
  'tender.trade-under-way': 'duplicate',
  'tender.surplus-first': 'duplicate',
  'tender.too-many-parts': 'input',
  'tender.nothing-to-cancel': 'input',
  'tender.cannot-be-kept': 'amount',
  'tender.too-many-cancels': 'device',
  'terminal.none': 'device',
  'terminal.unreachable': 'device',
  'terminal.silent': 'device',
  'terminal.in-use': 'input',
  'terminal.address-invalid': 'input',
  'refund.nothing-chosen': 'input',
  'refund.line-unknown': 'input',
  'refund.more-than-left': 'amount',
  'refund.shares-differ': 'amount',
  'refund.payment-unknown': 'input',
  'refund.more-than-paid-so': 'amount',
  'refund.two-in-part': 'amount',
  'refund.another-open': 'duplicate',
  'refund.amount-has-changed': 'amount',
  'refund.more-than-held': 'amount',
  'refund.manager-needed': 'people',
  'refund.reason-missing': 'input',
  'refund.nothing-to-correct': 'input',
  'refund.not-in-this-stage': 'input',
  'refund.by-phone-only': 'past-deadline',
  'refund.money-moved': 'input',
  'refund.restore-too-late': 'input',
  'refund.credit-not-won': 'amount',
  'refund.exchange-tax-differs': 'amount',
  'refund.rest-due': 'amount',
  'refund.rest-not-charged': 'amount',
  'refund.given-twice': 'duplicate',
  'refund.surfaced': 'duplicate',
  'refund.not-begun': 'program',
  'refund.cash-unconfirmed': 'device',
  'refund.receipt-not-cancelled': 'gateway',
  'refund.sale-not-finished': 'input',
  'refund.unknown': 'input',
  'stray.surfaced': 'duplicate',
  'stray.result': 'device',
  'stray.ended': 'input',
  'stray.note-missing': 'input',
  'stray.manager-needed': 'people',
  'practice.only': 'input',
  'practice.no-simulator': 'input',
  'practice.simulator-gone': 'device',
  'signature.too-short': 'customer-data',
  'signature.cancelled': 'customer-data',
  'signature.silent': 'device',
  'signature.broken': 'device',
  'signature.absent': 'device',
  'signature.over': 'input',
  'pad.unreachable': 'device',
  'pad.silent': 'device',
  'pad.none': 'input',
  'pad.in-use': 'input',
  'handwritten.not-printed': 'device',
  'handwritten.print-unknown': 'device',
  'handwritten.not-in-this-stage': 'input',
  'handwritten.too-many-prints': 'device',
  'handwritten.batch-missing': 'input',
  'handwritten.day-invalid': 'input',
  'handwritten.reason-missing': 'input',
  'handwritten.manager-needed': 'people',
  'sale.cart-empty': 'input',
  'sale.product-unknown': 'input',
  'sale.quantity-out-of-range': 'input',
  'sale.discount-out-of-range': 'input',
  'sale.cart-full': 'input',
  'sale.amount-too-large': 'amount',
  'sale.not-in-this-stage': 'input',
  'sale.unknown': 'input',
  'sale.line-unknown': 'input',
  'sale.nothing-to-undo': 'input',
  'sale.discount-over-limit': 'people',
  'sale.note-not-printable': 'input',
  'sale.price-needed': 'input',
  'sale.weight-needed': 'input',
  'sale.weight-out-of-range': 'input',
  'sale.too-many-held': 'input',
  'printer.paper-end': 'device',
  'printer.paper-near-end': 'device',
  'printer.cover-open': 'device',
  'printer.cutter': 'device',
  'printer.offline': 'device',
  'printer.unreachable': 'device',
  'printer.error': 'device',
  'printer.not-encodable': 'device',
  'printer.none': 'device',
  'printer.address-invalid': 'input',
  'printer.search-running': 'input',
  'printer.unknown': 'device',
  'printer.not-seen': 'device',
  'drawer.not-opened': 'device',
  'drawer.unknown': 'device',
  'display.silent': 'device',
  'display.in-use': 'input',
  'slip.nothing-to-print': 'input',
  'printer.no-second': 'input',
  'slip.fact-needed': 'input',
  'slip.fact-differs': 'customer-data',
  'slip.not-in-doubt': 'input',
  'people.pin-wrong': 'people',
  'people.locked': 'people',
  'people.not-signed-in': 'people',
  'people.unknown-user': 'people',
  'people.forbidden': 'people',
  'people.approval-needed': 'people',
  'people.approval-expired': 'people',
  'people.approval-used': 'people',
  'people.approval-other-content': 'people',
  'people.approval-unknown': 'people',
  'people.approval-same-person': 'people',
  'people.reason-needed': 'people',
  'shift.not-open': 'shift',
  'shift.already-open': 'shift',
  'shift.sale-open': 'shift',
  'shift.sale-held': 'shift',
  'shift.count-invalid': 'shift',
  'catalogue.name-missing': 'input',
  'catalogue.name-too-long': 'input',
  'catalogue.not-printable': 'input',
  'catalogue.barcode-invalid': 'input',
  'catalogue.barcode-taken': 'duplicate',
  'catalogue.price-not-won': 'input',
  'catalogue.category-invalid': 'input',
  'catalogue.product-unknown': 'input',
  'catalogue.keys-full': 'input',
  'catalogue.full': 'input',
  'catalogue.unavailable': 'program',
  'catalogue.takes-effect-later': 'program',
  'catalogue.export-failed': 'program',
  'catalogue.export-busy': 'input',
  'catalogue.key-page-gone': 'input',
  'catalogue.page-name-invalid': 'input',
  'catalogue.page-taken': 'duplicate',
  'catalogue.nothing-to-undo': 'input',
  'catalogue.changed-since': 'input',
  'catalogue.photo-not-a-picture': 'input',
  'catalogue.photo-too-large': 'input',
  'catalogue.photo-too-many-pixels': 'input',
  'catalogue.photo-unreadable': 'input',
  'catalogue.photos-full': 'input',
  'import.file-too-large': 'input',
  'import.too-many-lines': 'input',
  'import.too-many-columns': 'input',
  'import.file-empty': 'input',
  'import.file-unreadable': 'input',
  'import.gone': 'input',
  'import.busy': 'input',
  'import.lost': 'program',
  'import.nothing-to-undo': 'input',
  'journal.locked': 'journal',
  'journal.disk-full': 'journal',
  'journal.disk-low': 'journal',
  'journal.read-only': 'journal',
  'journal.corrupt': 'journal',
  'journal.from-the-future': 'journal',
  'journal.key-missing': 'journal',
  'journal.unavailable': 'journal',
  'settings.invalid': 'merchant-data',
  'settings.gateway-missing': 'merchant-data',
  'settings.not-saved': 'program',
  'setup.incomplete': 'input',
  'setup.shop-exists': 'input',
  'program.no-shop': 'input',
  'program.sale-open': 'shift',
  'program.changing-place': 'program',
  'counter.already-running': 'program',
  'counter.restarted': 'program',
  'counter.clock-wrong': 'program',
  'bridge.bad-request': 'program',
  'bridge.forbidden': 'program',
  'bridge.unknown-call': 'program',
  'program.bug': 'program',
} as const satisfies Record<string, FailureClass>;

export type FailureCode = keyof typeof FAILURE_CLASSES;

/** Who can do the next act: the cashier herself, or only someone with the manager's right. */
export type FailureHelper = 'cashier' | 'manager';

export type FailureWords = {
  /** What happened. */
  readonly what: string;
  /** What it means for the money. */
  readonly money: string;
  /** What to do next. */
  readonly next: string;
};

export type FailureEntry = { readonly who: FailureHelper; readonly words: Readonly<Record<Language, FailureWords>> };

export function isFailureCode(text: string): text is FailureCode {
  return Object.hasOwn(FAILURE_CLASSES, text);
}

export function failureClass(code: FailureCode): FailureClass {
  return FAILURE_CLASSES[code];
}

export function failureWords(code: FailureCode, language: Language): FailureWords {
  return FAILURE_WORDS[code].words[language];
}

export function failureHelper(code: FailureCode): FailureHelper {
  return FAILURE_WORDS[code].who;
}
