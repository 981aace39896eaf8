import { linkIdProblem, MAX_LINK_ID_CHARS, MAX_SECRET_CHARS, secretProblem } from '../../domain/setup.ts';
import { Segments } from '../ui/segments.tsx';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';
import type { Credentials } from './edited-settings.ts';
import { Field } from './field.tsx';

export type ReceiptsFieldsProps = { readonly value: Credentials; readonly secretKept: boolean; readonly asked: number; readonly onChange: (value: Credentials) => void };

/** Where receipts go, and what proves who sends them. The secret goes in and never comes back. */
export function ReceiptsFields({ value, secretKept, asked, onChange }: ReceiptsFieldsProps) {
  const words = useWords(setupWords);
  const { service, linkId, secret } = value;
  const linkProblem = linkIdProblem(linkId);
  const secretWrong = secret === '' && secretKept ? null : secretProblem(secret);
  const said = (problem: typeof linkProblem) => (problem === null || (problem === 'missing' && asked === 0) ? null : words.problems[problem]);
  return (
    <div className="grid w-[44rem] max-w-full grid-cols-2 gap-x-5 gap-y-2.5">
      <div className="col-span-2 flex flex-wrap items-center gap-4">
        <Segments
          label={words.receipts.service}
          value={service}
          options={(['production', 'test'] as const).map((id) => ({ id, content: words.receipts.services[id], testId: `setup-service-${id}` }))}
          onChange={(next) => onChange({ ...value, service: next })}
        />
        {service === 'test' ? <p className="flex-1 text-[0.9375rem] font-semibold text-warn">{words.receipts.testWarning}</p> : null}
      </div>
      <Field label={words.receipts.linkId} value={linkId} maxLength={MAX_LINK_ID_CHARS} onChange={(next) => onChange({ ...value, linkId: next.trim() })} problem={said(linkProblem)} testId="setup-link-id" />
      <Field label={words.receipts.secret} kind="secret" value={secret} maxLength={MAX_SECRET_CHARS} hint={secretKept ? words.receipts.secretKept : undefined} onChange={(next) => onChange({ ...value, secret: next.trim() })} problem={said(secretWrong)} testId="setup-secret" />
      <p className="col-span-2 text-[0.9375rem] text-ink-2">{words.receipts.secretHint}</p>
    </div>
  );
}
