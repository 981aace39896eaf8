import { guarded, notImplemented } from './guard.ts';

type SchemeHandler = (request: Request) => Response | Promise<Response>;
type CustomScheme = { scheme: string; privileges?: Readonly<Record<string, boolean>> };

// Node 24 crashes when undici is first loaded while an inspector attaches; touching both classes here loads it before.
void new Request('https://counter.invalid/');
void new Response('');

const ALLOWED_PRIVILEGES: ReadonlySet<string> = new Set(['standard', 'secure', 'supportFetchAPI']);
const privileged = new Set<string>();
const handlers = new Map<string, SchemeHandler>();

export const protocol = guarded('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly CustomScheme[]): void => {
    for (const { scheme, privileges = {} } of schemes) {
      for (const [name, value] of Object.entries(privileges)) if (value && !ALLOWED_PRIVILEGES.has(name)) notImplemented(`the scheme privilege ${name}`);
      if (privileges['standard'] !== true || privileges['secure'] !== true) notImplemented(`a scheme that is not standard and secure (${scheme})`);
      privileged.add(scheme);
    }
  },
  handle: (scheme: string, handler: SchemeHandler): void => {
    if (!privileged.has(scheme)) notImplemented(`protocol.handle of ${scheme} without registerSchemesAsPrivileged`);
    if (handlers.has(scheme)) throw new Error(`The scheme has been registered: ${scheme}`);
    handlers.set(scheme, handler);
  },
});

export type SchemeAnswer = { readonly status: number; readonly headers: readonly { name: string; value: string }[]; readonly bodyBase64: string };

/** Answers a request for one of our schemes, or null when the address belongs to none of them. */
export const answerScheme = async (url: string, method: string, headers: Readonly<Record<string, string>>): Promise<SchemeAnswer | null> => {
  const handler = handlers.get(url.slice(0, Math.max(0, url.indexOf(':'))));
  if (handler === undefined) return null;
  const response = await handler(new Request(url, { method, headers }));
  const body = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: [...response.headers].map(([name, value]) => ({ name, value })), bodyBase64: body.toString('base64') };
};
