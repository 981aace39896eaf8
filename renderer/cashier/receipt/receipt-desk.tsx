import type { CashReceiptView } from '../../../contract/views.ts';
import { formsFor } from '../../../domain/cash-receipt/identifier.ts';
import { unreachable } from '../../../domain/unreachable.ts';
import { cx } from '../../ui/cx.ts';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { Pane, Title } from '../../ui/screen.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { cashierWords } from '../../words/cashier.ts';
import { correctionWords, type CorrectionWords } from '../../words/correction.ts';
import { keyMapWords } from '../../words/key-map.ts';
import { useWords } from '../../words/language.tsx';
import { receiptTerminalWords, type ReceiptTerminalWords } from '../../words/receipt-terminal.ts';
import { CustomerTypes } from './customer-types.tsx';
import { cardOf, ChoiceCards } from './choice-cards.tsx';
import { DeskPad, DeskWays } from './desk-keys.tsx';
import { NumberField } from './number-field.tsx';
import { ReadBack } from './read-back.tsx';
import type { ReceiptDeskState, ReceiptTarget } from './use-receipt-desk.ts';
import { useReceiptDesk } from './use-receipt-desk.ts';

export type ReceiptDeskProps = ReceiptTarget & {
  readonly deadlineAt: string | null;
  readonly failed: CashReceiptView | null;
  /** While the sale waits for this answer: declining and postponing are possible. Null afterwards. */
  readonly onLeave: (() => void) | null;
};

/** The two panes right of the money: the question with the number, and the pad. Used while the sale waits and afterwards alike. */
export function ReceiptDesk(props: ReceiptDeskProps) {
  const { offer, deadlineAt, failed, onLeave } = props;
  const desk = useReceiptDesk(props);
  switch (desk.stage) {
    case 'read-back':
      return <ReadBack desk={desk} />;
    case 'customer':
      return <CustomerTypes desk={desk} />;
    case 'choosing':
      return <Choosing desk={desk} offer={offer} deadlineAt={deadlineAt} failed={failed} onLeave={onLeave} />;
    default:
      return unreachable(desk.stage);
  }
}

type ChoosingProps = Pick<ReceiptDeskProps, 'offer' | 'deadlineAt' | 'failed' | 'onLeave'> & { readonly desk: ReceiptDeskState };

function Choosing({ desk, offer, deadlineAt, failed, onLeave }: ChoosingProps) {
  const words = useWords(cashierWords).receipt;
  const terminal = useWords(receiptTerminalWords);
  const { choice, rules } = desk;
  const keyed = rules.keyed === true;
  const correcting = rules.wrong !== undefined;
  const correction = useWords(correctionWords);
  const primary = primaryOf(desk, words, terminal, correction);
  // Once the terminal came to nothing; back again at any time.
  const otherWay = offer.way === 'terminal' && offer.gateway && (desk.viaGateway || (failed !== null && failed.terminal !== null)) ? desk.otherWay : null;
  const leaveOrReopen = () => {
    if (!desk.reopen()) onLeave?.();
  };
  const keyWords = useWords(keyMapWords);
  useKeyLayer('screen', {
    keys: {
      Escape: leaveOrReopen,
      Backspace: () => void desk.backspace(),
      ...(keyed ? {} : { F6: named(words.handOver, desk.handOver), F9: named(keyWords.acts.otherForm, () => void desk.nextForm()) }),
      ...(desk.letCustomer === null ? {} : { F7: named(terminal.letCustomer, desk.letCustomer) }),
      ...(otherWay === null ? {} : { F8: named(desk.viaGateway ? terminal.viaTerminal : terminal.viaGateway, otherWay) }),
    },
    typed: choice.kind === 'typing' ? [['0–9', keyWords.typed.number]] : [['1 2 0', keyWords.typed.choose], ...(choice.kind === 'open' && !keyed ? [['3–9', keyWords.typed.phone] as const] : [])],
    onTyped: (character) => {
      if (/^\d$/.test(character) && !(onLeave !== null && choice.kind === 'open' && character === '0')) desk.key(character);
      return true;
    },
    onEnter: () => primary.act?.(),
  });
  return (
    <>
      <Pane label={correcting ? correction.title : words.title} className="gap-4 px-7.5 py-6.5">
        <div className={cx('-m-1 flex min-h-0 flex-1 flex-col overflow-y-auto p-1', failed === null ? 'gap-4' : 'gap-3')}>
          <Title>{correcting ? correction.title : words.title}</Title>
          {failed === null || desk.viaGateway ? null : <Failed failed={failed} />}
          {desk.viaGateway ? <p className="rounded-card border-l-4 border-accent bg-accent-soft px-5 py-3.5 font-semibold">{terminal.viaGatewayNow}</p> : null}
          <ChoiceCards selected={cardOf(choice)} mandatory={rules.mandatory} canDecline={onLeave === null} wrong={rules.wrong?.purpose ?? null} small={failed !== null && !desk.viaGateway} onSelect={desk.select} />
          {choice.kind === 'typing' ? (
            <NumberField form={choice.form} forms={formsFor(choice.purpose, rules)} digits={choice.digits} refusal={desk.refusal} mirrored={failed === null} onForm={desk.setForm} />
          ) : choice.kind === 'keyed' || (keyed && choice.kind === 'open') ? (
            <KeyedExplained />
          ) : (
            <Explanation kind={choice.kind} correcting={correcting} />
          )}
        </div>
        <DeskWays desk={desk} otherWay={otherWay} deadlineAt={deadlineAt} onLeave={onLeave} />
      </Pane>
      <DeskPad desk={desk} primary={primary} />
    </>
  );
}

