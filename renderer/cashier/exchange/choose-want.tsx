import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import { useWords } from '../../words/language.tsx';

const WANTS = ['refund', 'exchange'] as const;
type Want = (typeof WANTS)[number];

/** Money back, or other goods. */
export function ChooseWant({ want, onWant }: { readonly want: Want; readonly onWant: (want: Want) => void }) {
  const words = useWords(exchangeWords);
  return (
    <fieldset className="grid flex-none gap-2" data-testid="refund-want">
      <legend className="mb-1.5 flex items-center gap-2 text-[0.9375rem] font-semibold text-ink-2">
        {words.otherWant}
        <Kbd>F8</Kbd>
      </legend>
      <div className="grid grid-cols-2 gap-2">
        {WANTS.map((each) => (
          <Button key={each} kind={each === want ? 'chosen' : 'plain'} pressed={each === want} onPress={() => onWant(each)} testId={`want-${each}`} className="min-h-12 px-2! text-base!">
            {words.want[each]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

export function ExchangeHow() {
  const words = useWords(exchangeWords);
  return (
    <section aria-label={words.how} className="grid flex-none gap-2" data-testid="exchange-how">
      <h2 className="text-[0.9375rem] font-semibold text-ink-2">{words.how}</h2>
      <p className="rounded-card border border-line bg-surface px-5 py-4 text-[1.0625rem]">{words.howMeaning}</p>
    </section>
  );
}
