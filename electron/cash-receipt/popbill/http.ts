/**
 * `node:http` without what an import of it brings along: as a module each of its exports is read, WebSocket among them, and that loads the
 * whole of undici. It would cost every start of a counter as much again as Node itself.
 */
import type * as Http from 'node:http';
import process from 'node:process';

export const http: typeof Http = process.getBuiltinModule('node:http');