type Words = ReturnType<typeof useWords<(typeof cashierWords)['ko']>>['receipt'];

/** What Enter does now, in words; without an act, what is missing. */
function primaryOf(desk: ReceiptDeskState, words: Words, terminal: ReceiptTerminalWords, correction: CorrectionWords): { readonly text: string; readonly act: (() => void) | null } {
  if (desk.busy) return { text: words.issuingNow, act: null };
  switch (desk.choice.kind) {
    case 'open':
      if (desk.rules.wrong !== undefined) return { text: correction.pick, act: null };
      return { text: words.choose, act: null };
    case 'keyed':
      return { text: terminal.ask, act: () => void desk.askTerminal() };
    case 'none':
      return { text: words.noneDo, act: () => void desk.decline() };
    case 'self-issue':
      return { text: words.issueSelf, act: () => void desk.issueSelf() };
    case 'typing':
      return desk.refusal === null ? { text: words.readBack, act: () => void desk.readBack() } : { text: desk.refusal === 'identifier.incomplete' ? words.finishNumber : words.checkNumber, act: null };
    default:
      return unreachable(desk.choice);
  }
}

function KeyedExplained() {
  const words = useWords(receiptTerminalWords);
  return (
    <div className="flex flex-col gap-2 rounded-card border border-line bg-surface px-5.5 py-4.5" data-testid="keyed-explained">
      <b className="text-xl font-[700]">{words.keyedTitle}</b>
      <p className="text-ink-2">{words.keyedBody}</p>
    </div>
  );
}

function Explanation({ kind, correcting }: { readonly kind: 'open' | 'none' | 'self-issue'; readonly correcting: boolean }) {
  const words = useWords(cashierWords).receipt;
  const correction = useWords(correctionWords);
  if (kind === 'self-issue') {
    return (
      <div className="flex flex-col gap-1 rounded-card border border-line bg-surface px-5.5 py-3.5" data-testid="self-issue-explained">
        <b className="text-xl font-[700]">{words.selfTitle}</b>
        <span className="num text-[2.5rem] leading-tight font-[720]">010-000-1234</span>
        <p className="text-ink-2">{words.selfBody}</p>
      </div>
    );
  }
  return <p className="text-balance text-ink-2">{kind === 'none' ? words.noneBody : correcting ? correction.whatHint : words.chooseHint}</p>;
}

function Failed({ failed }: { readonly failed: CashReceiptView }) {
  const words = useWords(cashierWords).receipt;
  const { failure } = failed;
  if (failure === null) return null;
  const answer = failure.gatewayCode === null ? failure.message : words.answer(failure.gatewayCode, failure.message);
  return (
    <div role="alert">
      <Trouble code={failure.code} detail={answer} testId="receipt-failed" />
    </div>
  );
}
