/**
 * Canonical JSON: one text for one value, so that a hash over it means something. Keys sorted by UTF-16 code unit, no white space,
 * numbers and strings as ECMAScript writes them (RFC 8785 over the same values). Own code: the chain must not change with a package.
 */

/** Deeper than anything the journal holds; stops a value that contains itself. */
export const MAX_DEPTH = 64;

/**
 * Throws a TypeError for what JSON has no text for (NaN, functions, dates, maps …). A property whose value is `undefined` is left
 * out, as JSON.stringify does; an `undefined` anywhere else is refused.
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError('value is nested too deeply for the journal');
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'string':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`no JSON text for the number ${value}`);
      return JSON.stringify(value);
    case 'object':
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
    default:
      throw new TypeError(`no JSON text for a value of type ${typeof value}`);
  }
}

function writeArray(values: readonly unknown[], depth: number): string {
  const parts: string[] = [];
  // By index: a hole must be refused like any other `undefined`, and map() would skip it.
  for (let index = 0; index < values.length; index += 1) parts.push(write(values[index], depth + 1));
  return `[${parts.join(',')}]`;
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('only plain objects have a place in the journal');
  const parts: string[] = [];
  for (const key of Object.keys(value).toSorted(byCodeUnit)) {
    const property: unknown = Reflect.get(value, key);
    if (property !== undefined) parts.push(`${JSON.stringify(key)}:${write(property, depth + 1)}`);
  }
  return `{${parts.join(',')}}`;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
