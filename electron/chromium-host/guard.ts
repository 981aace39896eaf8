/** What the host does not do it refuses aloud: a shell that runs here must not rely on something only Electron has, nor the other way round. */
export const notImplemented = (what: string): never => {
  throw new Error(`Chromium host: ${what} is not implemented, and so not allowed in the shell (electron/main.ts, electron/preload.ts)`);
};

/** Names that JavaScript itself, the inspector or a test runner looks up on any object. */
const ASKED_BY_THE_LANGUAGE: ReadonlySet<string> = new Set(['then', 'toJSON', 'constructor', 'prototype']);

/** The same object, except that reading a member it does not have throws. `name` is what the message calls it. */
export const guarded = <T extends object>(name: string, target: T): T =>
  new Proxy(target, {
    get: (object, key, receiver): unknown => {
      if (typeof key === 'symbol' || key in object || ASKED_BY_THE_LANGUAGE.has(key)) return Reflect.get(object, key, receiver);
      return notImplemented(`${name}.${key}`);
    },
  });

/** An event emitter's `on` that throws for events that will never come. */
export const onlyEvents = (name: string, known: readonly string[], event: string | symbol): void => {
  if (typeof event === 'string' && !known.includes(event)) notImplemented(`${name}.on('${event}')`);
};
