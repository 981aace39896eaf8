/** The shop that is being set up, as typed so far: on disk after every change, readable by its owner alone, gone once the shop is there. */
import { rmSync } from 'node:fs';
import { z } from 'zod';
import { setupDraft } from '../../contract/program.ts';
import type { SetupDraft } from '../../domain/setup.ts';
import { EMPTY_DRAFT } from '../../domain/setup.ts';
import { parseJson, readIfThere, writeWhole } from './files.ts';

const draftFile = z.strictObject({ draft: setupDraft, secretKey: z.string().max(200) });

export type KeptDraft = { readonly draft: SetupDraft; readonly secretKey: string };

export type DraftKeeper = {
  readonly get: () => KeptDraft;
  readonly put: (change: Partial<KeptDraft>) => void;
  readonly drop: () => void;
};

/** A draft that cannot be read is no loss of money: it begins anew. The PIN is never part of it. */
export function openDraft(file: string): DraftKeeper {
  const read = draftFile.safeParse(parseJson(readIfThere(file) ?? ''));
  let kept: KeptDraft = read.success ? read.data : { draft: EMPTY_DRAFT, secretKey: '' };
  return {
    get: () => kept,
    put: (change) => {
      const next = { ...kept, ...change };
      writeWhole(file, JSON.stringify(next), 0o600);
      kept = next;
    },
    drop: () => {
      kept = { draft: EMPTY_DRAFT, secretKey: '' };
      rmSync(file, { force: true });
    },
  };
}
