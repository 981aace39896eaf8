// Programs of ours that the unit tests start as processes and threads, again and again, and where a run keeps them bundled. No packages here: every one of those processes reads this.

/** Source, by its path in the repository → its bundle's name. Names are the product's where the product has it: programs find each other by them. */
export const PROGRAMS = /** @type {const} */ ([
  ['db/worker.ts', 'journal-worker.js'],
  ['db/catalogue/worker.ts', 'catalogue-worker.js'],
  ['electron/catalogue/import/reader-worker.ts', 'catalogue-reader-worker.js'],
  ['electron/catalogue/table-writer-worker.ts', 'table-writer-worker.js'],
  ['native/printer/virtual/main.ts', 'virtual-printer.js'],
  ['native/terminal/simulator/main.ts', 'terminal-simulator.js'],
  ['native/signature-pad/koces-pad/simulator/main.ts', 'pad-simulator.js'],
  ['electron/cash-receipt/popbill/sandbox/main.ts', 'popbill-sandbox.js'],
  ['db/testing/append-child.ts', 'append-child.js'],
  ['electron/testing/crash-subject.ts', 'crash-subject.js'],
  ['electron/testing/setup-subject.ts', 'setup-subject.js'],
  ['electron/catalogue/testing/import-subject.ts', 'import-subject.js'],
  ['electron/catalogue/testing/photo-subject.ts', 'photo-subject.js'],
  ['electron/testing/card-subject.ts', 'card-subject.js'],
  ['electron/testing/receipt-subject.ts', 'receipt-subject.js'],
  ['electron/testing/reprint-subject.ts', 'reprint-subject.js'],
  ['electron/testing/refund-subject.ts', 'refund-subject.js'],
  ['electron/testing/exchange-subject.ts', 'exchange-subject.js'],
]);

export const REPOSITORY = new URL('../../', import.meta.url);
/** As deep as the folders the sources of the subjects lie in: they look for their neighbours from there. */
export const BUNDLES = new URL('out/programs/', REPOSITORY);
