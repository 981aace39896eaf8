/**
 * A change of who gets paper, as one word: how many copies and whose before, the same after, and whether there is no printer any more.
 * An approval is bound to it, so that a yes to one copy less is not a yes to another.
 */
import type { SlipSettings } from '../slip/policy.ts';

export const SLIP_RULES = ['0-customer', '0-merchant', '1-customer', '1-merchant', '2-customer', '2-merchant'] as const;
type SlipRuleName = (typeof SLIP_RULES)[number];
/** `no-printer`: there was one, and there is none any more. */
export const PRINTER_AFTER = ['', '-no-printer'] as const;
export type PrintingChange = `${SlipRuleName}-to-${SlipRuleName}${(typeof PRINTER_AFTER)[number]}`;

export type Printing = { readonly slip: SlipSettings; readonly printer: boolean };

const ruleOf = ({ copies, use }: SlipSettings): SlipRuleName => `${copies}-${use}`;

/** Null: nothing that takes the right to it. A printer that is put where there was none takes nothing from anybody. */
export function printingChange(before: Printing, after: Printing): PrintingChange | null {
  const was = ruleOf(before.slip);
  const is = ruleOf(after.slip);
  const gone = before.printer && !after.printer;
  return was === is && !gone ? null : `${was}-to-${is}${gone ? '-no-printer' : ''}`;
}

export type ReadPrintingChange = { readonly before: SlipSettings; readonly after: SlipSettings; readonly printerGone: boolean };

/** For those who show it; null: no such change. */
export function readPrintingChange(text: string): ReadPrintingChange | null {
  const parts = /^([012])-(customer|merchant)-to-([012])-(customer|merchant)(-no-printer)?$/.exec(text);
  if (parts === null) return null;
  const [, copiesBefore = '', useBefore = '', copiesAfter = '', useAfter = '', gone] = parts;
  return { before: slipOf(copiesBefore, useBefore), after: slipOf(copiesAfter, useAfter), printerGone: gone !== undefined };
}

export function isPrintingChange(text: string): text is PrintingChange {
  return readPrintingChange(text) !== null;
}

function slipOf(copies: string, use: string): SlipSettings {
  return { copies: copies === '0' ? 0 : copies === '1' ? 1 : 2, use: use === 'merchant' ? 'merchant' : 'customer' };
}
