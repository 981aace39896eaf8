/** Which language a window speaks, and how it writes money, numbers and times in it. */
import type { ReactNode } from 'react';
import { createContext, use, useMemo } from 'react';
import type { Language } from '../../domain/failure.ts';
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

export function useWords<T>(catalogue: Catalogue<T>): T {
  return catalogue[useLanguage()];
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => makeFormat(language), [language]);
}
