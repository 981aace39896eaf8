/** Products as they cross between a window and main. */
import { z } from 'zod';
import { MAX_PHOTO_BYTES } from '../domain/catalogue/photo.ts';
import { id, taxClass, won } from './primitives.ts';

/** A photo by the SHA-256 of its bytes. */
export const photoHash = z.string().regex(/^[0-9a-f]{64}$/);

export const quickKey = z.object({ page: z.string(), place: z.int() });
export const productView = z.object({ productId: id, barcode: z.string(), name: z.string(), priceWon: won, taxClass, category: z.string(), quickKey: quickKey.nullable(), openPrice: z.boolean().optional(), byWeight: z.boolean().optional(), photo: photoHash.optional() });
export type ProductView = z.infer<typeof productView>;

/** As it is filled in; the price may be any number, so that a wrong one is refused with its reason. `barcode` is empty for none. */
export const productDraft = z.object({
  name: z.string().max(200),
  barcode: z.string().max(64),
  priceWon: z.number(),
  taxClass,
  category: z.string().max(100),
  onQuickKey: z.boolean(),
  byWeight: z.boolean(),
});
export type ProductDraftView = z.infer<typeof productDraft>;

const MAX_PHOTO_CHARS = Math.ceil(MAX_PHOTO_BYTES / 3) * 4;
/** A photo comes small, in the same call as its product: what it is made of is judged by main (domain/catalogue/photo.ts). */
export const photoChange = z.discriminatedUnion('act', [z.object({ act: z.enum(['keep', 'remove']) }), z.object({ act: z.literal('set'), base64: z.string().max(MAX_PHOTO_CHARS) })]);
export type PhotoChangeRequest = z.infer<typeof photoChange>;
export const photoView = z.object({ photo: photoHash, type: z.enum(['image/png', 'image/jpeg', 'image/webp']), base64: z.string().max(MAX_PHOTO_CHARS) });
export type PhotoView = z.infer<typeof photoView>;

const page = z.string().min(1).max(100);
/** One act of arranging the quick keys (domain/catalogue/keys.ts). */
export const keysEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('place'), productId: id, page, place: z.int().min(1).max(1_000) }),
  z.object({ kind: z.literal('remove'), productId: id }),
  z.object({ kind: z.literal('add-page'), page: z.string().max(100) }),
  z.object({ kind: z.literal('rename-page'), page, name: z.string().max(100) }),
  z.object({ kind: z.literal('move-page'), page, by: z.union([z.literal(-1), z.literal(1)]) }),
  z.object({ kind: z.literal('remove-page'), page }),
]);
export type KeysEditRequest = z.infer<typeof keysEdit>;

/** Where a list was written, by full path. */
export const exported = z.object({ file: z.string(), products: z.int() });
