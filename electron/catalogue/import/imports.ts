/**
 * Lists of products brought in from a file. Until it is committed nothing of a list is anywhere but in memory and on the stage of the
 * catalogue's file. Then: staged and sealed → one entry of the journal that names the seal → applied in one transaction. A crash before
 * the entry leaves nothing, one after it leaves all of it: the file follows the journal.
 */
import { CatalogueError, type CatalogueFile, type KeptImport, type StagedRow, type UndoPlan } from '../../../db/catalogue/catalogue.ts';
import type { ImportView } from '../../../contract/import.ts';
import { MAX_FILE_BYTES } from '../../../contract/import.ts';
import { changedMapping, type MappingChange } from '../../../domain/catalogue/import/columns.ts';
import { createPlanner, type Existing, type PlannedLine } from '../../../domain/catalogue/import/plan.ts';
import type { Counter } from '../../counter.ts';
import type { OneAtATime } from '../../one-at-a-time.ts';
import type { Result } from '../../result.ts';
import { DONE, ok, refuse } from '../../result.ts';
import { mayManage } from '../catalogue.ts';
import type { Ledger } from '../ledger.ts';
import { writeBadLines } from './bad-lines.ts';
import type { Encoding } from './read-table.ts';
import { openReader } from './reader.ts';
import type { Session } from './session.ts';
import { count, emptyTally, firstMapping, isWholeMapping, viewOf } from './session.ts';

const LINES_AT_ONCE = 1_000;

export type Imports = {
  readonly view: () => ImportView | null;
  readonly begin: (fileName: string, sizeBytes: number) => Promise<Result<{ importId: string }>>;
  readonly piece: (importId: string, fromByte: number, bytes: Buffer) => Promise<Result<null>>;
  readonly setEncoding: (importId: string, encoding: Encoding) => Promise<Result<null>>;
  /** Only what is chosen otherwise; the rest stays as it is. */
  readonly setMapping: (importId: string, mapping: MappingChange, existing: Existing | null) => Promise<Result<null>>;
  /** Answers when it has begun; how it goes is in the view. */
  readonly commit: (importId: string) => Promise<Result<null>>;
  readonly close: (importId: string) => Promise<Result<null>>;
  readonly kept: () => Promise<Result<readonly KeptImport[]>>;
  readonly undoPlan: (importId: string) => Promise<Result<UndoPlan>>;
  readonly undo: (importId: string) => Promise<Result<UndoPlan>>;
  readonly stop: () => Promise<void>;
};

export type ImportParts = {
  readonly counter: Counter;
  readonly file: CatalogueFile;
  readonly ledger: Ledger;
  readonly exclusive: OneAtATime;
  readonly reload: () => Promise<void>;
  /** Where lines that were not taken are written. */
  readonly folder: string;
};

type Run = ImportParts & { session: Session | null };

export function createImports(parts: ImportParts): Imports {
  const run: Run = { ...parts, session: null };
  const managed = async <T>(act: () => Promise<Result<T>> | Result<T>): Promise<Result<T>> => {
    const may = mayManage(parts.counter);
    return may.ok ? act() : may;
  };
  /** The list this window speaks of, and not one that has been put away since. */
  const onThis = (importId: string, act: (session: Session) => Promise<Result<null>> | Result<null>) =>
    managed(() => (run.session?.importId === importId ? act(run.session) : refuse('import.gone')));
  return {
    view: () => (run.session === null ? null : viewOf(run.session)),
    begin: (fileName, sizeBytes) => managed(() => begin(run, fileName, sizeBytes)),
    piece: (importId, fromByte, bytes) => onThis(importId, (session) => takePiece(run, session, fromByte, bytes)),
    setEncoding: (importId, encoding) => onThis(importId, (session) => readAgain(run, session, encoding)),
    setMapping: (importId, mapping, existing) => onThis(importId, (session) => mapAgain(run, session, mapping, existing)),
    commit: (importId) => onThis(importId, (session) => commit(run, session)),
    close: (importId) => onThis(importId, (session) => close(run, session)),
    kept: () => managed(() => asked(async () => ok(await parts.file.imports()))),
    undoPlan: (importId) => managed(() => asked(async () => planOf(await parts.file.undoPlan(importId)))),
    undo: (importId) => managed(() => parts.exclusive(() => asked(() => undo(run, importId)))),
    stop: async () => {
      if (run.session === null) return;
      run.session.turn += 1;
      await run.session.reader.close();
    },
  };
}

