/** What the shell lends to the program, and what the program is to the shell: the only words the two have in common. */
import type { WindowKind } from '../contract/calls.ts';
import type { EntryBody, JournalEntry } from '../domain/journal-entry.ts';
import type { Actor } from '../domain/people.ts';
import type { Approvals } from './people/approvals.ts';
import type { Result } from './result.ts';

export type ShellPort = {
  /** The program's folder for the program; for the counter of a place, that place's. */
  readonly dataDir: string;
  /** `Electron 45.4.1`, or the Chromium host by its full name. */
  readonly shellName: string;
  readonly appVersion: string;
  /** Whether the customer's window has a monitor of its own; `unknown` where the shell cannot tell. */
  readonly customerMonitor: () => 'own' | 'shared' | 'unknown';
  /** Starts a Node program of ours as a child process: practice mode's simulators. */
  readonly fork: (script: string, args: readonly string[], env: Readonly<Record<string, string>>) => ForkedProgram;
  /** The operating system's key store, where there is one. */
  readonly secrets: { readonly available: boolean; readonly encrypt: (text: string) => Buffer; readonly decrypt: (data: Buffer) => string };
};

export type ForkedProgram = {
  readonly pid: number | undefined;
  readonly onLine: (listener: (line: string) => void) => void;
  readonly onExit: (listener: (code: number | null) => void) => void;
  readonly kill: () => void;
};

export type App = {
  /** One call from a window; never rejects; answers a JSON envelope (contract/envelope.ts). */
  readonly handle: (raw: string, sender: { origin: string; isMainFrame: boolean; window: WindowKind }) => Promise<string>;
  /** Pushes to windows, JSON `{ev, data}`. */
  readonly onPush: (listener: (window: WindowKind, raw: string) => void) => void;
  /** Drains what runs and closes the journal; bounded. */
  readonly stop: () => Promise<void>;
};

export type Seat = { readonly signedIn: Actor | null; /** Goods in a basket on the screen, or a paid sale with open questions. */ readonly saleOpen: boolean; /** Whether she has the right to the settings. */ readonly maySet: boolean };

/** The counter of one place, as the program that opens and closes it sees it. */
export type PlaceApp = App & {
  /** Draws every window again. */
  readonly pushNow: () => void;
  readonly revision: () => number;
  readonly seat: () => Seat;
  /** Into this place's journal, by whoever is signed in; `before` stands in the same append. */
  readonly record: (body: EntryBody, before?: readonly JournalEntry[]) => Promise<Result<null>>;
  /** Whether the person signed in may do this now: asked last, and its rows stand in the append of the act. */
  readonly allow: Approvals['check'];
};
