/**
 * A slip, before anyone knows how wide the paper is.
 *
 * The document says what stands on the paper; `native/printer` decides columns, code page and bytes.
 * It is plain JSON: it is stored in the journal with the print job, so that a later copy is made from what
 * was printed and never from what the catalogue says by then.
 */
export type SlipAlign = 'left' | 'center' | 'right';

/** Character size: `wide` doubles the columns a character takes, `tall` its height, `large` both. */
export type SlipSize = 'normal' | 'wide' | 'tall' | 'large';

export type SlipBlock =
  /** A paragraph. Wraps at the paper's width; never cut off. */
  | { readonly kind: 'text'; readonly text: string; readonly align?: SlipAlign; readonly size?: SlipSize; readonly bold?: boolean }
  /** A label flush left and a value flush right on one line; the label wraps when both do not fit. */
  | { readonly kind: 'pair'; readonly label: string; readonly value: string; readonly size?: SlipSize; readonly bold?: boolean }
  /** One goods line: name, unit price, quantity, amount. Takes a second line when the name is long. */
  | { readonly kind: 'item'; readonly name: string; readonly unitPriceWon: number; readonly quantity: number; readonly amountWon: number }
  /** The heading over goods lines, in the same columns as `item`. */
  | { readonly kind: 'item-heading'; readonly name: string; readonly unitPrice: string; readonly quantity: string; readonly amount: string }
  | { readonly kind: 'rule'; readonly style: 'single' | 'double' }
  | { readonly kind: 'blank'; readonly lines: number }
  /** A signature that is kept sealed in the journal of its sale: drawn at the moment of printing, so that this document holds no ink. */
  | { readonly kind: 'signature'; readonly saleId: string; readonly signatureId: string }
  /** A one-bit picture, rows top to bottom, each row `ceil(widthDots / 8)` bytes, most significant bit left; base64. */
  | { readonly kind: 'raster'; readonly widthDots: number; readonly heightDots: number; readonly bitsBase64: string; readonly align?: SlipAlign };

export type SlipKind = 'sale' | 'cash-receipt' | 'refund' | 'test';

export type SlipDocument = {
  readonly kind: SlipKind;
  /** Practice slips carry an unmistakable mark at the head and the foot (연습 모드). */
  readonly practice: boolean;
  readonly blocks: readonly SlipBlock[];
};
