import { useEffect, useRef, useState } from 'react';
import { groupIdentifier } from '../../domain/cash-receipt/identifier.ts';
import { isUnfinished, MAX_SHOP_CHARS, SHOP_FIELDS, shopProblem } from '../../domain/setup.ts';
import type { ShopDraft } from '../../domain/setup.ts';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';
import { Field } from './field.tsx';

type Name = keyof ShopDraft;
export type ShopFieldsProps = { readonly shop: ShopDraft; readonly onChange: (shop: ShopDraft) => void; /** See StepProps. */ readonly asked: number };

const WIDE: Readonly<Record<Name, string>> = { name: 'col-span-4', businessNumber: 'col-span-2', representative: 'col-span-2', address: 'col-span-4', phone: 'col-span-2', counterNumber: 'col-span-2' };

/** The shop as the tax office knows it. What is wrong is said as it is typed; what is merely not there yet, only when she wants to go on. */
export function ShopFields({ shop, onChange, asked }: ShopFieldsProps) {
  const words = useWords(setupWords);
  const inputs = useRef<Partial<Record<Name, HTMLInputElement | null>>>({});
  const [told, setTold] = useState<ReadonlySet<Name>>(new Set());
  useEffect(() => {
    if (asked === 0) {
      inputs.current.name?.focus();
      return;
    }
    const first = SHOP_FIELDS.find((field) => shopProblem(field, shop[field]) !== null);
    if (first === undefined) return;
    // The first time Enter leads to what is missing; only if she is there already is it said that it is.
    if (document.activeElement === inputs.current[first]) setTold((before) => new Set([...before, first]));
    else inputs.current[first]?.focus();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each time she asks to go on
  }, [asked]);
  const why = (field: Name): string | null => {
    const problem = shopProblem(field, shop[field]);
    return problem === null || (isUnfinished(problem) && !told.has(field)) ? null : words.problems[problem];
  };
  return (
    <div className="grid w-[44rem] max-w-full grid-cols-4 gap-x-5 gap-y-2.5">
      {SHOP_FIELDS.map((field) => (
        <Field
          key={field}
          ref={(input) => {
            inputs.current[field] = input;
          }}
          label={words.shop.fields[field]}
          value={shop[field]}
          maxLength={MAX_SHOP_CHARS[field]}
          kind={field === 'businessNumber' || field === 'counterNumber' ? 'digits' : 'text'}
          onChange={(text) => onChange({ ...shop, [field]: field === 'businessNumber' ? grouped(text, shop.businessNumber) : text })}
          problem={why(field)}
          good={field === 'businessNumber' && shopProblem(field, shop[field]) === null ? words.shop.numberGood : null}
          className={WIDE[field]}
          testId={`setup-${field}`}
        />
      ))}
    </div>
  );
}

/** 124-81-00998 as it is typed at its end; in its middle what she does is left alone. */
function grouped(text: string, before: string): string {
  const digits = text.replace(/\D/g, '');
  const atTheEnd = text.length > before.length && (text.startsWith(before) || digits.startsWith(before.replace(/\D/g, '')));
  return atTheEnd ? groupIdentifier('business-number', digits.slice(0, 11)) : text;
}