/** A trouble of the file is an answer like any other. */
async function asked<T>(act: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await act();
  } catch (problem) {
    if (problem instanceof CatalogueError) return refuse('catalogue.unavailable', problem.message);
    throw problem;
  }
}

function planOf(plan: UndoPlan | null): Result<UndoPlan> {
  return plan === null ? refuse('import.nothing-to-undo') : ok(plan);
}

async function begin(run: Run, fileName: string, sizeBytes: number): Promise<Result<{ importId: string }>> {
  if (run.session !== null && ['receiving', 'applying'].includes(run.session.stage)) return refuse('import.busy');
  if (sizeBytes > MAX_FILE_BYTES) return refuse('import.file-too-large', `${sizeBytes}`);
  if (sizeBytes === 0) return refuse('import.file-empty');
  await forget(run);
  const { ids, now } = run.counter;
  // Begins with the time, as the ids of products do that are made at the counter: they stand in the order they came.
  const importId = ids.next(`q${now().getTime().toString(36)}`);
  run.session = {
    importId,
    fileName,
    sizeBytes,
    bytes: Buffer.alloc(sizeBytes),
    reader: openReader(),
    stage: 'receiving',
    progress: { done: 0, total: sizeBytes },
    failure: null,
    table: null,
    mapping: { productId: null, barcode: null, name: null, price: null, tax: null, category: null, key: null, unit: null },
    existing: 'update',
    tally: null,
    result: null,
    turn: 0,
    pastCancel: false,
  };
  run.counter.changed();
  return ok({ importId });
}

async function forget(run: Run): Promise<void> {
  const { session } = run;
  if (session === null) return;
  session.turn += 1;
  run.session = null;
  run.counter.changed();
  await session.reader.close();
}

function takePiece(run: Run, session: Session, fromByte: number, bytes: Buffer): Result<null> {
  if (session.stage !== 'receiving' || fromByte !== session.progress.done || fromByte + bytes.length > session.sizeBytes || bytes.length === 0) return refuse('import.gone', 'a piece in the wrong place');
  session.bytes.set(bytes, fromByte);
  session.progress.done += bytes.length;
  run.counter.changed();
  if (session.progress.done === session.sizeBytes) run.counter.background(read(run, session, session.bytes, null));
  return DONE;
}

async function read(run: Run, session: Session, bytes: Buffer | null, encoding: Encoding | null): Promise<void> {
  const turn = (session.turn += 1);
  session.stage = 'reading';
  session.tally = null;
  run.counter.changed();
  const table = await session.reader.read(bytes, encoding);
  if (session.turn !== turn) return;
  if (!table.ok) {
    session.stage = 'failed';
    session.failure = table;
    run.counter.changed();
    return;
  }
  session.table = table.value;
  session.mapping = firstMapping(table.value);
  await judge(run, session);
}

function readAgain(run: Run, session: Session, encoding: Encoding): Result<null> {
  if (session.stage === 'applying' || session.stage === 'done' || session.stage === 'receiving') return refuse('import.gone', session.stage);
  run.counter.background(read(run, session, null, encoding));
  return DONE;
}

function mapAgain(run: Run, session: Session, change: MappingChange, existing: Existing | null): Result<null> {
  if (session.table === null || !['judging', 'ready'].includes(session.stage)) return refuse('import.gone', session.stage);
  session.mapping = changedMapping(session.mapping, change);
  session.existing = existing ?? session.existing;
  run.counter.background(judge(run, session));
  return DONE;
}

/** Tells what would happen, without anything happening. A list whose columns are not known yet waits for them. */
async function judge(run: Run, session: Session): Promise<void> {
  const turn = (session.turn += 1);
  session.tally = null;
  session.stage = 'ready';
  if (session.table !== null && isWholeMapping(session.mapping, session.table.width)) {
    session.stage = 'judging';
    const tally = emptyTally();
    const gone = await eachLine(run, session, turn, (line, planned) => count(tally, line, planned));
    if (gone !== null) {
      if (session.turn === turn) fail(run, session, gone);
      return;
    }
    session.tally = tally;
    session.stage = 'ready';
  }
  run.counter.changed();
}

function fail(run: Run, session: Session, refusal: Result<null> & { ok: false }): void {
  session.stage = 'failed';
  session.failure = refusal;
  run.counter.changed();
}

