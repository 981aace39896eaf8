/** The Korean text of terminals and pads: EUC-KR, with the further syllables of code page 949 that newer firmware sends. */
import iconv from 'iconv-lite';

const UNMAPPED = '�';

/** Bytes that are no text become U+FFFD; nothing throws, because what a device sends is never the program's fault. */
export function decodeKorean(bytes: Uint8Array): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'cp949');
}

/** Undefined when the code page lacks a character: a device must never be sent a question mark for a name. */
export function encodeKorean(text: string): Uint8Array | undefined {
  const bytes = iconv.encode(text, 'cp949');
  return text.includes(UNMAPPED) || iconv.decode(bytes, 'cp949') !== text ? undefined : new Uint8Array(bytes);
}
