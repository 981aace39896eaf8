/** Every migration of the catalogue's file, in order. */
import type { Migration } from '../../migrations/migration.ts';
import { productsMigration } from './0001-products.ts';
import { importsMigration } from './0002-imports.ts';
import { photosMigration } from './0003-photos.ts';

export const CATALOGUE_MIGRATIONS: readonly Migration[] = [productsMigration, importsMigration, photosMigration];
