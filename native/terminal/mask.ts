/**
 * Numbers of cards and people, masked where a terminal's bytes become a message. Nothing above a codec ever holds a full one.
 *
 * Cards: digits 9 to 12 and the last (`5272-8949-****-630*`), what a terminal already masked stays so; never the expiry, never what
 * stands behind a track's `=`. A six-digit BIN is no card number and stays.
 */
const CARD_AT_LEAST = 13;
const MASKED_FROM = 8;
const MASKED_TO = 12;

/** A field that holds a card number and nothing else, with or without hyphens. */
export function maskCardNumber(field: string): string {
  const number = field.split(/[=D^]/)[0] ?? '';
  const places = number.replace(/[^0-9*]/g, '').length;
  if (places < CARD_AT_LEAST) return number;
  let place = 0;
  return number.replace(/[0-9*]/g, (character) => {
    place += 1;
    return (place > MASKED_FROM && place <= MASKED_TO) || place === places ? '*' : character;
  });
}

/** What a terminal prints for a cash receipt's customer: a phone keeps its ends, a business number its first half, a card as above. */
export function maskCustomerNumber(field: string): string {
  const digits = field.replace(/[^0-9]/g, '');
  if (field.includes('*') || digits.length < 10) return maskCardNumber(field);
  if (digits.length <= 11) return digits.startsWith('01') ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `${digits.slice(0, 5)}${'*'.repeat(digits.length - 5)}`;
  // Thirteen digits may be a resident number: of that nothing but the birth date may stand.
  if (digits.length === 13) return `${digits.slice(0, 6)}*******`;
  return maskCardNumber(field);
}

/** A sentence of the terminal or the issuer: a card number in it is masked, the rest is left as it came. */
export function maskWithin(text: string): string {
  return text.replace(/\d(?:[ -]?\d){12,18}(?:=\d*)?/g, (run) => maskCardNumber(run));
}
