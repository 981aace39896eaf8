/** Which language a window speaks, and how it writes money, numbers and times in it. */
import type { ReactNode } from 'react';
import { createContext, use, useMemo } from 'react';
import type { FailureCode, FailureWords, Language } from '../../domain/failure.ts';
import { failureWords } from '../../domain/failure.ts';
import type { Format } from './format.ts';
import { makeFormat } from './format.ts';

export type Catalogue<T> = Readonly<Record<Language, T>>;

/** Korean gives the shape; a key that another language lacks, or has too many, is a type error. */
export function defineWords<T extends object>(catalogue: { readonly ko: T; readonly en: NoInfer<T>; readonly 'zh-CN': NoInfer<T> }): Catalogue<T> {
  return catalogue;
}

const LanguageContext = createContext<Language>('ko');

export function LanguageProvider({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

export function useLanguage(): Language {
  return use(LanguageContext);
}

/** Words on their way to the screen. Only the gallery changes them: it stretches them to see what no longer fits. */
export type Rewrite = <T>(words: T) => T;
export const RewriteContext = createContext<Rewrite>((words) => words);

export function useWords<T>(catalogue: Catalogue<T>): T {
  const rewrite = use(RewriteContext);
  return rewrite(catalogue[useLanguage()]);
}

/** The words of a failure, in the window's language. */
export function useFailureWords(): (code: FailureCode) => FailureWords {
  const rewrite = use(RewriteContext);
  const language = useLanguage();
  return (code) => rewrite(failureWords(code, language));
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => makeFormat(language), [language]);
}
