import { useRef, useState } from 'react';
import type { CallRequest } from '../../../contract/calls.ts';
import type { ReceiptDraft, ReceiptOfferView } from '../../../contract/views.ts';
import type { IdentifierForm, ReceiptForm, ReceiptPurpose } from '../../../domain/cash-receipt/identifier.ts';
import { SELF_ISSUE_NUMBER } from '../../../domain/cash-receipt/identifier.ts';
import { useAct } from '../../ui/act.ts';
import type { Choice, ChoiceRules, Typing } from './choice.ts';
import { chooseByKey, chooseByPad, dropLast, firstChoice, nextForm, refusalOf, startPurpose, startTyping, startUsual, typingOf, withForm } from './choice.ts';
import type { CardId } from './choice-cards.tsx';

/** The number sent last, kept while the gateway answers: refused, it comes back to be corrected. */
export type KeptTyping = { readonly saleId: string; readonly typing: Typing };

/** The receipt that is to be put right, and how: what is read back here takes its place. */
export type Correction = {
  readonly cashReceiptId: string;
  readonly purpose: ReceiptPurpose;
  readonly form: ReceiptForm;
  readonly correct: (number: Omit<CallRequest<'refund.correctReceipt'>, 'saleId' | 'cashReceiptId' | 'approvalId'>) => Promise<{ readonly ok: boolean }>;
};

export type ReceiptTarget = {
  readonly saleId: string;
  readonly draft: ReceiptDraft | null;
  readonly rules: Omit<ChoiceRules, 'keyed' | 'wrong'>;
  /** Which way the shop's receipts go. */
  readonly offer: ReceiptOfferView;
  readonly kept: KeptTyping | null;
  readonly onKeep: (kept: KeptTyping) => void;
  /** Absent: it is the first of the sale. */
  readonly corrects?: Correction;
  /** Once asked for: where the screen was opened by hand it closes. */
  readonly onIssued?: () => void;
};

export type DeskStage = 'choosing' | 'customer' | 'read-back';

/** One act at a time: an impatient second press does nothing. */
function useOnce() {
  const [busy, setBusy] = useState(false);
  const inFlight = useRef(false);
  const once = async (work: () => Promise<unknown>) => {
    if (inFlight.current) return;
    inFlight.current = true;
    setBusy(true);
    await work();
    inFlight.current = false;
    setBusy(false);
  };
  return { busy, once };
}

type Sending = Pick<ReceiptTarget, 'saleId' | 'onKeep' | 'onIssued' | 'corrects'> & { readonly way: 'as-set' | 'gateway'; readonly once: ReturnType<typeof useOnce>['once'] };

/** What ends the conversation: the number, nobody's, the terminal's own question, or none. */
function useSending({ saleId, way, once, onKeep, onIssued, corrects }: Sending) {
  const act = useAct();
  const sent = async (asked: Promise<{ readonly ok: boolean }>) => {
    const result = await asked;
    if (result.ok) onIssued?.();
  };
  return {
    issue: (typed: Typing) =>
      once(async () => {
        onKeep({ saleId, typing: typed });
        const number = { purpose: typed.purpose, form: typed.form, digits: typed.digits, way };
        await sent(corrects === undefined ? act('receipt.issue', { saleId, ...number }) : corrects.correct(number));
      }),
    issueSelf: () => once(() => sent(act('receipt.issue', { saleId, purpose: 'self-issue', form: 'self-issue', digits: SELF_ISSUE_NUMBER, way }))),
    issueAtTerminal: (purpose: Typing['purpose']) => once(() => sent(corrects === undefined ? act('receipt.issueAtTerminal', { saleId, purpose }) : corrects.correct({ purpose, form: 'at-terminal', digits: '', way }))),
    decline: () => once(() => act('receipt.decline', { saleId })),
    postpone: () => once(() => act('receipt.postpone', { saleId })),
  };
}

/** Which way this one is to go: as the shop is set, until what the terminal did not issue is sent the other way. */
function useWay({ draft, rules, offer, corrects }: Pick<ReceiptTarget, 'rules' | 'offer' | 'corrects'> & { readonly draft: ReceiptDraft | null }) {
  const [viaGateway, setViaGateway] = useState(draft?.way === 'gateway');
  const atTerminal = offer.way === 'terminal' && !viaGateway;
  const own: ChoiceRules = { ...rules, keyed: atTerminal && offer.number === 'terminal', ...(corrects === undefined ? {} : { wrong: corrects }) };
  return { viaGateway, turn: () => setViaGateway(!viaGateway), way: viaGateway ? ('gateway' as const) : ('as-set' as const), rules: own, takesBoth: atTerminal && offer.number === 'counter-or-terminal' };
}

