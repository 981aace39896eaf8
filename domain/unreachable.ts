/** Closes a switch over a union: adding a member without handling it becomes a type error at the call. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
