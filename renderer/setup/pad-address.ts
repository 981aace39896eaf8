/** The signature pad while it is being chosen: what a person picks or types for its port, and the address it stands for. Pure. */
import type { SettingsView } from '../../contract/program.ts';

export type PadKind = SettingsView['signature']['pad'];
/** `typed` is kept when the mind is changed. */
export type PadDraft = { readonly pad: PadKind; readonly simulated: boolean; readonly typed: string; readonly takenBy: SettingsView['signature']['takenBy'] };

const NONE = 'none';
const SIMULATED = 'simulated';
/** As KOCES pads come from the factory. */
const PAD_BAUD = 38_400;

export function padDraft({ pad, address, takenBy }: SettingsView['signature']): PadDraft {
  const simulated = address === SIMULATED;
  // Without a pad nobody takes it there: it is signed on paper.
  return { pad, simulated, typed: simulated || address === NONE ? '' : (portOfAddress(address) ?? address), takenBy: pad === 'none' && takenBy === 'pad' ? 'none' : takenBy };
}

/** A pad that is chosen is there to be used, and one that is gone takes nothing. */
export function withKind(draft: PadDraft, pad: PadKind, practises: boolean): PadDraft {
  const began = draft.pad === 'none' && pad !== 'none';
  const takenBy = began ? 'pad' : pad === 'none' && draft.takenBy === 'pad' ? 'none' : draft.takenBy;
  return { ...draft, pad, takenBy, simulated: draft.simulated || (practises && pad === 'koces-pad' && draft.typed === '') };
}

/** The address a draft stands for; null: it names no pad yet. */
export function padAddress({ pad, simulated, typed }: PadDraft): string | null {
  if (pad !== 'koces-pad') return NONE;
  return simulated ? SIMULATED : padAddressOfTyped(typed);
}

/** A port by its name, or a whole address; null: this names no port. */
export function padAddressOfTyped(text: string): string | null {
  const typed = text.trim();
  if (/^serial:\/\/\S+$/.test(typed)) return typed;
  if (/^com\d{1,3}$/i.test(typed)) return `serial://${typed.toUpperCase()}?baud=${PAD_BAUD}`;
  return /^\/dev\/[\w./-]+$/.test(typed) ? `serial://${typed}?baud=${PAD_BAUD}` : null;
}

/** The port of an address as it is shown: of one with nothing but the usual speed. What was set otherwise stays as it is. */
export function portOfAddress(address: string): string | null {
  const port = /^serial:\/\/([^?]+)\?baud=(\d+)$/.exec(address);
  if (port?.[1] !== undefined) return Number(port[2]) === PAD_BAUD ? port[1] : null;
  return padAddressOfTyped(address) === null || address.startsWith('serial:') ? null : address.trim();
}