/** Every line planned against the catalogue as it is now; `after` may wait. Null, or why it was not gone through to the end. */
async function eachLine(run: Run, session: Session, turn: number, take: (line: number, planned: PlannedLine) => void, after: () => Promise<void> = async () => undefined): Promise<(Result<null> & { ok: false }) | null> {
  const { table } = session;
  if (table === null) return refuse('import.gone');
  const { shelf } = run.counter;
  const byBarcode = (barcode: string) => {
    const found = shelf.byBarcode(barcode);
    return found === null ? null : shelf.kept(found.productId);
  };
  const keys = shelf.keys().flatMap(({ productId }) => shelf.kept(productId) ?? []);
  const plan = createPlanner({ size: shelf.size(), byId: shelf.kept, byBarcode, keys }, session.existing, (line) => `${session.importId}-${String(line).padStart(6, '0')}`);
  session.progress = { done: 0, total: table.lines };
  run.counter.changed();
  for (let from = 0; from < table.lines; from += LINES_AT_ONCE) {
    const lines = await session.reader.judge(from, LINES_AT_ONCE, { columns: session.mapping, width: table.width });
    if (session.turn !== turn) return refuse('import.gone');
    if (!lines.ok) return lines;
    for (const { line, judged } of lines.value) take(line, judged.ok ? plan(line, judged.draft) : { what: 'bad', fault: judged.fault });
    await after();
    session.progress.done = Math.min(table.lines, from + LINES_AT_ONCE);
    run.counter.changed();
  }
  return session.turn === turn ? null : refuse('import.gone');
}

function commit(run: Run, session: Session): Result<null> {
  if (session.stage !== 'ready' || session.tally === null) return refuse('import.gone', session.stage);
  const turn = (session.turn += 1);
  session.stage = 'applying';
  run.counter.changed();
  run.counter.background(run.exclusive(() => applied(run, session, turn)));
  return DONE;
}

async function applied(run: Run, session: Session, turn: number): Promise<Result<null>> {
  const outcome = await asked(() => apply(run, session, turn));
  if (outcome.ok) return outcome;
  // Nothing in the journal: what is on the stage is nobody's. What cannot be cleared now is cleared at the next start.
  if (!session.pastCancel) await asked(async () => (await run.file.discard(session.importId), DONE));
  if (session.turn === turn) fail(run, session, outcome);
  return outcome;
}

async function apply(run: Run, session: Session, turn: number): Promise<Result<null>> {
  const { counter, file, ledger } = run;
  const { importId, fileName } = session;
  const tally = emptyTally();
  let waiting: StagedRow[] = [];
  let staged = 0;
  const take = (line: number, planned: PlannedLine) => {
    count(tally, line, planned);
    if (planned.what === 'added') waiting.push({ before: null, after: planned.after });
    if (planned.what === 'changed') waiting.push({ before: planned.before, after: planned.after });
  };
  const stage = async () => {
    const rows = waiting;
    waiting = [];
    await file.stage(importId, staged, rows);
    staged += rows.length;
  };
  const gone = await eachLine(run, session, turn, take, stage);
  if (gone !== null) return gone;
  const batchSha256 = await file.seal({ importId, fileName, at: counter.now().toISOString() });
  const bad = await writeBadLines(run, session, tally.faults);
  if (!bad.ok) return bad;
  if (session.turn !== turn) {
    bad.value?.remove();
    return refuse('import.gone');
  }
  session.pastCancel = true;
  const counts = { ...tally.counts };
  if (staged > 0) {
    const undone = { kind: 'catalogue.import-undone', payload: { importId, restored: staged, kept: 0 } } as const;
    const done = await ledger.commit({ kind: 'catalogue.imported', payload: { importId, fileName, batchSha256, counts } }, undone);
    if (!done.ok) {
      bad.value?.remove();
      return done;
    }
    await run.reload();
  } else await file.discard(importId);
  session.tally = tally;
  session.result = { counts, badFile: bad.value?.file ?? null, undone: null };
  session.stage = 'done';
  counter.changed();
  return DONE;
}

async function close(run: Run, session: Session): Promise<Result<null>> {
  if (session.stage === 'applying' && session.pastCancel) return refuse('import.busy');
  await forget(run);
  return DONE;
}

async function undo(run: Run, importId: string): Promise<Result<UndoPlan>> {
  const plan = planOf(await run.file.undoPlan(importId));
  if (!plan.ok) return plan;
  const { restored, kept } = plan.value;
  const done = await run.ledger.commit({ kind: 'catalogue.import-undone', payload: { importId, restored, kept } }, null);
  if (!done.ok) return done;
  await run.reload();
  const { session } = run;
  if (session?.importId === importId && session.result !== null) session.result = { ...session.result, undone: { restored, kept } };
  run.counter.changed();
  return plan;
}

