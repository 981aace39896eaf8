import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PenPiece } from '../../../contract/signature.ts';
import { penBatch } from '../../../contract/signature.ts';
import type { FieldCalls } from './ink-sender.ts';
import { createInkSender } from './ink-sender.ts';

/** Main as it is: takes what is in turn and says what it waits for. */
function fieldOf(answers: (taken: number) => number | 'over' | null = (next) => next) {
  const said: { what: string; seq: number; pieces: PenPiece[] }[] = [];
  const take = (what: string) => async (word: { seq: number; pieces?: PenPiece[] }) => {
    said.push({ what, seq: word.seq, pieces: word.pieces ?? [] });
    return answers(word.seq + 1);
  };
  const calls: FieldCalls = { pen: take('pen'), clear: take('clear'), done: take('done') };
  return { said, calls };
}

const settle = async () => {
  for (let turn = 0; turn < 200; turn += 1) await Promise.resolve();
};

function strokesOf(said: ReturnType<typeof fieldOf>['said']): number[][][] {
  let strokes: number[][][] = [];
  for (const { what, pieces } of said) {
    if (what === 'clear') strokes = [];
    for (const { starts, points } of pieces) {
      if (starts || strokes.length === 0) strokes.push([...points]);
      else strokes.at(-1)?.push(...points);
    }
  }
  return strokes;
}

test('everything that was drawn arrives, in order and in batches of a size, before it is called done', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 70 }), fc.boolean(), async (lengths, patient) => {
      const { said, calls } = fieldOf();
      const sender = createInkSender({ signId: 's1', calls, wait: async () => undefined, onLost: () => expect.unreachable('nothing was lost') });
      for (const [stroke, length] of lengths.entries()) {
        for (let point = 0; point < length; point += 1) sender.draw(point === 0, point % 1_000, stroke);
        if (patient) await settle();
      }
      sender.done();
      await settle();
      expect(said.map(({ seq }) => seq)).toEqual(said.map((_, index) => index));
      expect(said.at(-1)?.what).toBe('done');
      for (const { pieces, seq } of said.slice(0, -1)) expect(penBatch.safeParse({ signId: 's1', seq, pieces }).success).toBe(true);
      expect(strokesOf(said).map((stroke) => stroke.length)).toEqual(lengths);
    }),
    { numRuns: 40 },
  );
});

test('clearing takes away what has not been sent, too', async () => {
  const { said, calls } = fieldOf();
  const sender = createInkSender({ signId: 's1', calls, wait: async () => undefined, onLost: () => expect.unreachable() });
  sender.draw(true, 1, 1);
  sender.draw(false, 2, 2);
  sender.clear();
  sender.draw(true, 5, 5);
  await settle();
  expect(strokesOf(said)).toEqual([[[5, 5]]]);
});

test.each([['no answer', null], ['another number', 7]] as const)('%s: the field must begin anew, once, and nothing more is said', async (_, answer) => {
  let lost = 0;
  const { said, calls } = fieldOf(() => answer);
  const sender = createInkSender({ signId: 's1', calls, wait: async () => undefined, onLost: () => (lost += 1) });
  sender.draw(true, 1, 1);
  await settle();
  sender.draw(false, 2, 2);
  sender.done();
  await settle();
  expect({ lost, said: said.length }).toEqual({ lost: 1, said: 1 });
});

test('a field that is over ends it quietly', async () => {
  const { said, calls } = fieldOf(() => 'over');
  const sender = createInkSender({ signId: 's1', calls, wait: async () => undefined, onLost: () => expect.unreachable() });
  sender.draw(true, 1, 1);
  await settle();
  sender.done();
  await settle();
  expect(said).toHaveLength(1);
});
