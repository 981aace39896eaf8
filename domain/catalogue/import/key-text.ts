/** A quick key in one cell. */
import type { QuickKey } from '../product.ts';
import { MAX_CATEGORY_CHARS, MAX_KEYS_PER_PAGE } from '../product.ts';

/** `음료:3`: the third place of the page 음료. */
export function readKey(text: string): QuickKey | null | 'unclear' {
  if (text === '') return null;
  const found = /^(.+):(\d{1,2})$/u.exec(text);
  const page = found?.[1]?.trim() ?? '';
  const place = Number(found?.[2] ?? 0);
  return page === '' || page.length > MAX_CATEGORY_CHARS || place < 1 || place > MAX_KEYS_PER_PAGE ? 'unclear' : { page, place };
}

export function writeKey(key: QuickKey | null): string {
  return key === null ? '' : `${key.page}:${key.place}`;
}
