import type { Language } from '../../domain/failure.ts';

/** Every time on a screen is the shop's: the tax office's day is Korea's day wherever the computer thinks it is. */
const TIME_ZONE = 'Asia/Seoul';

export type Format = {
  /** `52,500` */
  readonly number: (value: number) => string;
  /** `52,500원`, `₩52,500`, `52,500韩元` */
  readonly won: (amountWon: number) => string;
  readonly wonParts: (amountWon: number) => { readonly before: string; readonly digits: string; readonly after: string };
  /** `14:08` */
  readonly time: (iso: string) => string;
  /** `14:08:03` */
  readonly clock: (iso: string) => string;
  /** `11월 26일 (목)` */
  readonly day: (iso: string) => string;
  /** A business day with its year: `2025년 3월 14일 (금)` */
  readonly longDay: (businessDay: string) => string;
  /** A business day, short: `11. 26.`, `26 Nov`, `11/26` */
  readonly shortDay: (businessDay: string) => string;
  /** `11월 26일 (목) 14:08` */
  readonly dayTime: (iso: string) => string;
  /** How long ago or how long it has lasted: `12초`, `12분`, `3시간`, `2일`. */
  readonly age: (fromIso: string, nowMs: number) => string;
  /** `#0412` */
  readonly saleNumber: (value: number) => string;
};

const LOCALES = { ko: 'ko-KR', en: 'en-GB', 'zh-CN': 'zh-CN' } as const satisfies Record<Language, string>;
const UNITS = { ko: { before: '', after: '원' }, en: { before: '₩', after: '' }, 'zh-CN': { before: '', after: '韩元' } } as const satisfies Record<
  Language,
  { before: string; after: string }
>;
const MINUS = '−';
/** As `day` has it: what the browser makes of a year and a weekday together differs. */
const WITH_WEEKDAY = { ko: (date, weekday) => `${date} (${weekday})`, en: (date, weekday) => `${weekday} ${date}`, 'zh-CN': (date, weekday) => date + weekday } as const satisfies Record<Language, (date: string, weekday: string) => string>;

/** Formatters are made once per language: making one costs more than using it a thousand times. */
const made = new Map<Language, Format>();

export function makeFormat(language: Language): Format {
  const known = made.get(language);
  if (known !== undefined) return known;
  const format = build(language);
  made.set(language, format);
  return format;
}

function build(language: Language): Format {
  const locale = LOCALES[language];
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const time = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const clock = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const day = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, month: 'long', day: 'numeric', weekday: 'short' });
  const date = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, year: 'numeric', month: 'long', day: 'numeric' });
  const weekday = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, weekday: 'short' });
  // In English digits alone would be read either way round.
  const shortDay = new Intl.DateTimeFormat(locale, { timeZone: TIME_ZONE, month: language === 'en' ? 'short' : 'numeric', day: 'numeric' });
  const unit = UNITS[language];
  const number = (value: number) => (value < 0 ? MINUS : '') + digits.format(Math.abs(value));
  return {
    number,
    won: (amountWon) => (amountWon < 0 ? MINUS : '') + unit.before + number(Math.abs(amountWon)) + unit.after,
    // The sign stands before the unit where the unit stands before the digits.
    wonParts: (amountWon) => (amountWon < 0 && unit.before !== '' ? { ...unit, before: MINUS + unit.before, digits: number(-amountWon) } : { ...unit, digits: number(amountWon) }),
    time: (iso) => time.format(new Date(iso)),
    clock: (iso) => clock.format(new Date(iso)),
    day: (iso) => day.format(new Date(iso)),
    longDay: (businessDay) => {
      const noon = new Date(`${businessDay}T12:00:00+09:00`);
      return WITH_WEEKDAY[language](date.format(noon), weekday.format(noon));
    },
    shortDay: (businessDay) => shortDay.format(new Date(`${businessDay}T12:00:00+09:00`)),
    dayTime: (iso) => `${day.format(new Date(iso))} ${time.format(new Date(iso))}`,
    age: (fromIso, nowMs) => age(locale, Math.max(0, nowMs - Date.parse(fromIso))),
    saleNumber: (value) => `#${String(value).padStart(4, '0')}`,
  };
}

function age(locale: string, elapsedMs: number): string {
  const seconds = Math.floor(elapsedMs / 1000);
  const write = (value: number, unit: 'second' | 'minute' | 'hour' | 'day') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: locale === 'en-GB' ? 'short' : 'long' }).format(value);
  if (seconds < 60) return write(seconds, 'second');
  if (seconds < 3600) return write(Math.floor(seconds / 60), 'minute');
  if (seconds < 86_400) return write(Math.floor(seconds / 3600), 'hour');
  return write(Math.floor(seconds / 86_400), 'day');
}
