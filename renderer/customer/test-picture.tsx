import { useEffect, useState } from 'react';
import { useClient } from '../bridge.ts';
import { customerWords } from '../words/customer.ts';
import { useWords } from '../words/language.tsx';
import { Aside, Heading } from './answers.tsx';

const TONES = ['var(--ink)', 'var(--ink-3)', 'var(--accent)', 'var(--ok)', 'var(--warn-dot)', 'var(--bad)'] as const;

/** Corners, tones and fine lines: what a display that is wrongly set cannot show. Says to main that it was painted, not that it was asked for. */
export function TestPicture({ testId }: { readonly testId: string }) {
  const words = useWords(customerWords).test;
  const client = useClient();
  const [size] = useState(() => `${innerWidth} × ${innerHeight}`);
  useEffect(() => {
    let current = true;
    const paint = requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        if (current) void client.call('customer.testShown', { testId });
      });
    });
    return () => {
      current = false;
      cancelAnimationFrame(paint);
    };
  }, [client, testId]);
  return (
    <div className="relative flex flex-1 flex-col justify-center gap-6 border-2 border-ink px-10" data-testid="customer-test">
      {['-top-1.5 -left-1.5', '-top-1.5 -right-1.5', '-bottom-1.5 -left-1.5', '-right-1.5 -bottom-1.5'].map((corner) => (
        <i key={corner} aria-hidden="true" className={`absolute size-6 bg-ink ${corner}`} />
      ))}
      <Heading size="giant">{words.title}</Heading>
      <Aside>{words.body}</Aside>
      <div aria-hidden="true" className="flex h-16 overflow-hidden rounded-card">
        {TONES.map((tone) => (
          <span key={tone} className="flex-1" style={{ background: tone }} />
        ))}
      </div>
      <p className="num text-[1.75rem] font-[650]">{size}</p>
    </div>
  );
}
