/**
 * The history with years behind it: how long the calls take that open the room and find a sale in it, made through the router of a
 * counter without windows, on a journal that was generated. Each search is asked with many different values, drawn from the sales
 * that are there, so that it is not the same page of the disk again and again.
 */
import path from 'node:path';
import type { CallRequest } from '../../contract/calls.ts';
import { fileKeyStore, openJournal } from '../../db/journal.ts';
import { startApp } from '../../electron/app.ts';
import { createCashier, type Cashier } from '../../electron/testing/cashier.ts';
import { headlessShell } from '../../electron/testing/headless-shell.ts';
import { seeded } from '../seed/random.ts';
import { writeYears } from '../seed/write.ts';
import type { Measured } from './parts/figure.ts';
import { summarise } from './parts/statistics.ts';

type Search = CallRequest<'history.find'>['search'];

export type HistoryBench = {
  /** An empty folder for a journal that is generated, where `data` names none. */
  readonly dir: string;
  /** A folder that `npm run seed` has filled; null to fill one now. */
  readonly data: string | null;
  /** How many sales are generated then. */
  readonly sales: number;
  readonly rounds: number;
};

const ALL: Search = { text: '', days: null, tender: null, cashierId: null, only: null };
const LAST_DAY = '2026-03-01';
const PAGE = 50;
/** As a customer reads them off her card; of the generated ones. */
const CARD_ENDS = ['6301', '1182', '0023'] as const;
/** What a person takes for at once. */
const AIM_MS = 50;

export async function benchHistory({ dir, data, sales, rounds }: HistoryBench): Promise<readonly Measured[]> {
  const home = data ?? dir;
  if (data === null) writeYears({ sales, years: 5, seed: 1, lastDay: LAST_DAY, dataDir: dir });
  const folder = path.join(home, 'practice');
  const opening = await timesToOpen(folder);
  const began = performance.now();
  const app = await startApp(headlessShell(folder));
  const started = performance.now() - began;
  try {
    const cashier = createCashier(app, { trusting: true });
    await cashier.begin();
    const found = await measureSearches(cashier, await drawn(cashier, rounds), rounds);
    const total = (await cashier.look()).sale.saleNumber;
    const of = `, ${(total - 1).toLocaleString('en')} sales`;
    return [{ name: `journal opened${of}`, unit: 'ms', measured: summarise(opening) }, { name: `counter started without windows${of}`, unit: 'ms', measured: summarise([started]) }, ...found.map((figure) => ({ ...figure, name: figure.name + of }))];
  } finally {
    await app.stop();
  }
}

async function timesToOpen(folder: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = performance.now();
    const opened = await openJournal({ path: path.join(folder, 'journal.db'), keys: fileKeyStore(path.join(folder, 'keys')) });
    if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`);
    times.push(performance.now() - start);
    await opened.journal.close();
  }
  return times;
}

type Row = { readonly saleNumber: number; readonly totalWon: number; readonly firstName: string; readonly businessDay: string; readonly approvalNumber: string | null; readonly saleId: string };

/** Sales from all over the years. */
async function drawn(cashier: Cashier, count: number): Promise<readonly Row[]> {
  const random = seeded(4);
  const view = await cashier.look();
  if (view.sale.stage !== 'idle') throw new Error('the counter is in the middle of a sale');
  const last = view.sale.saleNumber - 1;
  const rows: Row[] = [];
  while (rows.length < count) {
    const { sales } = await cashier.must('history.find', { search: ALL, beforeSaleNumber: random.between(2, last), limit: 1 });
    for (const { saleNumber, totalWon, firstName, businessDay, cashReceipt, saleId } of sales) rows.push({ saleNumber, totalWon, firstName, businessDay, approvalNumber: cashReceipt?.approvalNumber ?? null, saleId });
  }
  return rows;
}

async function measureSearches(cashier: Cashier, rows: readonly Row[], rounds: number): Promise<readonly Measured[]> {
  const approvals = rows.flatMap(({ approvalNumber }) => approvalNumber ?? []);
  const words = (row: Row) => row.firstName.split(' ');
  const searches: readonly (readonly [name: string, search: (row: Row, round: number) => Search])[] = [
    ['opened: the newest', () => ALL],
    ['found by amount', ({ totalWon }) => ({ ...ALL, text: `${totalWon}원` })],
    ['found by an amount nobody paid', (_, round) => ({ ...ALL, text: `${1_000_001 + round}원` })],
    ['found by any number', ({ saleNumber }) => ({ ...ALL, text: String(saleNumber) })],
    ['found by approval number', (_, round) => ({ ...ALL, text: approvals[round % approvals.length] ?? 'TB0000001' })],
    ['found by the end of a card', (_, round) => ({ ...ALL, text: CARD_ENDS[round % CARD_ENDS.length] ?? '' })],
    ['found by part of a name', (row) => ({ ...ALL, text: words(row)[0] ?? '' })],
    ['found by 초성', (_, round) => ({ ...ALL, text: ['ㅇㅁ', 'ㅅㅂ', 'ㅂㄹㅊ', 'ㅎㅅ'][round % 4] ?? '' })],
    ['found by name and amount', (row) => ({ ...ALL, text: `${words(row)[0] ?? ''} ${row.totalWon}원` })],
    ['found by day and time', ({ businessDay }) => ({ ...ALL, text: `${businessDay} 15:00` })],
    ['one week of one cashier', ({ businessDay }) => ({ ...ALL, days: { from: businessDay, to: businessDay }, cashierId: 'seed-cashier-3', tender: 'cash' })],
    ['paid by card', () => ({ ...ALL, tender: 'card' })],
    ['unfinished', () => ({ ...ALL, only: 'open-cases' })],
    ['with refunds', () => ({ ...ALL, only: 'refunds' })],
  ];
  const measured: Measured[] = [];
  for (const [name, search] of searches) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const row = rows[round % rows.length];
      if (row === undefined) throw new Error('no sales were drawn');
      times.push(await timed(() => cashier.must('history.find', { search: search(row, round), beforeSaleNumber: null, limit: PAGE })));
    }
    measured.push({ name, unit: 'ms', measured: summarise(times), limit: { of: 'p99', atMost: AIM_MS } });
  }
  const pages: number[] = [];
  for (const { saleNumber } of rows.slice(0, rounds)) pages.push(await timed(() => cashier.must('history.find', { search: ALL, beforeSaleNumber: saleNumber, limit: PAGE })));
  measured.push({ name: 'a page from anywhere in the years', unit: 'ms', measured: summarise(pages), limit: { of: 'p99', atMost: AIM_MS } });
  const openings: number[] = [];
  for (const { saleId } of rows.slice(0, rounds)) openings.push(await timed(() => cashier.must('history.sale', { saleId })));
  return [...measured, { name: 'one sale in full', unit: 'ms', measured: summarise(openings), limit: { of: 'p99', atMost: AIM_MS } }];
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
