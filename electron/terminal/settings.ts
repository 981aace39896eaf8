/** How the card terminal stands in `settings.json`: its family, how it is reached, and how long it is waited for. */
import { z } from 'zod';
import { DEFAULT_TERMINAL_LIMITS, type TerminalLimits } from '../../native/terminal/port.ts';
import { parseDeviceAddress } from '../../native/transport/address.ts';

export const TERMINAL_FAMILIES = ['none', 'koces-cat', 'kicc-ed721'] as const;
export type TerminalChoice = (typeof TERMINAL_FAMILIES)[number];
export type TerminalFamily = Exclude<TerminalChoice, 'none'>;

/** Practice only. */
export const SIMULATED_TERMINAL = 'simulated';
/** The simulated one at the end of a serial cable, where `socat` makes one; over TCP where it does not. KICC only. */
export const SIMULATED_SERIAL_TERMINAL = 'simulated-serial';
const NO_ADDRESS = 'none';

type Waits = Pick<TerminalLimits, 'customerTimeoutMs' | 'approvalTimeoutMs' | 'closingTimeoutMs' | 'inquiryTimeoutMs' | 'lingerMs'>;

/** A shop waits as long as people and hosts take: an answer nobody waits for is a charge whose fate nobody knows. */
const SHOP_AT_LEAST: Waits = { customerTimeoutMs: 60_000, approvalTimeoutMs: 30_000, closingTimeoutMs: 5_000, inquiryTimeoutMs: 10_000, lingerMs: 60_000 };
/** Who practises what happens without an answer is not to wait two minutes for it. */
const PRACTICE: Waits = { customerTimeoutMs: 20_000, approvalTimeoutMs: 15_000, closingTimeoutMs: 5_000, inquiryTimeoutMs: 10_000, lingerMs: 120_000 };
const PRACTICE_AT_LEAST: Waits = { customerTimeoutMs: 200, approvalTimeoutMs: 200, closingTimeoutMs: 100, inquiryTimeoutMs: 200, lingerMs: 0 };
const AT_MOST_MS = 600_000;

function fields(family: TerminalChoice, address: string, usual: Waits, atLeast: Waits) {
  const wait = (name: keyof Waits) => z.int().min(atLeast[name]).max(AT_MOST_MS).default(usual[name]);
  return z.strictObject({
    family: z.enum(TERMINAL_FAMILIES).default(family),
    /** Without a family it counts for nothing. */
    address: z.string().max(200).default(address),
    /** KICC only: a terminal that stays silent on 002 may want 001. */
    textVersion: z.enum(['001', '002']).default('002'),
    waits: z
      .strictObject({ customerTimeoutMs: wait('customerTimeoutMs'), approvalTimeoutMs: wait('approvalTimeoutMs'), closingTimeoutMs: wait('closingTimeoutMs'), inquiryTimeoutMs: wait('inquiryTimeoutMs'), lingerMs: wait('lingerMs') })
      .prefault({}),
  });
}

const AT_ADDRESS = { path: ['address'] };

export const practiceTerminal = fields('koces-cat', SIMULATED_TERMINAL, PRACTICE, PRACTICE_AT_LEAST)
  .refine(({ family, address }) => family === 'none' || isSimulatedTerminal(family, address) || isTerminalAddress(family, address), AT_ADDRESS)
  .prefault({});

/** A shop's terminal is real, or there is none. */
export const shopTerminal = fields('none', NO_ADDRESS, DEFAULT_TERMINAL_LIMITS, SHOP_AT_LEAST)
  .refine(({ family, address }) => family === 'none' || isTerminalAddress(family, address), AT_ADDRESS)
  .prefault({});

export type TerminalSettings = z.output<typeof shopTerminal>;

/** A KOCES CAT has no serial line, and no terminal does without answers. */
export function isTerminalAddress(family: TerminalFamily, text: string): boolean {
  const parsed = parseDeviceAddress(text);
  return parsed.ok && parsed.address.answers && (parsed.address.kind === 'tcp' || (parsed.address.kind === 'serial' && family === 'kicc-ed721'));
}

export function isSimulatedTerminal(family: TerminalFamily, text: string): boolean {
  return text === SIMULATED_TERMINAL || (text === SIMULATED_SERIAL_TERMINAL && family === 'kicc-ed721');
}
