import { describe, expect, it } from 'vitest';
import { DEFAULT_TERMINAL_LIMITS } from '../../native/terminal/port.ts';
import { practiceTerminal, shopTerminal } from './settings.ts';

const TCP = 'tcp://192.168.0.100:9100';
const SERIAL = 'serial:///dev/ttyUSB0?baud=115200';

describe('the card terminal in the settings file', () => {
  it('is a simulated KOCES CAT in practice, and none in a shop', () => {
    expect(practiceTerminal.parse(undefined)).toMatchObject({ family: 'koces-cat', address: 'simulated' });
    expect(shopTerminal.parse(undefined)).toMatchObject({ family: 'none', address: 'none' });
  });

  it.each([
    ['koces-cat', TCP, true, true],
    ['kicc-ed721', TCP, true, true],
    ['kicc-ed721', SERIAL, true, true],
    // A KOCES CAT has no serial line.
    ['koces-cat', SERIAL, false, false],
    // A terminal that says nothing cannot be asked for money.
    ['kicc-ed721', `${TCP}?answers=no`, false, false],
    ['kicc-ed721', 'usb:///dev/usb/lp0', false, false],
    ['kicc-ed721', 'file:///tmp/terminal', false, false],
    ['kicc-ed721', '', false, false],
    ['koces-cat', 'none', false, false],
    ['none', 'none', true, true],
    ['none', '', true, true],
    // Nothing in a shop is simulated.
    ['koces-cat', 'simulated', true, false],
    ['kicc-ed721', 'simulated', true, false],
    ['kicc-ed721', 'simulated-serial', true, false],
    ['koces-cat', 'simulated-serial', false, false],
    ['ed-721', TCP, false, false],
  ])('%s at %j: practice %s, shop %s', (family, address, practice, shop) => {
    expect(practiceTerminal.safeParse({ family, address }).success).toBe(practice);
    expect(shopTerminal.safeParse({ family, address }).success).toBe(shop);
  });

  it('waits as long as the driver would by itself, and in practice not so long', () => {
    const { customerTimeoutMs, approvalTimeoutMs, closingTimeoutMs, inquiryTimeoutMs, lingerMs } = DEFAULT_TERMINAL_LIMITS;
    expect(shopTerminal.parse({}).waits).toEqual({ customerTimeoutMs, approvalTimeoutMs, closingTimeoutMs, inquiryTimeoutMs, lingerMs });
    expect(practiceTerminal.parse({}).waits.customerTimeoutMs).toBeLessThan(customerTimeoutMs);
  });

  it('lets no shop wait so short that answers are lost', () => {
    expect(shopTerminal.safeParse({ waits: { customerTimeoutMs: 10_000 } }).success).toBe(false);
    expect(practiceTerminal.safeParse({ waits: { customerTimeoutMs: 10_000 } }).success).toBe(true);
  });
});