/** The conversation about one cash receipt: choose, type (here or by the customer), read back, issue. */
export function useReceiptDesk({ saleId, draft: anyDraft, rules: anyRules, offer, kept, onKeep, onIssued, corrects }: ReceiptTarget) {
  const act = useAct();
  const correctsId = corrects?.cashReceiptId ?? null;
  const draft = anyDraft?.saleId === saleId && anyDraft.corrects === correctsId ? anyDraft : null;
  const { viaGateway, turn, way, rules, takesBoth } = useWay({ draft, rules: anyRules, offer, ...(corrects === undefined ? {} : { corrects }) });
  const [choice, setChoice] = useState<Choice>(() => (draft === null && kept?.saleId === saleId && rules.keyed !== true ? { ...kept.typing } : firstChoice(draft, rules.mandatory)));
  const { busy, once } = useOnce();
  const stage: DeskStage = draft !== null && draft.stage !== 'typing' ? 'read-back' : draft?.typedBy === 'customer' ? 'customer' : 'choosing';
  const refusal = choice.kind === 'typing' ? refusalOf(choice, rules) : null;

  const mirror = (typing: Typing) => act('receipt.draft', { saleId, purpose: typing.purpose, form: typing.form, digits: typing.digits, way, corrects: correctsId });
  const put = (next: Choice) => {
    if (next === choice) return;
    setChoice(next);
    if (next.kind === 'typing') void mirror(next);
    else if (choice.kind === 'typing') void act('receipt.dropDraft', { saleId });
  };
  const typing = (): Typing => (choice.kind === 'typing' ? choice : startUsual(rules));
  const { issue, issueAtTerminal, ...ends } = useSending({ saleId, way, once, onKeep, ...(onIssued === undefined ? {} : { onIssued }), ...(corrects === undefined ? {} : { corrects }) });

  return {
    stage,
    draft,
    choice,
    refusal,
    busy,
    rules,
    /** Beside typing it here, where the terminal takes the number either way. */
    letCustomer: takesBoth ? () => void issueAtTerminal(choice.kind === 'typing' ? choice.purpose : 'income-deduction') : null,
    askTerminal: () => choice.kind === 'keyed' && void issueAtTerminal(choice.purpose),
    viaGateway,
    /** What the terminal did not issue can go the other way, where there is one. */
    otherWay: () => {
      if (choice.kind === 'typing') void act('receipt.dropDraft', { saleId });
      setChoice(rules.mandatory ? { kind: 'self-issue' } : { kind: 'open' });
      turn();
    },
    select: (card: CardId) => put(card === 'none' || card === 'self-issue' ? { kind: card } : startPurpose(card, rules)),
    key: (character: string) => put(chooseByKey(choice, character, rules)),
    pad: (digits: string) => put(chooseByPad(choice, digits, rules)),
    backspace: () => choice.kind === 'typing' && put(dropLast(choice)),
    setForm: (form: IdentifierForm) => put(withForm(typing().purpose, form)),
    nextForm: () => choice.kind === 'typing' && put(nextForm(choice, rules)),
    /** Back to the question; false when the question is what is on the screen already. */
    reopen: (): boolean => {
      const start: Choice = rules.mandatory ? { kind: 'self-issue' } : { kind: 'open' };
      if (choice.kind === start.kind) return false;
      put(start);
      return true;
    },
    handOver: () => {
      const { purpose, form } = typing();
      setChoice({ ...typing(), digits: '', prefilled: false });
      void act('receipt.handOver', { saleId, purpose, form, way, corrects: correctsId });
    },
    /** From the customer's keypad, or from the read-back, to this one: with the digits that are there. */
    takeBack: () => {
      const theirs = typingOf(draft);
      if (theirs === null) return;
      // Nothing typed over there: begin as if she had chosen just now, with the usual prefix.
      const mine = theirs.digits === '' ? startTyping(theirs.purpose, rules) : theirs;
      setChoice(mine);
      void mirror(mine);
    },
    readBack: () =>
      once(async () => {
        if (choice.kind !== 'typing' || refusal !== null) return;
        const sent = await mirror(choice);
        if (sent.ok) await act('receipt.readBack', { saleId });
      }),
    issueDraft: () => {
      const read = typingOf(draft);
      if (read !== null) void issue(read);
    },
    ...ends,
  };
}

export type ReceiptDeskState = ReturnType<typeof useReceiptDesk>;
