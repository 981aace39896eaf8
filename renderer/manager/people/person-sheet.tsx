import { useState } from 'react';
import type { StaffMember } from '../../../contract/people.ts';
import type { CounterView } from '../../../contract/views.ts';
import type { Role } from '../../../domain/people.ts';
import { MAX_NAME_LENGTH } from '../../../domain/people/roster.ts';
import type { CallRefusal } from '../../bridge.ts';
import { useClient } from '../../bridge.ts';
import { Field } from '../../setup/field.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { useUnsaved } from '../../ui/unsaved.ts';
import { commonWords } from '../../words/common.ts';
import { useWords } from '../../words/language.tsx';
import { staffWords } from '../../words/staff.ts';

export type PersonSheetProps = {
  readonly view: CounterView;
  /** Null: somebody new. */
  readonly person: StaffMember | null;
  readonly onSaved: () => void;
  /** A PIN was drawn for her: it is said once. */
  readonly onFirstPin: (name: string, pin: string) => void;
  readonly onClose: () => void;
};

const ROLES: readonly Role[] = ['cashier', 'manager', 'owner'];

/** One person: her name, her role, a new PIN, and whether she works here. */
export function PersonSheet({ view, person, onSaved, onFirstPin, onClose }: PersonSheetProps) {
  const words = useWords(staffWords);
  const common = useWords(commonWords);
  const sheet = usePersonSheet(person, { onSaved, onFirstPin });
  const { name, role, changed, busy, refusal } = sheet;
  const mayChange = person === null || person.mayChange;
  const oneself = person !== null && person.userId === view.signedIn?.userId;
  const roles = view.signedIn?.role === 'owner' && !oneself ? ROLES : [person?.role ?? 'cashier'];
  return (
    <Dialog kind="sheet" title={person === null ? words.add : person.name} onClose={onClose} testId="person-sheet" onEnter={() => mayChange && void sheet.save()}>
      {mayChange ? null : <p className="rounded-card border-l-4 border-warn-dot bg-warn-soft px-5 py-3.5">{words.notYours}</p>}
      {refusal === null ? null : <Trouble code={refusal.code} detail={refusal.detail} tone="warn" testId="person-refused" />}
      {mayChange ? (
        <>
          <Field label={words.name} value={name} maxLength={MAX_NAME_LENGTH} onChange={sheet.setName} testId="person-name" />
          <div className="flex flex-col gap-1.5">
            <span aria-hidden="true" className="text-[0.9375rem] font-semibold text-ink-2">
              {words.role}
            </span>
            <Segments label={words.role} value={role} options={roles.map((id) => ({ id, content: common.role[id], testId: `person-role-${id}` }))} onChange={sheet.setRole} />
          </div>
          <Button kind="primary" size="large" disabled={!changed || busy} onPress={() => void sheet.save()} keyHint="Enter" testId="person-save">
            {name.trim() === '' ? words.nameNeeded : person === null ? words.add : words.save}
          </Button>
        </>
      ) : null}
      {person !== null && mayChange ? (
        <div className="mt-2 grid gap-4 border-t border-line pt-5">
          {person.active ? <Further title={words.newPin} meaning={words.newPinMeaning} disabled={busy} onPress={() => void sheet.newPin()} testId="person-new-pin" /> : null}
          {oneself ? null : person.active ? (
            <Further title={words.letGo} meaning={words.letGoMeaning} kind="danger" disabled={busy} onPress={() => void sheet.setActive(false)} testId="person-let-go" />
          ) : (
            <Further title={words.bringBack} meaning={words.bringBackMeaning} disabled={busy} onPress={() => void sheet.setActive(true)} testId="person-bring-back" />
          )}
        </div>
      ) : null}
    </Dialog>
  );
}

type FurtherProps = { readonly title: string; readonly meaning: string; readonly kind?: 'plain' | 'danger'; readonly disabled: boolean; readonly onPress: () => void; readonly testId: string };

/** What is done at once, and what it means. */
function Further({ title, meaning, kind = 'plain', disabled, onPress, testId }: FurtherProps) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-4">
      <p className="text-[0.9375rem] text-ink-2">{meaning}</p>
      <Button kind={kind} disabled={disabled} onPress={onPress} testId={testId} className="min-w-44">
        {title}
      </Button>
    </div>
  );
}

function usePersonSheet(person: StaffMember | null, { onSaved, onFirstPin }: Pick<PersonSheetProps, 'onSaved' | 'onFirstPin'>) {
  const client = useClient();
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<Role>(person?.role ?? 'cashier');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CallRefusal | null>(null);
  const changed = name.trim() !== (person?.name ?? '') || role !== (person?.role ?? 'cashier');
  useUnsaved(changed);
  const ask = async <T,>(call: Promise<{ readonly ok: true; readonly res: T } | CallRefusal>, done: (res: T) => void) => {
    setBusy(true);
    setRefusal(null);
    const result = await call;
    setBusy(false);
    if (result.ok) done(result.res);
    else setRefusal(result);
  };
  const change = (active: boolean) => (person === null ? Promise.resolve() : ask(client.call('people.change', { userId: person.userId, name, role, active }), onSaved));
  const save = async () => {
    if (!changed || busy) return;
    if (person === null) await ask(client.call('people.add', { name, role }), ({ firstPin }) => onFirstPin(name.trim(), firstPin));
    else await change(person.active);
  };
  const newPin = async () => {
    if (person !== null) await ask(client.call('people.resetPin', { userId: person.userId }), ({ firstPin }) => onFirstPin(person.name, firstPin));
  };
  return { name, setName, role, setRole, busy, refusal, changed, save, newPin, setActive: change };
}
