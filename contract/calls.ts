/**
 * Every call that crosses from a window to main: name → who may ask, request, answer.
 * Calls change nothing in the window; what changed arrives as a pushed view. An expected "no" is `{ ok: false, code }`
 * with a code of the failure catalogue; the window finds its words there.
 */
import { z } from 'zod';
import { MAX_GRAMS } from '../domain/weight.ts';
import { exported, keysEdit, photoChange, photoHash, photoView, productDraft, productView } from './catalogue.ts';
import { byHandLine, evidenceSource, handwrittenView, installmentMonths, strayView, verdict } from './cards.ts';
import { devicesReport } from './devices.ts';
import { exchangeRequests, exchangeTie } from './exchange.ts';
import { findRequest, foundPage, historyFilters } from './history.ts';
import { columnMap, existingProducts, importEncoding, keptImport, MAX_FILE_BYTES, undoPlan } from './import.ts';
import { drawerCounts, ledgerPage, ledgerPerson, ledgerRequests, waitingCancels } from './ledger.ts';
import { MAX_OPEN_PRICE_WON, MAX_PHOTOS_PER_CALL } from './limits.ts';
import { approvalContent, peopleRules, permission, personDraft, pin, specialAct, staffList } from './people.ts';
import { meterReport, meterSample } from './meter.ts';
import { practiceBehave, practiceView, terminalMemory } from './practice.ts';
import { businessDay, form, givenDiscount, id, language, purpose, typedNumber, won } from './primitives.ts';
import { papersOut, printAgainRequest, printRow, settlement } from './prints.ts';
import { columns, place, programView, settingsChange, settingsView, setupDraft, tried } from './program.ts';
import { receiptByHand, refundBrief, refundOffer, refundPreview, refundRequests, refundView } from './refund.ts';
import { fieldNamed, liveInk, penAnswer, penBatch, penWord } from './signature.ts';
import { wantedWay } from './receipts.ts';
import { timelinePage, timelineRequest } from './timeline.ts';
import { counterView, customerView, lineView, paymentView, cashReceiptView, saleRow, shiftCloseView } from './views.ts';

export type WindowKind = 'cashier' | 'customer';

const nothing = z.object({});
const done = z.null();
const call = <Req extends z.ZodType, Res extends z.ZodType>(from: readonly WindowKind[], req: Req, res: Res) => ({ from, req, res });
const CASHIER = ['cashier'] as const;
const CUSTOMER = ['customer'] as const;

