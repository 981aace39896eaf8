/** What a pad with its own small screen shows: the amount, and what to do. Four lines of sixteen bytes must hold it. */
import type { SignatureAsk } from '../../contract/signature.ts';
import { groupWon } from '../../domain/won.ts';

export function padLines({ test, amountWon, attempt }: Pick<SignatureAsk, 'test' | 'amountWon' | 'attempt'>): readonly string[] {
  const head = test ? '서명패드 시험' : `${groupWon(amountWon)}원`;
  return [head, attempt > 1 ? '다시 서명하세요' : '서명하세요'];
}
