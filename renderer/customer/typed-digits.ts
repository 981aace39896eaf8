/**
 * Digits appear under the finger before main has answered. What main's view says comes back late and not for every key:
 * views are pushed in order, several changes at once. So a view that says something we sent is an echo, however old; anything
 * else is somebody else's doing and is adopted. Pure.
 */
export type TypedDigits = {
  /** What main said last. */
  readonly view: string;
  /** What was sent and has not come back yet, oldest first; the newest is what the customer sees. */
  readonly pending: readonly string[];
  /** Calls without an answer. */
  readonly underWay: number;
};

export type TypedDigitsEvent =
  | { readonly type: 'typed'; readonly digits: string }
  | { readonly type: 'answered'; readonly taken: boolean }
  | { readonly type: 'view'; readonly digits: string };

/** More echoes than anyone can type ahead. */
export const MAX_PENDING = 64;

export function shownDigits(state: TypedDigits): string {
  return state.pending.at(-1) ?? state.view;
}

export function stepTypedDigits(state: TypedDigits, event: TypedDigitsEvent): TypedDigits {
  switch (event.type) {
    case 'typed':
      return { ...state, pending: [...state.pending, event.digits].slice(-MAX_PENDING), underWay: state.underWay + 1 };
    case 'answered':
      return answered({ ...state, underWay: state.underWay - 1 }, event.taken);
    case 'view':
      return { ...state, view: event.digits, pending: afterEcho(state.pending, event.digits) };
  }
}

/** A refused key leaves main as it was: once nothing else is under way, so is the screen. */
function answered(state: TypedDigits, taken: boolean): TypedDigits {
  return !taken && state.underWay === 0 ? { ...state, pending: [] } : state;
}

/** The oldest match: a later one may still be on its way, and taking it for this one would bring an older view back to the screen. */
function afterEcho(pending: readonly string[], digits: string): readonly string[] {
  const at = pending.indexOf(digits);
  return at === -1 ? [] : pending.slice(at + 1);
}
