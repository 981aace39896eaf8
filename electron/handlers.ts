/** Call → use case. One line each; what needs a person signed in says so here. */
import type { CallAnswer, CallName } from '../contract/calls.ts';
import { type CardUseCases, cardHandlers } from './card-payment/handlers.ts';
import { type ReceiptUseCases, receiptHandlers } from './cash-receipt/handlers.ts';
import { type CatalogueUseCases, catalogueHandlers } from './catalogue/handlers.ts';
import type { Meter } from './diagnostics/meter.ts';
import type { Counter } from './counter.ts';
import { dismissNotice } from './counter.ts';
import type { Devices } from './diagnostics/devices.ts';
import { closeView } from './handwritten/card-cases.ts';
import { exchangeHandlers } from './exchange/handlers.ts';
import type { History } from './history/history.ts';
import type { PeopleUseCases } from './people/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { practiceHandlers } from './practice/handlers.ts';
import type { PracticePanel } from './practice/panel.ts';
import { signatureHandlers } from './signature/handlers.ts';
import type { Signatures } from './signature/signatures.ts';
import { ledgerHandlers } from './ledger/handlers.ts';
import { type RefundUseCases, refundHandlers } from './refund/handlers.ts';
import type { Result } from './result.ts';
import { DONE, ok, refuse } from './result.ts';
import type { Handlers } from './router.ts';
import type { Shift } from './shift/shift.ts';
import type { Prints } from './slips/prints.ts';
import { reprint } from './slips/reprint.ts';
import type { Sources } from './view.ts';
import { counterView, customerView } from './view.ts';

export type UseCases = CatalogueUseCases & CardUseCases & ReceiptUseCases & RefundUseCases & PeopleUseCases & {
  readonly counter: Counter;
  readonly shift: Shift;
  readonly prints: Prints;
  readonly history: History;
  readonly devices: Devices;
  readonly signatures: Signatures;
  readonly meter: Meter;
  readonly practice: PracticePanel;
  readonly sources: Sources;
  readonly revision: () => number;
  readonly strayScan: (code: string) => void;
};

/** A customer who signs goes on signing when the cashier signs out: the field alone decides what is taken. */
const FIELD_CALLS = ['customer.signReady', 'customer.pen', 'customer.signClear', 'customer.signDone', 'customer.signCancel'] as const satisfies readonly CallName[];
/** What may be asked before anyone has signed in. Everything else on the cashier's side needs a person. */
const OPEN_TO_ALL: ReadonlySet<CallName> = new Set<CallName>(['counter.view', 'counter.ping', 'people.signIn', 'people.signOut', 'people.changePin', 'catalogue.list', 'status.retry', 'notice.dismiss', 'customer.view', 'customer.here', 'customer.testShown', 'customer.setLanguage', ...FIELD_CALLS]);

function closedView(closed: Awaited<ReturnType<Shift['close']>>): Result<CallAnswer<'shift.close'>> {
  return closed.ok ? ok(closeView(closed.value)) : closed;
}

