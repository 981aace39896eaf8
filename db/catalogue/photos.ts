/**
 * Photos of products, named by the SHA-256 of their bytes: the same picture is there once and never written again. One that is named by
 * no product, by no list that can be taken back and by nobody else who says so goes. Runs in the worker.
 */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { PhotoHash } from '../../domain/catalogue/photo.ts';
import { MAX_PHOTOS } from '../../domain/catalogue/photo.ts';

/** Photos of one reading. */
export const MAX_PHOTOS_AT_ONCE = 8;

export type StoredPhoto = { readonly sha256: PhotoHash; readonly bytes: Uint8Array };

export type PhotoOperations = {
  /** Puts it there before anything names it; whatever else nobody names makes room. Null: there is no room. `alsoNamed`: by changes that can be undone. */
  readonly stagePhoto: (bytes: Uint8Array, alsoNamed: readonly PhotoHash[]) => PhotoHash | null;
  /** Those of them that are there, and are what their name says. */
  readonly photos: (wanted: readonly PhotoHash[]) => readonly StoredPhoto[];
  /** Drops what nobody names; answers how many products name one that is not there. */
  readonly sweepPhotos: (alsoNamed: readonly PhotoHash[]) => number;
};

export function photoStore(db: Database): PhotoOperations {
  const put = db.prepare('INSERT INTO photos (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING');
  const get = db.prepare<[string], Buffer>('SELECT bytes FROM photos WHERE sha256 = ?').pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM photos').pluck();
  const missing = db.prepare<[], number>('SELECT count(*) FROM products WHERE photo IS NOT NULL AND photo NOT IN (SELECT sha256 FROM photos)').pluck();
  const sweep = db.prepare(`DELETE FROM photos WHERE sha256 NOT IN (
    SELECT photo FROM products WHERE photo IS NOT NULL UNION ALL SELECT sha256 FROM import_photos UNION ALL SELECT value FROM json_each(?))`);

  return {
    stagePhoto(bytes, alsoNamed) {
      const sha256 = hashOf(bytes);
      const stage = db.transaction((): PhotoHash | null => {
        sweep.run(JSON.stringify([...alsoNamed, sha256]));
        if (get.get(sha256) !== undefined) return sha256;
        if ((count.get() ?? 0) >= MAX_PHOTOS) return null;
        put.run(sha256, Buffer.from(bytes));
        return sha256;
      });
      return stage.immediate();
    },
    photos(wanted) {
      if (wanted.length > MAX_PHOTOS_AT_ONCE) throw new RangeError(`at most ${MAX_PHOTOS_AT_ONCE} photos are read at once`);
      return wanted.flatMap((sha256) => {
        const bytes = get.get(sha256);
        return bytes === undefined || hashOf(bytes) !== sha256 ? [] : [{ sha256, bytes: new Uint8Array(bytes) }];
      });
    },
    sweepPhotos(alsoNamed) {
      return db
        .transaction(() => {
          sweep.run(JSON.stringify(alsoNamed));
          return missing.get() ?? 0;
        })
        .immediate();
    },
  };
}

function hashOf(bytes: Uint8Array): PhotoHash {
  return createHash('sha256').update(bytes).digest('hex');
}
