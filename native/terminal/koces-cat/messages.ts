/**
 * The messages of a KOCES CAT terminal as tables of fields. Names are those of the test vectors (native/inspect/vectors.json).
 * `number` fields are won; `service` is the service charge (봉사료), but in G170 and its result it is the kind of service.
 */
import type { Field } from '../../wire/layout.ts';

const number = (name: string, width: number): Field => ({ name, width, kind: 'number' });
const ascii = (name: string, width: number, otherwise = ''): Field => ({ name, width, kind: 'ascii', otherwise });
const left = (name: string, width: number): Field => ({ name, width, kind: 'ascii-left' });
const korean = (name: string, width: number): Field => ({ name, width, kind: 'korean' });

const SUMS: readonly Field[] = [number('amount', 9), number('tax', 9), number('service', 9), number('taxFree', 9)];
const ORIGINAL: readonly Field[] = [ascii('orgDate', 8), ascii('orgAuthNo', 12), ascii('kocesNo', 20)];

/** POS to terminal, behind the letter and the code. */
export const REQUESTS: Readonly<Record<'G120' | 'G130' | 'G170', readonly Field[]>> = {
  G120: [ascii('tid', 10), ...SUMS, ...ORIGINAL, ascii('installment', 2, '00'), ascii('unused', 22), ascii('merchantData', 20), ascii('spare', 20)],
  G130: [
    ascii('tid', 10), ...SUMS, ...ORIGINAL, ascii('unused', 2), ascii('customerNo', 20), ascii('purpose', 1), ascii('cancelReason', 1),
    ascii('merchantData', 20), ascii('spare', 20),
  ],
  G170: [
    ascii('service', 3), ascii('tid', 10), number('amount', 12), number('tax', 12), number('serviceCharge', 12), number('taxFree', 12),
    left('orgDate', 6), left('orgAuthNo', 13), ascii('simplified', 1, '0'), ascii('cardDataWanted', 1, '0'), ascii('merchantData', 64), ascii('spare', 20),
  ],
};

/** The answer to a card or cash-receipt request, behind its code; also G140, whose request the vendor never sends. */
const CARD_RESULT: readonly Field[] = [
  ascii('tradeNo', 4), ascii('tid', 10), ascii('version', 5), ascii('installment', 2), number('totalAmount', 10), number('tax', 9), number('service', 9),
  number('taxFree', 9), ascii('orgDate', 8), ascii('orgAuthNo', 12), ascii('dateTime', 14), ascii('reply', 4), korean('message', 80), ascii('card', 40),
  ascii('authNo', 12), ascii('kocesNo', 20), korean('kindName', 8), ascii('cardKind', 1), ascii('issuerCode', 4), korean('issuer', 12),
  ascii('acquirerCode', 4), korean('acquirer', 12), ascii('merchantNo', 16), ascii('ddc', 1), ascii('edc', 1), ascii('slipKind', 1), ascii('slipNo', 4),
  korean('slipKindName', 10), ascii('keyed', 1), ascii('dcc', 93), ascii('english', 1), ascii('merchantData', 50), ascii('gcmc', 20),
];

const CASH_IC_RESULT: readonly Field[] = [
  ascii('service', 3), ascii('tid', 10), ascii('dateTime', 12), ascii('reply', 4), korean('message', 64), ascii('authNo', 13), ascii('kocesNo', 20),
  ascii('card', 20), korean('kindName', 8), ascii('merchantNo', 16), ascii('issuerCode', 7), korean('issuer', 16), ascii('acquirerCode', 7),
  korean('acquirer', 16), ascii('balance', 25), ascii('merchantData', 64), number('amount', 12), number('tax', 12), number('serviceCharge', 12), number('taxFree', 12),
];

export const RESULTS: Readonly<Record<'G120' | 'G130' | 'G140' | 'G170', readonly Field[]>> = {
  G120: CARD_RESULT, G130: CARD_RESULT, G140: CARD_RESULT, G170: CASH_IC_RESULT,
};

/** "Result received", 51 bytes: behind the code. */
export const CONFIRM: readonly Field[] = [ascii('reply', 4, '0000'), { ...korean('message', 40), otherwise: '정상수신' }];
/** By the code of the result each confirms. */
export const CONFIRM_OF: Readonly<Record<string, string>> = { G120: 'G125', G130: 'G135', G140: 'G145', G160: 'G165', G170: 'G175', T180: 'T185' };
export const CONFIRMS: ReadonlySet<string> = new Set(Object.values(CONFIRM_OF));

/** Easy pay: always all keys, in this order. The sums are twelve digits. */
export const EASY_PAY_KEYS = ['S01', 'S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S09', 'S10', 'S11', 'S12', 'S13', 'S14', 'S15'] as const;
export const EASY_PAY_SUMS: ReadonlySet<string> = new Set(['S04', 'S05', 'S06', 'S07']);

/** The answer to easy pay: pieces in this order; what letters stand before each value the sources do not say. */
export const EASY_PAY_RESULT = [
  'service', 'kind', 'tid', 'version', 'installment', 'totalAmount', 'tax', 'serviceCharge', 'taxFree', 'kakaoDiscount', 'card', 'reply', 'message', 'authNo',
  'secondAuthNo', 'kocesNo', 'means', 'printNumber', 'cardKind', 'ddc', 'edc', 'issuerCode', 'issuer', 'acquirerCode', 'acquirer', 'merchantNo', 'merchantFee',
  'refund', 'merchantData',
] as const;
