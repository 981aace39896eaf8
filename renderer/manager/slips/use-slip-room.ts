import { useState } from 'react';
import type { HandwrittenView } from '../../../contract/cards.ts';
import { useAct } from '../../ui/act.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { handwrittenWords } from '../../words/handwritten.ts';
import { useFormat, useWords } from '../../words/language.tsx';
import type { RoomProps } from '../room.tsx';
import type { Marks, Place, SlipTab } from './list.ts';
import { allOrNone, meant, placeOf, rowsOf, slipAt, tabBeside, walked, withMark } from './list.ts';
import { useSlips } from './use-slips.ts';

export type SlipScreenProps = RoomProps & {
  /** The step that is looked at first. */
  readonly start: SlipTab;
  readonly onSale: (saleId: string) => void;
};

/** What is asked before it is done: each cannot be taken back. */
export type SlipDialog = { readonly kind: 'collect' | 'hand-in' | 'write-off'; /** As they were when it was asked: the list goes on underneath. */ readonly slips: readonly HandwrittenView[] };

const NO_MARKS: Marks = new Set();
const PAGE_ROWS = 8;

/** What can be done in this room, and the keys that do it. */
export function useSlipRoom({ view, start, onLeave, onSale }: SlipScreenProps) {
  const [tab, setTab] = useState<SlipTab>(start);
  const [place, setPlace] = useState<Place | null>(null);
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const [dialog, setDialog] = useState<SlipDialog | null>(null);
  const [said, setSaid] = useState('');
  const loaded = useSlips(view.revision);
  const rows = rowsOf(tab, loaded.slips ?? { open: [], ended: [] });
  const slip = slipAt(rows, place);
  const targets = tab === 'ended' ? [] : meant(rows, marks, place);
  const goTo = (next: SlipTab) => {
    setTab(next);
    setPlace(null);
    setMarks(NO_MARKS);
    setSaid('');
  };
  const mark = (one: HandwrittenView) => {
    setPlace(placeOf(rows, one.slipId));
    setMarks(withMark(marks, one));
  };
  const ask = (kind: SlipDialog['kind'], slips: readonly HandwrittenView[]) => slips.length > 0 && setDialog({ kind, slips });
  const primary = () => ask(tab === 'to-sign' ? 'collect' : 'hand-in', targets);
  const done = (text: string) => {
    setDialog(null);
    setMarks(NO_MARKS);
    setSaid(text);
  };
  const acts = useSlipActs(slip, done);
  const room = {
    tab, goTo, rows, loaded, slip, marks, mark, targets, dialog, said, done, primary, acts,
    choose: (slipId: string) => setPlace(placeOf(rows, slipId)),
    walk: (by: number) => setPlace(walked(rows, place, by)),
    markAll: () => setMarks(allOrNone(rows, marks)),
    writeOff: slip !== null && acts.canWriteOff ? () => ask('write-off', [slip]) : null,
    openSale: slip === null ? null : () => onSale(slip.saleId),
    escape: () => (marks.size > 0 ? setMarks(NO_MARKS) : onLeave()),
    closeDialog: () => setDialog(null),
  };
  useRoomKeys(room);
  return room;
}

export type SlipRoom = ReturnType<typeof useSlipRoom>;

/** The acts that are done at once, for the slip the list stands at; null where its state does not allow one. */
function useSlipActs(slip: HandwrittenView | null, done: (text: string) => void) {
  const words = useWords(handwrittenWords);
  const act = useAct();
  const mayPrint = slip?.state === 'printed' || slip?.state === 'not-printed';
  const mayFind = slip?.state === 'not-printed' && slip.trouble === 'handwritten.print-unknown';
  const printAgain = async (slipId: string) => (await act('handwritten.printAgain', { slipId })).ok && done(words.printAsked);
  const paperFound = async (slipId: string) => (await act('handwritten.paperFound', { slipId })).ok && done(words.foundDone);
  return {
    printAgain: mayPrint ? () => void printAgain(slip.slipId) : null,
    paperFound: mayFind ? () => void paperFound(slip.slipId) : null,
    canWriteOff: mayPrint,
  };
}

type KeyedRoom = Pick<SlipRoom, 'tab' | 'goTo' | 'rows' | 'slip' | 'mark' | 'markAll' | 'primary' | 'acts' | 'writeOff' | 'openSale' | 'walk' | 'escape' | 'loaded'>;

function useRoomKeys({ tab, goTo, rows, slip, mark, markAll, primary, acts, writeOff, openSale, walk, escape, loaded }: KeyedRoom): void {
  const words = useWords(handwrittenWords);
  const marking = tab !== 'ended' && rows.length > 0;
  const down = (by: number) => {
    walk(by);
    if (tab === 'ended' && slip === rows.at(-1)) loaded.loadMore();
  };
  useKeyLayer('screen', {
    keys: {
      ArrowUp: () => walk(-1),
      ArrowDown: () => down(1),
      PageUp: named(words.list, () => walk(-PAGE_ROWS)),
      PageDown: named(words.list, () => down(PAGE_ROWS)),
      ArrowLeft: named(words.otherTab, () => goTo(tabBeside(tab, -1))),
      ArrowRight: named(words.otherTab, () => goTo(tabBeside(tab, 1))),
      Escape: escape,
      ...(openSale === null ? {} : { F3: openSale }),
      ...(acts.paperFound === null ? {} : { F4: named(words.paperFound, acts.paperFound) }),
      ...(marking ? { F6: named(words.markAll, markAll) } : {}),
      ...(acts.printAgain === null ? {} : { F7: named(words.printAgain, acts.printAgain) }),
      ...(writeOff === null ? {} : { F9: named(words.writeOff, writeOff) }),
    },
    ...(marking ? { typed: [['Space', words.mark]] as const } : {}),
    onTyped: (character) => {
      if (character !== ' ' || slip === null || !marking) return false;
      mark(slip);
      return true;
    },
    ...(tab === 'ended' ? {} : { onEnter: primary }),
  });
}

/** The label of the blue button: how many and how much. */
export function usePrimaryLabel({ tab, targets }: Pick<SlipRoom, 'tab' | 'targets'>, wonSum: number): string {
  const words = useWords(handwrittenWords);
  const format = useFormat();
  const won = format.won(wonSum);
  if (targets.length > 1) return tab === 'to-sign' ? words.collectMany(format.number(targets.length), won) : words.handInMany(format.number(targets.length), won);
  return tab === 'to-sign' ? words.collect(won) : words.handIn(won);
}
