import { useState } from 'react';
import type { TenderingView } from '../../../contract/cards.ts';
import type { CounterView } from '../../../contract/views.ts';
import { useAct } from '../../ui/act.ts';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { named, useKeyLayer } from '../../ui/keys.ts';
import { wallMs } from '../../ui/now.ts';
import { Label, Pane, Panes, Title } from '../../ui/screen.tsx';
import { Since } from '../../ui/since.tsx';
import { Sweep } from '../../ui/sweep.tsx';
import { cardWords } from '../../words/card.ts';
import { useWords } from '../../words/language.tsx';
import { useLiveInk } from './live-ink.ts';
import { SignatureLive } from './signature-live.tsx';
import { TenderSide } from './tender-side.tsx';

export type SigningScreenProps = { readonly tendering: TenderingView; readonly signing: NonNullable<TenderingView['signing']>; readonly asked: CounterView['signature'] };

/** The charge stands; the customer signs. The way to the slip with a line for a pen is always there. */
export function SigningScreen({ tendering, signing, asked }: SigningScreenProps) {
  const words = useWords(cardWords).signing;
  const act = useAct();
  const ink = useLiveInk(asked?.signId ?? null);
  const giveUp = () => {
    if (asked !== null) void act('signature.giveUp', { signId: asked.signId });
  };
  useKeyLayer('screen', { keys: { F9: named(words.giveUp, giveUp) } });
  return (
    <Panes columns="grid-cols-[22.5rem_1fr_24.5rem]" testId="screen-signing">
      <TenderSide tendering={tendering} />
      <Pane label={words.title} className="gap-4 px-7.5 py-6.5">
        <Title>{signing.attempt > 1 ? words.again : words.title}</Title>
        <Amount won={signing.amountWon} size="total" testId="signing-amount" />
        <b className="text-xl text-balance text-ok">{words.stands}</b>
        {asked === null ? <Calling text={words.starting} /> : <SignatureLive ask={asked} ink={ink} />}
      </Pane>
      <Pane tone="sunk" className="justify-end gap-3 border-l border-line p-5">
        <Label>{words.giveUpMeaning}</Label>
        <Button size="huge" disabled={asked === null} onPress={giveUp} keyHint="F9" testId="signing-give-up" className="text-[1.3125rem]!">
          {words.giveUp}
        </Button>
      </Pane>
    </Panes>
  );
}

/** Until the pad is asked, which may have another before it: drawn as every wait at a device is. Since when, the window knows itself: nobody has been asked yet. */
function Calling({ text }: { readonly text: string }) {
  const [since] = useState(() => new Date(wallMs()).toISOString());
  return (
    <div className="grid gap-4 pt-2">
      <Sweep />
      <b className="text-2xl font-[700]">{text}</b>
      <span className="num text-lg text-ink-2" data-testid="signing-since">
        <Since at={since} />
      </span>
    </div>
  );
}
