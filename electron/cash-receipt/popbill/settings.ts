/**
 * Where the gateway is and who we are to it. Credentials live here and in the signature, nowhere else: they are
 * never part of an outcome, an error or a log line.
 */
export type PopbillServiceId = 'POPBILL' | 'POPBILL_TEST';

export type PopbillLimits = {
  /** Name lookup, TCP and TLS together, per connection. */
  readonly connectTimeoutMs: number;
  /** From the first byte written to the last byte of the answer. The tax office may be slow behind the gateway. */
  readonly replyTimeoutMs: number;
  /** A whole call: token, call, and their one renewal. */
  readonly callTimeoutMs: number;
  /** Of an answer, as sent and as unpacked. */
  readonly maxReplyBytes: number;
  /** A token is renewed this long before it ends. */
  readonly tokenMarginMs: number;
};

export const DEFAULT_POPBILL_LIMITS = {
  connectTimeoutMs: 5_000,
  replyTimeoutMs: 15_000,
  callTimeoutMs: 30_000,
  maxReplyBytes: 4 * 1024 * 1024,
  tokenMarginMs: 120_000,
} as const satisfies PopbillLimits;

export type PopbillSettings = {
  /** `https://auth.linkhub.co.kr` or a sandbox. Plain http is taken for loopback addresses only. */
  readonly authUrl: string;
  /** `https://popbill.linkhub.co.kr`, `https://popbill-test.linkhub.co.kr` or a sandbox. */
  readonly serviceUrl: string;
  readonly serviceId: PopbillServiceId;
  readonly linkId: string;
  /** Base64. */
  readonly secretKey: string;
  /** The member on whose behalf we issue: ten digits, not checked for the check digit (a test member fails it). */
  readonly businessNumber: string;
  readonly userId?: string;
  /** `x-lh-forwarded`: an address the token is bound to, or `*` for any. Absent: the address the authority sees. */
  readonly forwarded?: string;
  readonly limits?: Partial<PopbillLimits>;
};

export const POPBILL_PRODUCTION = { authUrl: 'https://auth.linkhub.co.kr', serviceUrl: 'https://popbill.linkhub.co.kr', serviceId: 'POPBILL' } as const;
export const POPBILL_TEST = { authUrl: 'https://auth.linkhub.co.kr', serviceUrl: 'https://popbill-test.linkhub.co.kr', serviceId: 'POPBILL_TEST' } as const;

export type SettingsProblem = { readonly field: keyof PopbillSettings; readonly problem: string };

const LOOPBACK_HOSTS = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Empty when the settings can be used. The words name fields and rules, never the values. */
export function popbillSettingsProblems(settings: PopbillSettings): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const say = (field: keyof PopbillSettings, problem: string | null): void => {
    if (problem !== null) problems.push({ field, problem });
  };
  say('authUrl', urlProblem(settings.authUrl));
  say('serviceUrl', urlProblem(settings.serviceUrl));
  say('serviceId', settings.serviceId === 'POPBILL' || settings.serviceId === 'POPBILL_TEST' ? null : 'POPBILL or POPBILL_TEST');
  say('linkId', isHeaderWord(settings.linkId) ? null : '1 to 100 printable characters without spaces');
  say('secretKey', /^[A-Za-z0-9+/]{16,200}={0,2}$/.test(settings.secretKey) ? null : 'base64, as the gateway hands it out');
  say('businessNumber', /^\d{10}$/.test(settings.businessNumber) ? null : 'ten digits');
  say('userId', settings.userId === undefined || isHeaderWord(settings.userId) ? null : '1 to 100 printable characters without spaces');
  say('forwarded', settings.forwarded === undefined || isHeaderWord(settings.forwarded) ? null : 'an address or *');
  say('limits', limitsProblem({ ...DEFAULT_POPBILL_LIMITS, ...settings.limits }));
  return problems;
}

function isHeaderWord(value: string): boolean {
  return /^[\x21-\x7e]{1,100}$/.test(value);
}

function limitsProblem(limits: PopbillLimits): string | null {
  const values = Object.values(limits);
  return values.every((value) => Number.isSafeInteger(value) && value > 0 && value < 2 ** 31) ? null : 'whole numbers above 0';
}

function urlProblem(text: string): string | null {
  const url = URL.parse(text);
  if (url === null) return 'an https address';
  if (url.username !== '' || url.password !== '' || url.pathname !== '/' || url.search !== '' || url.hash !== '') return 'an address without user, path, query or fragment';
  if (url.protocol === 'https:') return null;
  if (url.protocol === 'http:' && LOOPBACK_HOSTS.has(url.hostname)) return null;
  return 'https; plain http only on this machine';
}