export function createHandlers(use: UseCases): Handlers {
  const { counter, shift, checkout, desk, receipts, prints, history } = use;
  return {
    'counter.view': async () => ok(counterView(use.sources, use.revision())),
    'customer.view': async () => ok(customerView(use.sources, use.revision())),
    'counter.ping': async ({ n }) => ok({ n }),

    ...peopleHandlers(use),

    'shift.open': ({ floatWon }) => shift.open(floatWon),
    'shift.close': async ({ counted, ...given }) => closedView(await shift.close(counted, given)),

    ...catalogueHandlers(use),
    ...cardHandlers(use), ...refundHandlers(use), ...exchangeHandlers(use),

    'sale.scan': ({ code, quantity }) => checkout.scan(code, quantity),
    'sale.addProduct': ({ productId, quantity, priceWon, grams }) => checkout.addProduct(productId, { quantity, priceWon, grams }),
    'sale.weighLine': ({ saleId, lineId, grams, ...given }) => checkout.weighLine(saleId, { lineId, grams }, given),
    'sale.setQuantity': ({ saleId, lineId, quantity, ...given }) => checkout.setQuantity(saleId, { lineId, quantity }, given),
    'sale.cancelLine': ({ saleId, lineId, ...given }) => checkout.cancelLine(saleId, lineId, given),
    'sale.undo': ({ saleId }) => checkout.undo(saleId),
    'sale.discountLine': ({ saleId, lineId, discount, ...given }) => checkout.discountLine(saleId, { lineId, discount }, given),
    'sale.discountSale': ({ saleId, discount, ...given }) => checkout.discountSale(saleId, discount, given),
    'sale.repriceLine': ({ saleId, lineId, unitPriceWon, ...given }) => checkout.repriceLine(saleId, { lineId, unitPriceWon }, given),
    'sale.noteLine': ({ saleId, lineId, note }) => checkout.noteLine(saleId, lineId, note),
    'sale.hold': ({ saleId }) => checkout.hold(saleId),
    'sale.recall': ({ saleId }) => checkout.recall(saleId),
    'sale.abandon': ({ saleId, ...given }) => checkout.abandon(saleId, given),
    'sale.tenderCash': ({ saleId, dueWon, receivedWon }) => checkout.tenderCash(saleId, dueWon, receivedWon),
    'sale.next': ({ saleId }) => checkout.next(saleId),

    ...receiptHandlers(use),

    'slip.answer': ({ saleId, wants }) => checkout.answerSlip(saleId, wants, 'cashier'),
    'slip.printAgain': async (request) => {
      const sale = await history.paidSale(request.saleId);
      return sale.ok ? reprint({ counter, prints, receipts, approvals: use.approvals }, sale.value, request) : sale;
    },
    'slip.settle': ({ saleId, how }) => prints.settle(saleId, how),
    'slip.picture': ({ saleId }) => history.picture(saleId),

    'history.find': (payload) => history.find(payload),
    'history.filters': () => history.filters(),
    'history.today': ({ beforeSaleNumber, limit }) => history.today(beforeSaleNumber, limit),
    'history.sale': ({ saleId }) => history.sale(saleId),
    'history.timeline': (payload) => history.timeline(payload),

    ...ledgerHandlers(use),
    ...deviceHandlers(use),
    ...signatureHandlers(use.signatures),
    ...practiceHandlers(use.practice),

    'meter.record': async (sample) => use.meter.record(sample),
    'meter.report': () => use.meter.report(),
    'notice.dismiss': async ({ noticeId }) => {
      dismissNotice(counter, noticeId);
      return DONE;
    },

    'customer.draft': ({ saleId, digits }) => desk.customerTypes(saleId, digits),
    'customer.readBack': ({ saleId }) => desk.customerReadsBack(saleId),
    'customer.confirm': ({ saleId, digits, yes }) => desk.customerAnswers(saleId, digits, yes),
    'customer.answerSlip': ({ saleId, wants }) => checkout.answerSlip(saleId, wants, 'customer'),
    'customer.strayScan': async ({ code }) => {
      use.strayScan(code);
      return DONE;
    },
    'customer.setLanguage': async ({ language }) => {
      counter.memory.customerLanguage = language;
      counter.changed();
      return DONE;
    },
  };
}

type DeviceCall = 'devices.report' | 'printer.test' | 'printer.testSeen' | 'drawer.test' | 'display.test' | 'gateway.test' | 'terminal.test' | 'journal.verify' | 'status.retry' | 'customer.here' | 'customer.testShown';

function deviceHandlers({ devices, receipts }: UseCases): Pick<Handlers, DeviceCall> {
  return {
    'devices.report': () => devices.report(),
    'printer.test': () => devices.testPrinter(),
    'printer.testSeen': ({ jobId, seen }) => devices.testSeen(jobId, seen),
    'drawer.test': () => devices.testDrawer(),
    'display.test': async () => devices.display.test(),
    'gateway.test': () => devices.testGateway(),
    'terminal.test': () => devices.terminal.test(),
    'journal.verify': async () => devices.journal.verify(),
    'status.retry': async () => {
      await Promise.all([devices.health.askPrinter(), devices.health.askGateway(), devices.terminal.ask(), devices.pad.ask(), devices.journal.look()]);
      await receipts.drain({ now: true });
      await receipts.watch();
      return DONE;
    },
    'customer.here': async (size) => {
      devices.display.here(size);
      return DONE;
    },
    'customer.testShown': async ({ testId }) => {
      devices.display.shown(testId);
      return DONE;
    },
  };
}

/** Whether this call may be made now. The router asks before the use case sees anything. */
export function admit(counter: Counter, name: CallName): Result<null> {
  return counter.memory.signedIn !== null || OPEN_TO_ALL.has(name) ? DONE : refuse('people.not-signed-in');
}
