/** Products as they cross between a window and main. */
import { z } from 'zod';
import { id, taxClass, won } from './primitives.ts';

export const quickKey = z.object({ page: z.string(), place: z.int() });
export const productView = z.object({ productId: id, barcode: z.string(), name: z.string(), priceWon: won, taxClass, category: z.string(), quickKey: quickKey.nullable(), openPrice: z.boolean().optional() });
export type ProductView = z.infer<typeof productView>;

/** As it is filled in; the price may be any number, so that a wrong one is refused with its reason. `barcode` is empty for none. */
export const productDraft = z.object({
  name: z.string().max(200),
  barcode: z.string().max(64),
  priceWon: z.number(),
  taxClass,
  category: z.string().max(100),
  onQuickKey: z.boolean(),
});
export type ProductDraftView = z.infer<typeof productDraft>;
