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
      return quoted(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`no JSON text for the number ${value}`);
      // Only the negative zero is written otherwise by String.
      return value === 0 ? '0' : String(value);
    case 'object':
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth);
    default:
      throw new TypeError(`no JSON text for a value of type ${typeof value}`);
  }
}

const HANDFUL = 32;

/** Nothing in it that JSON writes otherwise: no control character, quote, backslash or half of a surrogate pair. */
const PLAIN = /^[ !#-[\]-\uD7FF\uE000-\uFFFF]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

function writeArray(values: readonly unknown[], depth: number): string {
  let text = '[';
  // By index: a hole must be refused like any other `undefined`, and map() would skip it.
  for (let index = 0; index < values.length; index += 1) text += (index === 0 ? '' : ',') + write(values[index], depth + 1);
  return `${text}]`;
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('only plain objects have a place in the journal');
  const properties = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of sorted(Object.keys(value))) {
    const property = properties[key];
    if (property !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${write(property, depth + 1)}`;
  }
  return `{${text}}`;
}

/** By UTF-16 code unit. Objects of the journal have a handful of keys: inserting them in place is several times as fast as the engine's sort. */
function sorted(keys: string[]): readonly string[] {
  if (keys.length > HANDFUL) return keys.toSorted((a, b) => (a < b ? -1 : 1));
  for (let index = 1; index < keys.length; index += 1) {
    const key = keys[index] ?? '';
    let at = index - 1;
    for (let before = keys[at]; before !== undefined && before > key; before = keys[at]) {
      keys[at + 1] = before;
      at -= 1;
    }
    keys[at + 1] = key;
  }
  return keys;
}
