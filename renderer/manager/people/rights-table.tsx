import { Button as AriaButton } from 'react-aria-components';
import type { PeopleRulesView } from '../../../contract/people.ts';
import type { Act, EditedRole } from '../../../domain/people/rights.ts';
import { ACTS, canHave, EDITED_ROLES, needsTwoPeople } from '../../../domain/people/rights.ts';
import { cx } from '../../ui/cx.ts';
import { CheckIcon } from '../../ui/icons.tsx';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import { peopleWords } from '../../words/people.ts';
import { staffWords } from '../../words/staff.ts';

export type RightsTableProps = { readonly rules: PeopleRulesView; readonly onChange: (rules: PeopleRulesView) => void };

/** Act by act, role by role. An owner has them all, and that is not to be changed here. */
export function RightsTable({ rules, onChange }: RightsTableProps) {
  const words = useWords(staffWords);
  const acts = useWords(peopleWords).act;
  const common = useWords(commonWords);
  const turn = (role: EditedRole, act: Act) => onChange({ ...rules, rights: { ...rules.rights, [role]: { ...rules.rights[role], [act]: !rules.rights[role][act] } } });
  return (
    <table className="w-full max-w-[56rem] border-collapse text-[1.0625rem]" data-testid="rights-table">
      <caption className="sr-only">{words.sections.rights}</caption>
      <thead className="sticky top-0 z-1 bg-paper text-[0.9375rem] text-ink-2">
        <tr className="border-b border-line-strong">
          <th scope="col" className="px-3 py-2 text-left font-semibold">
            {words.act}
          </th>
          {EDITED_ROLES.map((role) => (
            <th key={role} scope="col" className="w-32 px-2 py-2 font-semibold">
              {common.role[role]}
            </th>
          ))}
          <th scope="col" className="w-28 px-2 py-2 font-semibold" title={words.everyRight}>
            {common.role.owner}
          </th>
        </tr>
      </thead>
      <tbody>
        {ACTS.map((act) => (
          <tr key={act} className="border-b border-sunk">
            <th scope="row" className="px-3 py-1 text-left font-semibold">
              {acts[act]}
              {needsTwoPeople(act) ? <span className="ml-2 rounded-full bg-sunk px-2.5 py-0.5 text-[0.8125rem] font-semibold text-ink-2">{words.twoPeople}</span> : null}
            </th>
            {EDITED_ROLES.map((role) => (
              <td key={role} className="px-2 py-1 text-center">
                {canHave(role, act) ? (
                  <Toggle on={rules.rights[role][act]} label={`${acts[act]} · ${common.role[role]}`} onPress={() => turn(role, act)} testId={`right-${role}-${act}`} />
                ) : (
                  <span className="text-[0.9375rem] text-ink-3">{words.never}</span>
                )}
              </td>
            ))}
            <td className="px-2 py-1 text-center text-ink-3">
              <span className="sr-only">{words.everyRight}</span>
              <span aria-hidden="true" className="inline-grid size-12 place-items-center">
                <CheckIcon />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On or off, told by a mark and a frame and not by colour alone. */
function Toggle({ on, label, onPress, testId }: { readonly on: boolean; readonly label: string; readonly onPress: () => void; readonly testId: string }) {
  return (
    <AriaButton
      preventFocusOnPress
      aria-label={label}
      aria-pressed={on}
      onPress={onPress}
      className={cx('inline-grid h-12 w-20 cursor-default place-items-center rounded-control border', on ? 'border-accent bg-accent-soft text-ink' : 'border-line bg-surface text-ink-3')}
      data-testid={testId}
    >
      {on ? <CheckIcon /> : <span aria-hidden="true">–</span>}
    </AriaButton>
  );
}
