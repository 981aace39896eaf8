/**
 * Card numbers as paper, screens and the journal may hold them: digits 9 to 12 and the last one hidden (`5272-8949-****-630*`), and
 * never an expiry (rules of the counter, §4). What a terminal has hidden already stays hidden. Masking twice is masking once.
 */

/** A card number has 13 to 19 digits. Up to eight (the issuer's part) may stand as they are. */
const SHORTEST = 13;
const LONGEST = 19;
const OPEN = 8;
const HIDDEN_TO = 12;

/** Where the number ends on a card's stripe; what follows begins with the expiry. */
const SEPARATOR = /[=^D]/;

/** A field that holds a card number and nothing else, with or without hyphens or blanks. */
export function maskCardNumber(field: string): string {
  const number = numberOf(field);
  const places = placesIn(number).length;
  let place = 0;
  return number.replaceAll(/[0-9*]/g, (character) => {
    place += 1;
    return isHidden(place, places) ? '*' : character;
  });
}

/** Whether a field can be shown and kept as it is. A stripe, an expiry behind the number, or one digit too many: no. */
export function isMasked(field: string): boolean {
  return field === maskCardNumber(field);
}

/** A sentence of the terminal, the VAN operator or the issuer: a card number in it is masked, the rest stands as it came. */
export function maskWithin(sentence: string): string {
  return sentence.replaceAll(/[0-9０-９](?:[ -]?[0-9*０-９]){12,}(?:[=^D][0-9０-９]*)?/g, maskCardNumber);
}

/** The four places a customer is asked for: what of the last four may be shown. Empty for a field too short to be a number. */
export function lastDigits(field: string): string {
  const places = placesIn(maskCardNumber(field));
  return places.length < SHORTEST ? '' : places.slice(-4);
}

function numberOf(field: string): string {
  return field.normalize('NFKC').split(SEPARATOR)[0]?.trim() ?? '';
}

function placesIn(number: string): string {
  return number.replaceAll(/[^0-9*]/g, '');
}

/** A field of a strange length is no card number we know: of that only the first digits may stand. */
function isHidden(place: number, places: number): boolean {
  if (place <= OPEN) return false;
  return place <= HIDDEN_TO || place === places || places < SHORTEST || places > LONGEST;
}
