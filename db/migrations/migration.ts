/** One numbered change of the schema. `sql` never changes once released: a later wish is a later migration. */
export type Migration = { readonly number: number; readonly name: string; readonly sql: string };
