import { useRef, useState } from 'react';
import type { ReceiptDraft, ReceiptOfferView } from '../../../contract/views.ts';
import type { IdentifierForm } from '../../../domain/cash-receipt/identifier.ts';
import { SELF_ISSUE_NUMBER } from '../../../domain/cash-receipt/identifier.ts';
import { useAct } from '../../ui/act.ts';
import type { Choice, ChoiceRules, Typing } from './choice.ts';
import { chooseByKey, chooseByPad, dropLast, firstChoice, nextForm, refusalOf, startPurpose, startTyping, typingOf, withForm } from './choice.ts';
import type { CardId } from './choice-cards.tsx';

/** The number sent last, kept while the gateway answers: refused, it comes back to be corrected. */
export type KeptTyping = { readonly saleId: string; readonly typing: Typing };

export type ReceiptTarget = {
  readonly saleId: string;
  readonly draft: ReceiptDraft | null;
  readonly rules: Omit<ChoiceRules, 'keyed'>;
  /** Which way the shop's receipts go. */
  readonly offer: ReceiptOfferView;
  readonly kept: KeptTyping | null;
  readonly onKeep: (kept: KeptTyping) => void;
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

type Sending = Pick<ReceiptTarget, 'saleId' | 'onKeep' | 'onIssued'> & { readonly way: 'as-set' | 'gateway'; readonly once: ReturnType<typeof useOnce>['once'] };

/** What ends the conversation: the number, nobody's, the terminal's own question, or none. */
function useSending({ saleId, way, once, onKeep, onIssued }: Sending) {
  const act = useAct();
  const sent = async (asked: ReturnType<typeof act>) => {
    const result = await asked;
    if (result.ok) onIssued?.();
  };
  return {
    issue: (typed: Typing) =>
      once(async () => {
        onKeep({ saleId, typing: typed });
        await sent(act('receipt.issue', { saleId, purpose: typed.purpose, form: typed.form, digits: typed.digits, way }));
      }),
    issueSelf: () => once(() => sent(act('receipt.issue', { saleId, purpose: 'self-issue', form: 'self-issue', digits: SELF_ISSUE_NUMBER, way }))),
    issueAtTerminal: (purpose: Typing['purpose']) => once(() => sent(act('receipt.issueAtTerminal', { saleId, purpose }))),
    decline: () => once(() => act('receipt.decline', { saleId })),
    postpone: () => once(() => act('receipt.postpone', { saleId })),
  };
}

/** Which way this one is to go: as the shop is set, until what the terminal did not issue is sent the other way. */
function useWay({ draft, rules, offer }: Pick<ReceiptTarget, 'rules' | 'offer'> & { readonly draft: ReceiptDraft | null }) {
  const [viaGateway, setViaGateway] = useState(draft?.way === 'gateway');
  const atTerminal = offer.way === 'terminal' && !viaGateway;
  const own: ChoiceRules = { ...rules, keyed: atTerminal && offer.number === 'terminal' };
  return { viaGateway, turn: () => setViaGateway(!viaGateway), way: viaGateway ? ('gateway' as const) : ('as-set' as const), rules: own, takesBoth: atTerminal && offer.number === 'counter-or-terminal' };
}

/** The conversation about one cash receipt: choose, type (here or by the customer), read back, issue. */
export function useReceiptDesk({ saleId, draft: anyDraft, rules: anyRules, offer, kept, onKeep, onIssued }: ReceiptTarget) {
  const act = useAct();
  const draft = anyDraft?.saleId === saleId ? anyDraft : null;
  const { viaGateway, turn, way, rules, takesBoth } = useWay({ draft, rules: anyRules, offer });
  const [choice, setChoice] = useState<Choice>(() => (draft === null && kept?.saleId === saleId && rules.keyed !== true ? { ...kept.typing } : firstChoice(draft, rules.mandatory)));
  const { busy, once } = useOnce();
  const stage: DeskStage = draft?.stage === 'read-back' ? 'read-back' : draft?.typedBy === 'customer' ? 'customer' : 'choosing';
  const refusal = choice.kind === 'typing' ? refusalOf(choice, rules) : null;

  const mirror = (typing: Typing) => act('receipt.draft', { saleId, purpose: typing.purpose, form: typing.form, digits: typing.digits, way });
  const put = (next: Choice) => {
    if (next === choice) return;
    setChoice(next);
    if (next.kind === 'typing') void mirror(next);
    else if (choice.kind === 'typing') void act('receipt.dropDraft', { saleId });
  };
  const typing = (): Typing => (choice.kind === 'typing' ? choice : startTyping('income-deduction', rules));
  const { issue, issueAtTerminal, ...ends } = useSending({ saleId, way, once, onKeep, ...(onIssued === undefined ? {} : { onIssued }) });

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
      void act('receipt.handOver', { saleId, purpose, form, way });
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
