import type { Language } from '../../domain/failure.ts';
import { commonWords } from '../words/common.ts';
import { useLanguage, useWords } from '../words/language.tsx';
import { Segments } from './segments.tsx';

/** Each in its own language, so that whoever needs it can find it. */
export const LANGUAGES = [
  { language: 'ko', name: '한국어' },
  { language: 'en', name: 'English' },
  { language: 'zh-CN', name: '中文' },
] as const satisfies readonly { readonly language: Language; readonly name: string }[];

export function LanguageChoice({ onLanguage, className }: { readonly onLanguage: (language: Language) => void; readonly className?: string }) {
  const current = useLanguage();
  const { language } = useWords(commonWords);
  return (
    <Segments
      label={language}
      value={current}
      options={LANGUAGES.map(({ language: id, name }) => ({ id, content: <span lang={id}>{name}</span>, testId: `language-${id}` }))}
      onChange={onLanguage}
      {...(className === undefined ? {} : { className })}
    />
  );
}
