/** Of Node's WebAssembly, what is used here: the types of Node leave it to those of a page, and there is none. */
declare namespace WebAssembly {
  function instantiate(bytes: Uint8Array): Promise<{ readonly instance: { readonly exports: unknown } }>;
}
