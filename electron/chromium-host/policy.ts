import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where administrators put managed policies on Linux, for Chromium, Chrome and Edge. */
export const POLICY_DIRS: readonly string[] = ['/etc/chromium/policies/managed', '/etc/opt/chrome/policies/managed', '/etc/opt/edge/policies/managed'];

/** The policy file that forbids remote debugging, and with it this host; null when none does. */
export const remoteDebuggingForbiddenBy = (dirs: readonly string[]): string | null => {
  for (const dir of dirs) {
    let names: readonly string[];
    try {
      names = readdirSync(dir).filter(name => name.endsWith('.json'));
    } catch {
      continue;
    }
    for (const name of names) {
      const file = path.join(dir, name);
      try {
        const policy: unknown = JSON.parse(readFileSync(file, 'utf8'));
        if (typeof policy === 'object' && policy !== null && 'RemoteDebuggingAllowed' in policy && policy.RemoteDebuggingAllowed === false) return file;
      } catch {
        continue; // An unreadable policy is the browser's to complain about.
      }
    }
  }
  return null;
};

export const explainForbidden = (source: string): string =>
  `The policy RemoteDebuggingAllowed=false (${source}) forbids the pipe through which this host steers the browser. ` +
  'Either let the administrator lift it for this machine, or run the counter on Electron, which does not need it.';
