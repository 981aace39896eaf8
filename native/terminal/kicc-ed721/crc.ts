/**
 * The check of a KICC frame, over LEN to ETX. No catalogued CRC-16: the register shifts right, yet 8005 is used as it stands. Starts at
 * FFFF; inverted and its bytes swapped at the end. Proven on a device: 00 06 01 FB 14 02 03 gives DE E5.
 */
const POLYNOMIAL = 0x8005;

const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let register = byte;
  for (let bit = 0; bit < 8; bit += 1) register = register & 1 ? (register >> 1) ^ POLYNOMIAL : register >> 1;
  return register;
});

/** Of the bytes from `from` up to, not including, `to`; as the number whose high byte goes first. */
export function kiccCrc(bytes: Uint8Array, from: number, to: number): number {
  let register = 0xffff;
  for (let index = from; index < to; index += 1) register = (register >> 8) ^ (TABLE[(register ^ (bytes[index] ?? 0)) & 0xff] ?? 0);
  const inverted = ~register & 0xffff;
  return ((inverted & 0xff) << 8) | (inverted >> 8);
}
