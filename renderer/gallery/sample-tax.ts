import type { LineView } from '../../contract/views.ts';
import type { TaxBreakdown } from '../../domain/tax.ts';
import { taxBreakdown } from '../../domain/tax.ts';

export function breakdownOf(lines: readonly LineView[]): TaxBreakdown {
  const sum = (taxClass: LineView['taxClass']) => lines.reduce((won, line) => won + (line.taxClass === taxClass ? line.amountWon : 0), 0);
  return taxBreakdown({ taxableWon: sum('taxable'), taxFreeWon: sum('exempt') });
}
