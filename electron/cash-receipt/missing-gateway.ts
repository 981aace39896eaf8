/**
 * Stands where the gateway would be when its credentials are missing or cannot be used. It takes nothing and says whose matter it is:
 * sales go on, receipts wait, and are sent once a manager has put the credentials in place.
 */
import type { CashReceiptGateway, GatewayRefusal } from './gateway.ts';

/** Not a code of any gateway: they are negative. */
export const NO_CREDENTIALS = 0;

export function missingGateway(): CashReceiptGateway {
  const refused: GatewayRefusal = { kind: 'refused', gatewayCode: NO_CREDENTIALS, message: 'credentials.json', failure: 'merchant-data', mayExist: false };
  return {
    issue: async () => refused,
    cancel: async () => refused,
    inquire: async () => refused,
    inquireMany: async () => refused,
    check: async () => ({ kind: 'refused', clockSkewMs: null, gatewayCode: NO_CREDENTIALS, message: 'credentials.json', failure: 'merchant-data' }),
  };
}
