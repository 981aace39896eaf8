/** Which way the shop's cash receipts go: by its setting, and of what that allows no more than the terminal at hand can do. */
import type { ReceiptOfferView } from '../../contract/views.ts';
import type { ReceiptWay } from '../../domain/cash-receipt/at-terminal.ts';
import type { TerminalCapabilities } from '../../native/terminal/port.ts';
import type { Settings } from '../settings.ts';
import { NONE } from '../settings.ts';

/** Without a terminal the setting counts for nothing. */
export function receiptWay({ cashReceipt }: Settings, { limits }: TerminalCapabilities): ReceiptWay {
  return cashReceipt.way === 'terminal' && limits.maxTotalWon > 0 ? 'terminal' : 'gateway';
}

export function hasGateway({ gateway }: Settings): boolean {
  return gateway.apiUrl !== NONE;
}

export function receiptOfferView(settings: Settings, terminal: TerminalCapabilities): ReceiptOfferView {
  return { way: receiptWay(settings, terminal), number: terminal.cashReceipt.customerNumber, gateway: hasGateway(settings) };
}
