/** What a person types for a card terminal, as the address it stands for. What is a whole address already stays as it is. */
import type { TerminalFamilyName } from '../../contract/devices.ts';

/** As KOCES terminals come from the factory; an ED-721 has none of its own: it stands in its menu. */
const KOCES_PORT = 9_100;
const KICC_BAUD = 115_200;

/** null: this names no terminal of that family yet. */
export function terminalAddressOfTyped(family: TerminalFamilyName, text: string): string | null {
  const typed = text.trim();
  if (/^tcp:\/\/\S+$/.test(typed)) return typed;
  const host = /^((?:\d{1,3}\.){3}\d{1,3})(?::(\d{1,5}))?$/.exec(typed);
  if (host !== null) {
    const [, place = '', port] = host;
    if (place.split('.').some((part) => Number(part) > 255) || (port === undefined && family !== 'koces-cat')) return null;
    return `tcp://${place}:${port ?? KOCES_PORT}`;
  }
  if (family !== 'kicc-ed721') return null;
  if (/^serial:\/\/\S+$/.test(typed)) return typed;
  if (/^com\d{1,3}$/i.test(typed)) return `serial://${typed.toUpperCase()}?baud=${KICC_BAUD}`;
  return /^\/dev\/tty\S+$/.test(typed) ? `serial://${typed}?baud=${KICC_BAUD}` : null;
}
