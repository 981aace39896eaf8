/** What crosses between the catalogue's door in the main thread and its worker. Numbered; one answer each; 0 is the opening. A thread that has closed its file can open another. */
import type { StoreOperations } from './store.ts';

export type Start = { readonly id: 0; readonly name: 'open'; readonly path: string };
export type Question = { readonly id: number; readonly name: keyof StoreOperations | 'close'; readonly args: readonly unknown[] };
export type Answer = { readonly id: number; readonly ok: true; readonly value: unknown } | { readonly id: number; readonly ok: false; readonly message: string };
