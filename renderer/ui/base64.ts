/** Bytes as they cross the bridge, both ways. */

/** Bytes as characters, some thousand at a time: more arguments than that a call does not take. */
export function base64Of(bytes: Uint8Array): string {
  const AT_ONCE = 8_192;
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
