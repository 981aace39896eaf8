import { linkSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, unlinkSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * One counter per data folder. Chromium's own lock cannot serve: a second Chromium on a profile silently opens a window in the first.
 * The lock is a file naming its holder; a second start leaves a note in the folder, which the holder watches. No socket, so no path is
 * too long and nobody without rights to the folder can knock.
 */
export type InstanceLock =
  | { readonly held: true; release(): void; onKnock(listener: () => void): void }
  | { readonly held: false; readonly holderPid: number };

const LOCK_FILE = 'instance.lock';
const KNOCK_PREFIX = 'knock-';
const MAX_TAKEOVERS = 10;

/** When the process began, so that a number used again by another program is not taken for the holder; '' where /proc does not exist. */
const startOf = (pid: number): string => {
  try {
    // Field 22 of stat; the name in field 2 may hold spaces and ends at the last parenthesis.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
};

const isAlive = (holder: string): boolean => {
  const [pidText = '', start = ''] = holder.split(' ');
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (problem) {
    // EPERM: it runs, as somebody else.
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'EPERM')) return false;
  }
  return start === '' || startOf(pid) === start;
};

const readHolder = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};

/** Links the finished file into place, which fails when somebody was quicker. */
const claim = (dir: string, file: string, me: string): boolean => {
  const draft = path.join(dir, `${LOCK_FILE}.${process.pid}`);
  writeFileSync(draft, me, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    unlinkSync(draft);
  }
};

const heldLock = (dir: string, file: string, me: string): InstanceLock => {
  for (const name of readdirSync(dir)) if (name.startsWith(KNOCK_PREFIX)) rmSync(path.join(dir, name), { force: true });
  const listeners: (() => void)[] = [];
  const watcher = watch(dir, (_change, name) => {
    if (name === null || !name.startsWith(KNOCK_PREFIX)) return;
    try {
      unlinkSync(path.join(dir, name));
    } catch {
      return; // The note's removal is itself a change; only the one who removed it answers.
    }
    for (const listener of listeners) listener();
  });
  watcher.unref();
  return {
    held: true,
    onKnock: listener => void listeners.push(listener),
    release: () => {
      watcher.close();
      if (readHolder(file) === me) rmSync(file, { force: true });
    },
  };
};

export const takeInstanceLock = (dir: string): InstanceLock => {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const file = path.join(dir, LOCK_FILE);
  const me = `${process.pid} ${startOf(process.pid)}`;
  for (let attempt = 0; attempt < MAX_TAKEOVERS; attempt += 1) {
    if (claim(dir, file, me)) return heldLock(dir, file, me);
    const holder = readHolder(file);
    if (holder === null) continue;
    if (isAlive(holder)) {
      writeFileSync(path.join(dir, `${KNOCK_PREFIX}${process.pid}`), '');
      return { held: false, holderPid: Number(holder.split(' ')[0]) };
    }
    // Moving it aside is atomic. If what was moved is not the dead holder's, somebody took over in between: put it back.
    const aside = path.join(dir, `${LOCK_FILE}.dead.${process.pid}`);
    try {
      renameSync(file, aside);
      if (readHolder(aside) !== holder) linkSync(aside, file);
    } catch {
      continue;
    } finally {
      rmSync(aside, { force: true });
    }
  }
  throw new Error(`the lock in ${dir} changes hands too often`);
};
