/** The part of the package `escpos` this product uses. The package ships no types. */
declare module 'escpos' {
  /** `width` as a share of the paper. */
  type Cell = { readonly text: string; readonly align: 'LEFT' | 'CENTER' | 'RIGHT'; readonly width: number };
  type Pixels = { readonly data: ArrayLike<number>; readonly shape: readonly [width: number, height: number, channels: number] };

  class Image {
    constructor(pixels: Pixels);
    readonly size: { readonly width: number; readonly height: number; readonly colors: number };
  }

  class Printer {
    constructor(adapter: unknown, options?: { readonly encoding?: string; readonly width?: number });
    static Image: typeof Image;
    static command: { readonly TEXT_FORMAT: { readonly TXT_BOLD_ON: string; readonly TXT_BOLD_OFF: string } };
    readonly buffer: { flush(): Buffer };
    align(align: 'lt' | 'ct' | 'rt'): this;
    cut(partial: boolean, feedLines: number): this;
    drawLine(): this;
    print(content: string | Buffer): this;
    raster(image: Image, mode: 'normal'): this;
    raw(data: Buffer): this;
    tableCustom(cells: readonly Cell[], options: { readonly encoding: string }): this;
    text(content: string, encoding: string): this;
  }

  export = Printer;
}
