/** What a simulated terminal does with the next trade. Scripts wait in a queue; without one it approves. */
export type Script = {
  readonly answer:
    | 'approve'
    | 'decline'
    | 'customer-cancels'
    /** The terminal gives up waiting by itself. */
    | 'nobody-acts'
    /** It will not begin: wrong merchant, card pulled out. */
    | 'refuse'
    | 'silent'
    | 'nak'
    /** The result of another, earlier trade comes; then this one's, where the protocol allows two. */
    | 'foreign'
    | 'zero-approval'
    | 'no-approval-number'
    /** Success is claimed of a cancel that cancelled another trade, or none. */
    | 'no-cancel'
    | 'other-original';
  readonly code: string;
  readonly message: string;
  /** How long the customer takes, and then the host. */
  readonly customerMs: number;
  readonly approvalMs: number;
  readonly linkCheck: 'answered' | 'silent';
  readonly ack: 'sent' | 'lost';
  readonly result: 'sent' | 'lost' | 'damaged' | 'twice';
  /** What ends a trade after its result. */
  readonly end: 'sent' | 'lost';
  readonly pieces: 'whole' | 'bytes' | 'glued';
  readonly dropAt: 'never' | 'connect' | 'link-check' | 'request' | 'ack' | 'approving' | 'mid-result' | 'result' | 'confirm';
  /** The POS's ACK ACK is refused once. */
  readonly linkNak: boolean;
  /** The late end of an earlier trade comes before this one's ACK. */
  readonly staleEnd: boolean;
  readonly echo: boolean;
  /** The terminal sends card numbers unmasked. */
  readonly fullNumber: boolean;
  /** Whether the terminal took a signature, where it says so (KICC). */
  readonly signature: 'taken' | 'not-taken';
  readonly inquiry: 'stored' | 'fail' | 'silent' | 'echo-only';
};

export const APPROVE: Script = {
  answer: 'approve', code: '8324', message: '한도초과', customerMs: 0, approvalMs: 0, linkCheck: 'answered', ack: 'sent', result: 'sent', end: 'sent', pieces: 'whole', dropAt: 'never',
  linkNak: false, staleEnd: false, echo: true, fullNumber: false, signature: 'taken', inquiry: 'fail',
};

const CHOICES = {
  answer: ['approve', 'decline', 'customer-cancels', 'nobody-acts', 'refuse', 'silent', 'nak', 'foreign', 'zero-approval', 'no-approval-number', 'no-cancel', 'other-original'],
  linkCheck: ['answered', 'silent'],
  ack: ['sent', 'lost'],
  result: ['sent', 'lost', 'damaged', 'twice'],
  end: ['sent', 'lost'],
  pieces: ['whole', 'bytes', 'glued'],
  dropAt: ['never', 'connect', 'link-check', 'request', 'ack', 'approving', 'mid-result', 'result', 'confirm'],
  signature: ['taken', 'not-taken'],
  inquiry: ['stored', 'fail', 'silent', 'echo-only'],
} as const satisfies { readonly [Name in keyof Script]?: readonly Script[Name][] };

const MAX_MS = 600_000;

/** A script from the control port: what it leaves out is as in an ordinary approval. Undefined when a part is not understood. */
export function parseScript(given: Readonly<Record<string, unknown>>): Script | undefined {
  const script: Record<string, unknown> = { ...APPROVE };
  for (const [name, value] of Object.entries(given)) {
    if (!isSound(name, value)) return undefined;
    script[name] = value;
  }
  return script as Script;
}

function isSound(name: string, value: unknown): boolean {
  if (isChoice(name)) return CHOICES[name].some((choice) => choice === value);
  if (name === 'customerMs' || name === 'approvalMs') return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_MS;
  if (name === 'code') return typeof value === 'string' && /^[0-9A-Z]{4}$/.test(value);
  if (name === 'message') return typeof value === 'string' && value.length <= 20;
  return (name === 'linkNak' || name === 'staleEnd' || name === 'echo' || name === 'fullNumber') && typeof value === 'boolean';
}

function isChoice(name: string): name is keyof typeof CHOICES {
  return Object.hasOwn(CHOICES, name);
}

/** The issuer's books, so that a test can compare what the driver said with what happened to the money. */
export type SimulatedTrade = {
  readonly number: string;
  readonly kind: string;
  readonly totalWon: number;
  approved: boolean;
  /** The POS said that it has the result. */
  confirmed: boolean;
  approvalNumber: string;
};
