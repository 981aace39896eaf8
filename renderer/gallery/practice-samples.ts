/** What main would answer to the practice panel: some trades lined up, and books that know more than the counter. */
import type { CallName } from '../../contract/calls.ts';
import type { PracticeView } from '../../contract/practice.ts';
import { terminalBehaviour } from '../../contract/practice.ts';

const PRACTICE: PracticeView = {
  terminal: {
    family: 'kicc-ed721',
    line: 'serial',
    behaviours: [...terminalBehaviour.options],
    usual: 'approve',
    waiting: ['result-lost', 'customer-cancels'],
    memory: 'fail',
    trades: [
      { number: '1-0421-1', kind: 'card', totalWon: 52_500, approved: true, confirmed: false, approvalNumber: '30000004' },
      { number: '1-0420-2', kind: 'card-cancel', totalWon: 128_000, approved: true, confirmed: true, approvalNumber: '30000003' },
      { number: '', kind: 'card', totalWon: 5_000, approved: true, confirmed: true, approvalNumber: '30000002' },
      { number: '1-0420-1', kind: 'card', totalWon: 128_000, approved: false, confirmed: true, approvalNumber: '30000001' },
    ],
  },
  pad: { usual: 'signs', waiting: ['begins-and-cancels'] },
};

export function practiceAnswer(call: CallName): PracticeView | undefined {
  return call.startsWith('practice.') ? PRACTICE : undefined;
}
