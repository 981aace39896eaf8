/**
 * Numbers of cards and people as paper, screens and the journal may hold them: of a card digits 9 to 12 and the last one hidden
 * (`5272-8949-****-630*`), and never an expiry (rules of the counter, §4). What a terminal has hidden already stays as it hid it. This is
 * the only place that masks what a terminal says: the codecs ask it where bytes become a message, and so does whatever keeps one. Masking
 * twice is masking once.
 */

/** A card number has 13 to 19 digits. Up to eight (the issuer's part) may stand as they are. */
const SHORTEST = 13;
const LONGEST = 19;
const OPEN = 8;
const HIDDEN_TO = 12;
/** So many hidden places in a field too short for a card: a terminal hid them in a customer's number. */
const HIDDEN_ALREADY = 3;

/** Where the number ends on a card's stripe; what follows begins with the expiry. */
const SEPARATOR = /[=^D]/;

/** A field that holds a card number and nothing else, with or without hyphens or blanks. */
export function maskCardNumber(field: string): string {
  const number = numberOf(field);
  const places = placesIn(number).length;
  if (places < SHORTEST && number.replaceAll(/[^*]/g, '').length >= HIDDEN_ALREADY) return number;
  let place = 0;
  return number.replaceAll(/[0-9*]/g, (character) => {
    place += 1;
    return isHidden(place, places) ? '*' : character;
  });
}

/**
 * What a terminal prints for a cash receipt's customer: a phone keeps its ends, a business number its first half, of thirteen digits, which
 * may be a resident number, nothing but the birth date stands; a card as above.
 */
export function maskCustomerNumber(field: string): string {
  const number = numberOf(field);
  const digits = number.replaceAll(/[^0-9]/g, '');
  if (number.includes('*') || digits.length < 10) return maskCardNumber(number);
  if (digits.length <= 11) return digits.startsWith('01') ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `${digits.slice(0, 5)}${'*'.repeat(digits.length - 5)}`;
  return digits.length === 13 ? `${digits.slice(0, 6)}*******` : maskCardNumber(number);
}

/** A phone number in a sentence. */
export function maskPhonesWithin(sentence: string): string {
  return sentence.replaceAll(/01\d(?:[ -]?\d){7,8}/g, (run) => maskCustomerNumber(run.replaceAll(/\D/g, '')));
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
