import { commonWords } from '../words/common.ts';
import { useFormat, useWords } from '../words/language.tsx';
import { useNow } from './now.ts';

/** Since when somebody is waited for, and how long that is by now: said alike wherever one waits. */
export function Since({ at }: { readonly at: string }) {
  const words = useWords(commonWords);
  const format = useFormat();
  const nowMs = useNow(1_000);
  return words.since(format.clock(at), format.age(at, nowMs));
}
