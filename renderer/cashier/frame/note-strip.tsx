import { memo } from 'react';
import type { CounterView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Button } from '../../ui/button.tsx';
import type { NoticeProps } from '../../ui/notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { catalogueWords } from '../../words/catalogue.ts';
import { inARow } from '../../words/in-a-row.ts';
import { useFormat, useFailureWords, useWords } from '../../words/language.tsx';
import { strayWords } from '../../words/stray.ts';
import type { Note } from './notes.ts';

/** The window's own note first, then what main has to say; one at a time, in the flow of the page so that nothing is covered. */
export type NoteStripProps = {
  readonly view: CounterView;
  readonly note: Note | null;
  readonly onDismiss: () => void;
  /** Offered where a scanned code is unknown and the person may add products. */
  readonly onRegister: ((barcode: string) => void) | null;
  /** Offered where a card result is to be looked at. */
  readonly onCase: ((room: 'strays') => void) | null;
};

export const NoteStrip = memo(function NoteStrip({ view, note, onDismiss, onRegister, onCase }: NoteStripProps) {
  return (
    <div aria-live="assertive" role="alert" className="relative z-30 flex-none">
      {note === null ? <PushedNotice view={view} onCase={onCase} /> : <OwnNote note={note} onDismiss={onDismiss} onRegister={onRegister} />}
    </div>
  );
});

function Strip(props: Omit<NoticeProps, 'dismissLabel'>) {
  const words = useWords(cashierWords);
  return <Notice {...props} dismissLabel={words.notes.dismiss} />;
}

function OwnNote({ note, onDismiss, onRegister }: { readonly note: Note } & Pick<NoteStripProps, 'onDismiss' | 'onRegister'>) {
  const register = useWords(catalogueWords).register;
  const words = useWords(cashierWords);
  const failureWords = useFailureWords();
  const codes = note.kind === 'refusal' ? '' : words.notes.codes(note.codes.join(', '), note.count - note.codes.length);
  if (note.kind === 'scan-refused') {
    return <Strip title={words.notes.scanRefused[note.place]} body={codes} onDismiss={onDismiss} testId="note-scan-refused" />;
  }
  const text = failureWords(note.code);
  const barcode = note.kind === 'scan-failed' ? `${words.notes.barcode(codes)} · ` : '';
  const unknown = note.kind === 'scan-failed' && note.code === 'sale.product-unknown' ? note.codes[0] : undefined;
  const offer =
    unknown === undefined || onRegister === null ? null : (
      <Button size="small" onPress={() => onRegister(unknown)} testId="note-register" className="flex-none">
        {register}
      </Button>
    );
  return <Strip title={text.what} body={`${barcode}${inARow(text.money, text.next)}`} onDismiss={onDismiss} testId={`note-${note.kind}`} code={note.code} action={offer} />;
}

function PushedNotice({ view, onCase }: Pick<NoteStripProps, 'view' | 'onCase'>) {
  const words = useWords(cashierWords);
  const { look } = useWords(strayWords);
  const failureWords = useFailureWords();
  const format = useFormat();
  const act = useAct();
  const notice = view.notices[0];
  if (notice === undefined) return null;
  const text = failureWords(notice.code);
  const of = notice.saleNumber === null ? '' : `${words.notes.saleOf(format.saleNumber(notice.saleNumber))} · `;
  const offer =
    onCase === null || (notice.code !== 'stray.surfaced' && notice.code !== 'stray.result') ? null : (
      <Button size="small" onPress={() => onCase('strays')} testId="notice-look" className="flex-none">
        {look}
      </Button>
    );
  const more = view.notices.length > 1 ? ` · ${words.notes.more(view.notices.length - 1)}` : '';
  return (
    <Strip
      title={`${of}${text.what}`}
      body={`${inARow(text.money, text.next)}${more}`}
      onDismiss={() => void act('notice.dismiss', { noticeId: notice.noticeId })}
      testId="notice"
      code={notice.code}
      action={offer}
    />
  );
}
