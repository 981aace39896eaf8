/** What an act of the sandbox answers, before faults and HTTP get at it. */
export type Answer = { readonly status: number; readonly body: unknown };

export function answer(body: unknown): Answer {
  return { status: 200, body };
}

export function refuse(status: number, code: number, message: string): Answer {
  return { status, body: { code, message } };
}

/**
 * Codes for rules whose number the gateway's public table does not tell. They are ours (-14009…), and a client must
 * treat them as the unknown codes they are.
 */
export const OWN_CODE = {
  mgtKeyForm: -14009001,
  tradeDate: -14009002,
  amounts: -14009003,
  identity: -14009004,
  tooMany: -14009005,
  search: -14009006,
  notDeletable: -14009007,
  bulk: -14009008,
  fields: -14009009,
  full: -14009010,
  noSuchCall: -14009011,
} as const;
