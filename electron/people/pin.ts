import { hash } from '@node-rs/argon2';

/** OWASP's first recommendation for Argon2id (19 MiB, two passes): about 20 ms here, far too slow to try a PIN list. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPin(pin: string): Promise<string> {
  return hash(pin, ARGON2);
}
