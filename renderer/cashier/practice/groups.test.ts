import { describe, expect, it } from 'vitest';
import { PAD_GROUPS, TERMINAL_GROUPS } from '../../../contract/behaviours.ts';
import { padBehaviour, terminalBehaviour, type PracticeView } from '../../../contract/practice.ts';
import { groupsOf, stepped } from './groups.ts';

const terminal: PracticeView['terminal'] = { family: 'koces-cat', line: 'tcp', behaviours: ['approve', 'silent', 'dead', 'twice', 'no-cancel'], usual: 'approve', waiting: [], memory: null, trades: [] };

describe('the groups of the practice panel', () => {
  it('hold what the terminal at hand can do, and nothing else', () => {
    expect(groupsOf({ terminal, pad: null }).map(({ group, behaviours }) => [group, behaviours])).toEqual([
      ['clear', ['approve']],
      ['lost', ['silent']],
      ['line', ['dead']],
      ['odd', ['twice']],
      ['cancel', ['no-cancel']],
    ]);
  });

  it('are the pad’s too, where there is one, and none where there is nothing', () => {
    expect(groupsOf({ terminal: null, pad: { usual: 'signs', waiting: [] } }).map(({ device }) => device)).toEqual(['pad', 'pad', 'pad']);
    expect(groupsOf({ terminal: null, pad: null })).toEqual([]);
  });

  it('name every behaviour once, and few enough for one digit each', () => {
    expect(Object.values(TERMINAL_GROUPS).flat().toSorted()).toEqual([...terminalBehaviour.options].toSorted());
    expect(Object.values(PAD_GROUPS).flat().toSorted()).toEqual([...padBehaviour.options].toSorted());
    for (const group of [...Object.values(TERMINAL_GROUPS), ...Object.values(PAD_GROUPS)]) expect(group.length).toBeLessThanOrEqual(9);
  });

  it('are walked through in a circle', () => {
    expect([stepped(3, 0, 1), stepped(3, 2, 1), stepped(3, 0, -1), stepped(0, 0, 1)]).toEqual([1, 0, 2, 0]);
  });
});
