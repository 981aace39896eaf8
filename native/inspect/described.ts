/** A message in the words of the test vectors: what `npm run inspect` prints and reads. */
export type Fields = Readonly<Record<string, unknown>>;

/** `direction` only where the bytes tell it: a lone ACK goes both ways. */
export type Described = { readonly direction?: string; readonly fields: Fields };

export type Built = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly reason: string };
