/** What a person types for a printer, as the address it stands for. What is a whole address already stays as it is. */
const PRINTER_PORT = 9_100;

/** null: this names no printer yet. */
export function addressOfTyped(text: string): string | null {
  const typed = text.trim();
  if (/^(tcp|serial|usb|file):\/\/\S+$/.test(typed)) return typed;
  const host = /^((?:\d{1,3}\.){3}\d{1,3})(?::(\d{1,5}))?$/.exec(typed);
  if (host !== null) return (host[1] ?? '').split('.').every((part) => Number(part) <= 255) ? `tcp://${host[1]}:${host[2] ?? PRINTER_PORT}` : null;
  if (/^com\d{1,3}$/i.test(typed)) return `serial://${typed.toUpperCase()}`;
  if (/^\/dev\/(usb\/)?lp\d+$/.test(typed)) return `usb://${typed}`;
  return /^\/dev\/tty\S+$/.test(typed) ? `serial://${typed}` : null;
}

/** An address as a person would say it: where it is, without what only the program needs. */
export function whereOfAddress(address: string): string {
  const [, kind, rest = ''] = /^(tcp|serial|usb|file):\/\/([^?]*)/.exec(address) ?? [];
  if (kind === undefined) return address;
  const speed = /[?&]baud=(\d+)/.exec(address)?.[1];
  const place = rest.replace(/^\/dev\//, '');
  return speed === undefined ? place : `${place} · ${speed}`;
}
