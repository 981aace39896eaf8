/** What simulated devices can be told to do, as plain lists: a window carries these (docs/decisions/0011-light-windows.md); the schemas in practice.ts are made of them. */

/** In groups as a learner meets them. */
export const TERMINAL_GROUPS = {
  /** The terminal says how it ended. */
  clear: ['approve', 'decline', 'decline-card', 'customer-cancels', 'slow-customer', 'nobody-acts', 'refuse'],
  /** Nobody knows how it ended. */
  lost: ['silent', 'late', 'result-lost', 'all-lost', 'nak', 'damaged', 'zero-approval', 'no-approval-number', 'foreign'],
  line: ['dead', 'link-silent', 'drop-link', 'drop-request', 'drop-ack', 'drop-approving', 'drop-mid-result', 'drop-result', 'drop-confirm'],
  /** Odd on the line, and nothing the cashier should notice much of. */
  odd: ['ack-lost', 'single-bytes', 'glued', 'twice', 'not-closed', 'link-nak', 'no-echo', 'stale-end', 'full-number'],
  cancel: ['no-cancel', 'other-original'],
} as const;
export type TerminalGroup = keyof typeof TERMINAL_GROUPS;
export type TerminalBehaviour = (typeof TERMINAL_GROUPS)[TerminalGroup][number];

export const PAD_GROUPS = {
  customer: ['signs', 'touches', 'dots', 'cancels', 'begins-and-cancels', 'walks-off'],
  pad: ['silent-pad', 'refuses', 'short-record', 'long-record', 'keeps-record', 'resets', 'point-damaged', 'record-damaged'],
  line: ['drop-wake', 'drop-request', 'drop-pen', 'drop-record'],
} as const;
export type PadGroup = keyof typeof PAD_GROUPS;
export type PadBehaviour = (typeof PAD_GROUPS)[PadGroup][number];

/** What the terminal says when it is asked for its last result. */
export const TERMINAL_MEMORIES = ['fail', 'stored', 'silent', 'echo-only'] as const;
export type TerminalMemory = (typeof TERMINAL_MEMORIES)[number];

/** A dead line begins nothing, so it cannot be for the next time alone. */
export const LASTING: ReadonlySet<TerminalBehaviour | PadBehaviour> = new Set<TerminalBehaviour | PadBehaviour>(['dead', 'link-silent', 'silent-pad', 'drop-wake']);