export const calls = {
  'counter.view': call(CASHIER, nothing, counterView),
  'customer.view': call(CUSTOMER, nothing, customerView),
  /** Round trip only: the bench measures it. */
  'counter.ping': call(['cashier', 'customer'], z.object({ n: z.int() }), z.object({ n: z.int() })),

  'people.signIn': call(CASHIER, z.object({ userId: id, pin }), done),
  'people.signOut': call(CASHIER, nothing, done),
  /** Somebody with the right types her PIN for the person signed in: what comes back is good for exactly this, once, for two minutes. */
  'people.approve': call(CASHIER, approvalContent.extend({ userId: id, pin }), z.object({ approvalId: id })),
  /** Nobody has touched the counter for as long as the rules say. */
  'people.leaveIdle': call(CASHIER, nothing, done),
  /** With the PIN she has; afterwards she is signed in. */
  'people.changePin': call(CASHIER, z.object({ userId: id, pin, newPin: pin }), done),
  'people.staff': call(CASHIER, nothing, staffList),
  /** `firstPin`: drawn here, told once, changed at her first sign-in. */
  'people.add': call(CASHIER, personDraft, z.object({ userId: id, firstPin: pin })),
  /** Nobody is deleted: who leaves is not active. */
  'people.change': call(CASHIER, personDraft.extend({ userId: id, active: z.boolean() }), done),
  'people.resetPin': call(CASHIER, z.object({ userId: id }), z.object({ firstPin: pin })),
  'people.setRules': call(CASHIER, z.object({ rules: peopleRules }), done),
  /** What was done or tried today that others must ask for, newest first. */
  'people.acts': call(CASHIER, z.object({ beforeSeq: z.int().nullable(), limit: z.int().min(1).max(200) }), z.object({ businessDay, acts: z.array(specialAct), more: z.boolean() })),
  /** Without a sale. */
  'drawer.open': call(CASHIER, z.object(permission), done),

  'shift.open': call(CASHIER, z.object({ floatWon: won.min(0) }), done),
  /** Blind: the expected amount is only in the answer. Over a difference above the limit it takes a reason and the right. */
  'shift.close': call(CASHIER, z.object({ counted: z.array(z.object({ valueWon: won.min(1), count: z.int().min(0).max(100_000) })).max(20), ...permission }), shiftCloseView),

  /** The products on the quick keys, by page and place. */
  'catalogue.list': call(CASHIER, nothing, z.array(productView)),
  /** The pages of the quick keys in their order, empty ones among them. */
  'catalogue.keyPages': call(CASHIER, nothing, z.array(z.string())),
  /** The best of what is found, and how many there are; everything for an empty query. */
  'catalogue.search': call(CASHIER, z.object({ query: z.string().max(64), limit: z.int().min(1).max(200), offset: z.int().min(0).max(200_000).default(0) }), z.object({ products: z.array(productView), total: z.int() })),
  'catalogue.categories': call(CASHIER, nothing, z.array(z.string())),
  /** Adds (`productId` null) or changes a product; a manager's right. A price that is no price is refused by name, not by shape. */
  'catalogue.save': call(CASHIER, z.object({ productId: id.nullable(), product: productDraft, photo: photoChange.default({ act: 'keep' }) }), productView),
  /** Those of them that are there. */
  'catalogue.photos': call(CASHIER, z.object({ photos: z.array(photoHash).min(1).max(MAX_PHOTOS_PER_CALL) }), z.array(photoView)),

  'catalogue.delete': call(CASHIER, z.object({ productIds: z.array(id).min(1).max(200) }), done),
  'catalogue.editKeys': call(CASHIER, z.object({ edit: keysEdit }), done),
  /** Takes back the last deletion, arrangement of keys or change of a photo. */
  'catalogue.undo': call(CASHIER, nothing, done),
  'catalogue.export': call(CASHIER, z.object({ format: z.enum(['csv', 'xlsx']), ...permission }), exported),

  /** A list of products: its bytes come in pieces, one after the other; what it would do is in the pushed view. */
  'import.begin': call(CASHIER, z.object({ fileName: z.string().min(1).max(200), sizeBytes: z.int().min(0).max(Number.MAX_SAFE_INTEGER) }), z.object({ importId: id })),
  'import.piece': call(CASHIER, z.object({ importId: id, fromByte: z.int().min(0).max(MAX_FILE_BYTES), base64: z.string().max(60_000) }), done),
  'import.setEncoding': call(CASHIER, z.object({ importId: id, encoding: importEncoding }), done),
  /** Only what is chosen otherwise: two choices after one another both hold, whatever the window has seen of the first. `existing` null: as it is. */
  'import.setMapping': call(CASHIER, z.object({ importId: id, mapping: columnMap.partial(), existing: existingProducts.nullable() }), done),
  'import.commit': call(CASHIER, z.object({ importId: id }), done),
  /** Before it is done: without a trace. Afterwards it only puts the result away. */
  'import.close': call(CASHIER, z.object({ importId: id }), done),
  'import.kept': call(CASHIER, nothing, z.array(keptImport)),
  'import.undoPlan': call(CASHIER, z.object({ importId: id }), undoPlan),
  'import.undo': call(CASHIER, z.object({ importId: id }), undoPlan),

  /** A scanned or typed code. `quantity` is for `3*` and the like. */
  'sale.scan': call(CASHIER, z.object({ code: z.string().min(1).max(64), quantity: z.int().min(1).max(9_999).default(1) }), done),
  /** `priceWon`: the price of one, for goods of open price and for no others; `grams` likewise for goods sold by weight. */
  'sale.addProduct': call(CASHIER, z.object({ productId: id, quantity: z.int().min(1).max(9_999).default(1), priceWon: won.min(1).max(MAX_OPEN_PRICE_WON).optional(), grams: z.int().min(1).max(MAX_GRAMS).optional() }), done),
  'sale.weighLine': call(CASHIER, z.object({ saleId: id, lineId: id, grams: z.int(), ...permission }), done),
  'sale.setQuantity': call(CASHIER, z.object({ saleId: id, lineId: id, quantity: z.int(), ...permission }), done),
  'sale.cancelLine': call(CASHIER, z.object({ saleId: id, lineId: id, ...permission }), done),
  /** A cancelled line comes back, a discount becomes what it was. */
  'sale.undo': call(CASHIER, z.object({ saleId: id }), done),
  /** 0 takes the discount away. */
  'sale.discountLine': call(CASHIER, z.object({ saleId: id, lineId: id, discount: givenDiscount, ...permission }), done),
  'sale.discountSale': call(CASHIER, z.object({ saleId: id, discount: givenDiscount, ...permission }), done),
  /** What one of it costs (100 g of it), whatever the catalogue says. */
  'sale.repriceLine': call(CASHIER, z.object({ saleId: id, lineId: id, unitPriceWon: won.min(1).max(MAX_OPEN_PRICE_WON), ...permission }), done),
  /** An empty note takes the note away. */
  'sale.noteLine': call(CASHIER, z.object({ saleId: id, lineId: id, note: z.string().max(200) }), done),
  'sale.hold': call(CASHIER, z.object({ saleId: id }), done),
  /** A basket with goods that is on the screen is put aside in the same act. */
  'sale.recall': call(CASHIER, z.object({ saleId: id }), done),
  'sale.abandon': call(CASHIER, z.object({ saleId: id, ...permission }), done),
  'sale.tenderCash': call(CASHIER, z.object({ saleId: id, dueWon: won, receivedWon: z.number() }), done),
  /** `leftWon` is what stood on the screen as left to pay: a sum that has moved since refuses it. */
  'sale.chargeCard': call(CASHIER, z.object({ saleId: id, leftWon: won, amountWon: won, installmentMonths }), done),
  'sale.takeCash': call(CASHIER, z.object({ saleId: id, leftWon: won, amountWon: won, receivedWon: z.number() }), done),
  /** A part goes back: cash out of the drawer, a charge by its cancel at the terminal. */
  'sale.returnPart': call(CASHIER, z.object({ saleId: id, partId: id }), done),
  /** A charge that surfaced counts for what is still due. */
  'sale.keepCharge': call(CASHIER, z.object({ saleId: id, partId: id }), done),
  /** Back to the basket. */
  'sale.leavePayment': call(CASHIER, z.object({ saleId: id }), done),
  'card.stop': call(CASHIER, z.object({ saleId: id, tradeNumber: z.string().max(20) }), done),
  'card.inquire': call(CASHIER, z.object({ saleId: id, tradeNumber: z.string().max(20) }), done),
  /** What became of an unknown trade, by what a person read. `approvalId`: a manager's, where her word is not enough. */
  'card.settle': call(CASHIER, z.object({ saleId: id, tradeNumber: z.string().max(20), verdict, source: evidenceSource, approvalId: id.nullable() }), done),

  /** Those somebody still has to do something with, oldest first; then those that have ended, newest first. */
  'handwritten.list': call(CASHIER, z.object({ endedBefore: z.int().nullable(), limit: z.int().min(1).max(200) }), z.object({ open: z.array(handwrittenView), ended: z.array(handwrittenView.extend({ lastSeq: z.int() })), more: z.boolean() })),
  'handwritten.byHand': call(CASHIER, z.object({ slipId: id }), z.object({ lines: z.array(byHandLine) })),
  'handwritten.printAgain': call(CASHIER, z.object({ slipId: id }), done),
  'handwritten.paperFound': call(CASHIER, z.object({ slipId: id }), done),
  'handwritten.collected': call(CASHIER, z.object({ slipId: id, how: z.enum(['printed', 'by-hand']) }), done),
  'handwritten.handOver': call(CASHIER, z.object({ slipIds: z.array(id).min(1).max(200), batch: z.string().max(60), handedOn: z.string().max(10) }), done),
  'handwritten.writeOff': call(CASHIER, z.object({ slipId: id, reason: z.string().max(60), approvalId: id.nullable() }), done),

  'stray.list': call(CASHIER, nothing, z.object({ strays: z.array(strayView) })),
  'stray.cancel': call(CASHIER, z.object({ strayId: id }), done),
  /** What she read, where, and what was done about it. */
  'stray.settle': call(CASHIER, z.object({ strayId: id, source: evidenceSource, note: z.string().max(200), approvalId: id.nullable() }), done),

  /** What of a finished sale can go back, and how it was paid. */
  'refund.offer': call(CASHIER, refundRequests.offer, refundOffer),
  /** What a choice comes to and which way each part of it goes; nothing is begun. */
  'refund.preview': call(CASHIER, refundRequests.preview, refundPreview),
  /** Begins; from here on `counter.view` carries it. */
  'refund.begin': call(CASHIER, refundRequests.begin, z.object({ refundId: id })),
  /** A receipt under a wrong number, or of the wrong kind, is cancelled as issued in error, and issued again. */
  'refund.correctReceipt': call(CASHIER, refundRequests.correct, z.object({ refundId: id })),
  'refund.read': call(CASHIER, refundRequests.ofRefund, refundView),
  'refund.show': call(CASHIER, refundRequests.ofRefund, done),
  'refund.leave': call(CASHIER, nothing, done),
  /** Neither done nor called off, oldest first. */
  'refund.open': call(CASHIER, nothing, z.object({ refunds: z.array(refundBrief) })),
  'refund.goOn': call(CASHIER, refundRequests.ofRefund, done),
  'refund.callOff': call(CASHIER, refundRequests.ofRefund, done),
  'refund.cancelAgain': call(CASHIER, refundRequests.ofReturn, done),
  'refund.setAside': call(CASHIER, refundRequests.ofReturn, done),
  'refund.inquire': call(CASHIER, refundRequests.trade, done),
  'refund.settle': call(CASHIER, refundRequests.settle, done),
  'refund.chargeRest': call(CASHIER, refundRequests.chargeRest, done),
  'refund.takeRest': call(CASHIER, refundRequests.takeRest, done),
  /** A part that was paid again goes back: cash out of the drawer, a charge by its cancel. */
  'refund.returnRest': call(CASHIER, refundRequests.restPart, done),
  'refund.keepRest': call(CASHIER, refundRequests.restPart, done),
  /** The rest, or the whole again as if nothing had been. */
  'refund.chooseOwed': call(CASHIER, refundRequests.chooseOwed, done),
  /** What nobody decides alone: by phone, in cash for a card, or what is owed let go. */
  'refund.decide': call(CASHIER, refundRequests.decide, done),
  'refund.handed': call(CASHIER, refundRequests.ofReturn, done),
  'refund.openDrawer': call(CASHIER, refundRequests.ofReturn, done),
  'refund.receiptAgain': call(CASHIER, refundRequests.receipt, done),
  'refund.receiptInquire': call(CASHIER, refundRequests.receipt, done),
  'refund.receiptSettle': call(CASHIER, refundRequests.settleReceipt, done),
  'refund.receiptLeft': call(CASHIER, refundRequests.leaveReceipt, done),

  /** Goods of a finished sale are taken back for others: a sale begins that they pay for. It is left like any basket (`sale.abandon`). */
  'exchange.begin': call(CASHIER, exchangeRequests.begin, z.object({ refundId: id })),
  /** Nothing is to be paid: the goods are even, or something goes back. */
  'exchange.settle': call(CASHIER, exchangeRequests.settle, done),
  /** Its goods are on the screen again. */
  'exchange.show': call(CASHIER, exchangeRequests.show, done),

  /** Leave the done screen: the next scan does the same. */
  'sale.next': call(CASHIER, z.object({ saleId: id }), done),

  /** The cashier types: mirrored on the customer display. For the sale at hand or, afterwards, for one of today's. */
  'receipt.draft': call(CASHIER, z.object({ saleId: id, purpose, form, digits: typedNumber, way: wantedWay.default('as-set'), corrects: id.nullable().default(null) }), done),
  'receipt.handOver': call(CASHIER, z.object({ saleId: id, purpose, form, way: wantedWay.default('as-set'), corrects: id.nullable().default(null) }), done),
  'receipt.readBack': call(CASHIER, z.object({ saleId: id }), done),
  'receipt.dropDraft': call(CASHIER, z.object({ saleId: id }), done),
  /** Issues exactly the number that was read back: a draft that has moved since is refused. Self-issue needs no draft. */
  'receipt.issue': call(CASHIER, z.object({ saleId: id, purpose, form, digits: typedNumber, way: wantedWay.default('as-set') }), done),
  /** The customer keys the number at the card terminal. */
  'receipt.issueAtTerminal': call(CASHIER, z.object({ saleId: id, purpose: z.enum(['income-deduction', 'expense-proof']) }), done),
  /** One nobody knows the fate of: the terminal is asked again, or a person says what she read there. */
  'receipt.inquire': call(CASHIER, z.object({ cashReceiptId: id }), done),
  'receipt.settle': call(CASHIER, z.object({ cashReceiptId: id, verdict, source: evidenceSource }), done),
  'receipt.decline': call(CASHIER, z.object({ saleId: id }), done),
  'receipt.postpone': call(CASHIER, z.object({ saleId: id }), done),
  /** Stop waiting for the gateway: the receipt goes on by itself, the sale goes on here. */
  'receipt.leaveWaiting': call(CASHIER, z.object({ saleId: id }), done),

  'slip.answer': call(CASHIER, z.object({ saleId: id, wants: z.boolean() }), done),
  /** Prints the last slip of this sale again, marked as a copy; prints it the first time when none was. */
  'slip.printAgain': call(CASHIER, printAgainRequest, done),
  /** How a sale's slip in doubt ended: it came out after all, it was shown or written down, or nobody wants it. */
  'slip.settle': call(CASHIER, z.object({ saleId: id, how: settlement }), done),
  /** PNG of the sale's slip, decoded from the bytes that go to the printer. */
  'slip.picture': call(CASHIER, z.object({ saleId: id }), z.object({ pngBase64: z.string() })),

  /** The ink so far, for a window that has just been loaded; later it comes by itself. */
  'signature.live': call(CASHIER, nothing, liveInk.nullable()),
  /** The pad does not work, or the customer cannot sign: the way that is always there. */
  'signature.giveUp': call(CASHIER, z.object({ signId: id }), done),

  'history.find': call(CASHIER, findRequest, foundPage),
  'history.filters': call(CASHIER, nothing, historyFilters),
  /** Of the business day of the open shift, else of the last one. */
  'history.today': call(CASHIER, z.object({ beforeSaleNumber: z.int().nullable(), limit: z.int().min(1).max(200) }), z.object({ businessDay, sales: z.array(saleRow), more: z.boolean() })),
  /** Slips of at most a month: how many of each person, and which. */
  'ledger.people': call(CASHIER, ledgerRequests.people, z.object({ people: z.array(ledgerPerson) })),
  'ledger.prints': call(CASHIER, ledgerRequests.prints, ledgerPage),
  'ledger.cancels': call(CASHIER, nothing, waitingCancels),
  'ledger.counts': call(CASHIER, ledgerRequests.counts, drawerCounts),
  /** One sale as it happened, row by row. */
  'history.timeline': call(CASHIER, timelineRequest, timelinePage),
  'history.sale': call(
    CASHIER,
    z.object({ saleId: id }),
    z.object({ row: saleRow, lines: z.array(lineView), payment: paymentView, cashReceipts: z.array(cashReceiptView), prints: z.array(printRow), papersOut, /** In the order they were begun. */ refunds: z.array(refundBrief), receiptsByHand: z.array(receiptByHand), exchanges: z.array(exchangeTie) }),
  ),

  'devices.report': call(CASHIER, nothing, devicesReport),
  'printer.test': call(CASHIER, nothing, done),
  /** Whether the paper of a test came out: only a person can say. */
  'printer.testSeen': call(CASHIER, z.object({ jobId: id, seen: z.boolean() }), done),
  /** Opens the drawer without a sale: a manager's right, and recorded with the name. */
  'drawer.test': call(CASHIER, nothing, done),
  'display.test': call(CASHIER, nothing, done),
  /** Signing for nothing, to try the pad. */
  'pad.test': call(CASHIER, nothing, done),
  'gateway.test': call(CASHIER, nothing, z.object({ tookMs: z.int().min(0) })),
  /** Asks how it is; refused while it is at a trade. Never a trade itself. */
  'terminal.test': call(CASHIER, nothing, z.object({ tookMs: z.int().min(0) })),
  /** Begins reading the whole chain; how it goes stands in the report. */
  'journal.verify': call(CASHIER, nothing, done),
  /** What practice's own terminal and pad do, and their books; refused in a shop. */
  'practice.view': call(CASHIER, nothing, practiceView),
  'practice.behave': call(CASHIER, practiceBehave, practiceView),
  'practice.memory': call(CASHIER, z.object({ memory: terminalMemory }), practiceView),
  'practice.keyedSale': call(CASHIER, z.object({ totalWon: won.min(1) }), practiceView),
  'practice.forget': call(CASHIER, z.object({ device: z.enum(['terminal', 'pad']) }), practiceView),
  'meter.record': call(CASHIER, meterSample, done),
  'meter.report': call(CASHIER, nothing, meterReport),
  /** Ask printer, gateway and terminal again now, and drain the queue. */
  'status.retry': call(CASHIER, nothing, done),
  'notice.dismiss': call(CASHIER, z.object({ noticeId: id }), done),

  /** A sign of life, every few seconds, with the size of the page. */
  'customer.here': call(CUSTOMER, z.object({ widthPx: z.int().min(0).max(100_000), heightPx: z.int().min(0).max(100_000) }), done),
  'customer.testShown': call(CUSTOMER, z.object({ testId: id }), done),
  'customer.draft': call(CUSTOMER, z.object({ saleId: id, digits: typedNumber }), done),
  'customer.readBack': call(CUSTOMER, z.object({ saleId: id }), done),
  'customer.confirm': call(CUSTOMER, z.object({ saleId: id, digits: typedNumber, yes: z.boolean() }), done),
  'customer.answerSlip': call(CUSTOMER, z.object({ saleId: id, wants: z.boolean() }), done),
  /** The field is shown; what was drawn on it before, in a page that is gone, is gone too. */
  'customer.signReady': call(CUSTOMER, fieldNamed, penAnswer),
  'customer.pen': call(CUSTOMER, penBatch, penAnswer),
  'customer.signClear': call(CUSTOMER, penWord, penAnswer),
  'customer.signDone': call(CUSTOMER, penWord, penAnswer),
  /** She cannot or will not sign here. */
  'customer.signCancel': call(CUSTOMER, fieldNamed, penAnswer),
  /** A code scanned while the customer's window had the keyboard: handed to the cashier's window, which judges it like any other. */
  'customer.strayScan': call(CUSTOMER, z.object({ code: z.string().min(1).max(64) }), done),
  'customer.setLanguage': call(CUSTOMER, z.object({ language }), done),
  /** Where the program is. Answered from the first moment on, before any counter is open. */
  'program.view': call(CASHIER, nothing, programView),
  /** To practice, or to the shop that was set up. Refused while a sale is under way. */
  'program.goTo': call(CASHIER, z.object({ place }), done),

  /** What is typed is kept at once, on disk: back, a reload or a power cut lose nothing. */
  'setup.save': call(CASHIER, z.object({ draft: setupDraft }), done),
  'setup.keepSecret': call(CASHIER, z.object({ secretKey: z.string().max(200) }), done),
  /** Makes the shop whole or not at all, and goes there. */
  'setup.finish': call(CASHIER, z.object({ pin }), done),

  /** Looks on every line at once; what is found is pushed as it is found. */
  'printers.search': call(CASHIER, nothing, done),
  'printers.stop': call(CASHIER, nothing, done),
  /** A test slip on a printer that is not the counter's yet. */
  'printers.try': call(CASHIER, z.object({ address: z.string().max(200), columns }), tried),

  'settings.view': call(CASHIER, nothing, settingsView),
  /** The serial ports of this computer, by name; null where it does not say. Asks no device anything. */
  'settings.ports': call(CASHIER, nothing, z.object({ ports: z.array(z.string()).max(100).nullable() })),
  'settings.change': call(CASHIER, settingsChange.and(z.object(permission)), done),
} as const;

/** Answered by the program itself, whichever place it is at; all others by the counter of that place. */
export type ProgramCall = 'program.view' | 'program.goTo' | `setup.${'save' | 'keepSecret' | 'finish'}` | `printers.${'search' | 'stop' | 'try'}` | `settings.${'view' | 'ports' | 'change'}`;

export function isProgramCall(name: string): name is ProgramCall {
  return isCallName(name) && /^(program|setup|printers|settings)\./.test(name);
}

export type Calls = typeof calls;
export type CallName = keyof Calls;
export type CallRequest<N extends CallName> = z.input<Calls[N]['req']>;
export type CallPayload<N extends CallName> = z.output<Calls[N]['req']>;
export type CallAnswer<N extends CallName> = z.output<Calls[N]['res']>;

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(calls, name);
}
