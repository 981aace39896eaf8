/** Rights and approvals as they cross between a window and main. */
import { z } from 'zod';
import { ACTS } from '../domain/people/rights.ts';
import { id, won } from './primitives.ts';

export const act = z.enum(ACTS);
export const pin = z.string().regex(/^\d{4,8}$/);

/** One of the ready reasons (domain/people/reasons.ts), or what somebody wrote. */
export const reason = z.string().min(1).max(200);

/** What is on the screen when it is approved; the act is refused when it is anything else. */
export const approvalContent = z.object({ act, saleId: id.nullable(), amountWon: won.nullable(), reason: reason.nullable() });
export type ApprovalContentView = z.infer<typeof approvalContent>;
