import { describe, expect, it } from 'vitest';
import { readCaptureLine } from './capture.ts';
import { runInspect } from './command.ts';
import vectors from './vectors.json' with { type: 'json' };

const INFO = '02000601FB140203DEE5';

async function run(args: readonly string[], ...chunks: string[]): Promise<{ code: number; said: string[]; complained: string }> {
  const said: string[] = [];
  let complained = '';
  const input = (async function* () {
    yield* chunks;
  })();
  const code = await runInspect(args, { input, say: (text) => said.push(...text.split('\n').slice(0, -1)), complain: (text) => (complained += text) });
  return { code, said, complained };
}

describe('reading a capture', () => {
  it('prints one object a frame, with its line', async () => {
    const { code, said } = await run(['kicc-ed721'], `# started\n\n${INFO}\n060606${INFO}\r\n`);
    expect(code).toBe(0);
    expect(said.map((line) => JSON.parse(line))).toEqual([
      { line: 3, direction: 'pos->terminal', fields: { cnt: 1, gcd: '14', jcd: '02' } },
      { line: 4, fields: { control: 'ACK' } },
      { line: 4, direction: 'pos->terminal', fields: { cnt: 1, gcd: '14', jcd: '02' } },
    ]);
  });

  it.each([
    ['blanks', '02 00 06 01 FB 14 02 03 DE E5'],
    ['small letters', '02000601fb140203dee5'],
    ['0x and commas', '0x02,0x00, 0x06,0x01,0xFB,0x14,0x02,0x03,0xDE,0xE5'],
    ['a mark before it', 'TX: 02 00 06 01 FB 14 02 03 DE E5'],
    ['hexdump -C', '00000000  02 00 06 01 fb 14 02 03  de e5                    |..........|\n0000000a'],
    ['xxd', '00000000: 0200 0601 fb14 0203 dee5                 ..........'],
    ['a hexdump over several lines', '00000000  02 00 06 01 |....|\n00000004  fb 14 02 03 |....|\n00000008  de e5 |..|'],
  ])('takes %s', async (_name, text) => {
    const { code, said } = await run(['kicc-ed721'], text);
    expect(said.map((line) => JSON.parse(line).fields)).toEqual([{ cnt: 1, gcd: '14', jcd: '02' }]);
    expect(code).toBe(0);
  });

  it('does not take a frame for an offset', () => {
    expect(readCaptureLine('02413131300372')).toMatchObject({ is: 'bytes', offset: undefined });
    expect(readCaptureLine('0606')).toMatchObject({ is: 'bytes', bytes: Uint8Array.of(6, 6), offset: undefined });
  });

  it('says what is wrong with a frame without showing its bytes', async () => {
    const { code, said } = await run(['kicc-ed721'], '02000601FB140203DE1A\n');
    expect(code).toBe(0);
    expect(JSON.parse(said[0] ?? '')).toMatchObject({ line: 1, fault: 'crc', bytes: 10, fields: { valid: false, reason: 'crc', gcd: '14', jcd: '02' } });
    expect(said[0]).not.toContain('DE1A');
  });

  it('names the line it cannot read and goes on', async () => {
    const { code, said, complained } = await run(['koces-cat'], '06\nhello\n060\n04');
    expect(code).toBe(1);
    expect(said).toHaveLength(2);
    expect(complained).toBe('inspect: line 2: "h" is no hex digit\ninspect: line 3: 3 hex digits: the last byte is half\n');
  });

  it('passes over a line without end, at a bounded cost', async () => {
    const { code, said, complained } = await run(['koces-cat'], ...Array.from({ length: 40 }, () => '06'.repeat(16_384)), '\n06\n');
    expect(code).toBe(1);
    expect(complained).toContain('line 1: longer than');
    expect(said).toEqual(['{"line":2,"fields":{"control":"ACK"}}']);
  });

  it('explains itself, and refuses what it does not understand', async () => {
    expect((await run(['--help'])).said.join('\n')).toContain('npm run inspect -- PROTOCOL');
    for (const args of [[], ['nice-pos'], ['koces-cat', '0606'], ['koces-cat', '--loud']]) {
      const { code, complained } = await run(args);
      expect(code).toBe(2);
      expect(complained).toMatch(/^inspect: /);
    }
  });
});

describe('building frames', () => {
  it('takes what it printed', async () => {
    for (const protocol of ['koces-cat', 'kicc-ed721', 'koces-pad']) {
      const sound = vectors.filter((vector) => vector.protocol === protocol && vector.fields.valid !== false).map(({ hex }) => hex);
      const read = await run([protocol], sound.join('\n'));
      const { code, said, complained } = await run([protocol, '--encode'], read.said.join('\n'));
      expect(complained).toBe('');
      expect(code).toBe(0);
      expect(said).toEqual(sound);
    }
  });

  it('names the line and the field that is wrong', async () => {
    const { code, said, complained } = await run(
      ['koces-cat', '--encode'],
      [
        '{"direction":"pos->terminal","name":"too much","fields":{"cmd":"G","code":"G120","amount":1000000000}}',
        'nothing',
        '{"direction":"sideways","fields":{"code":"G120"}}',
        '{"direction":"pos->terminal","fields":{"code":"G120","amount":1}}',
      ].join('\n'),
    );
    expect(code).toBe(1);
    expect(said).toHaveLength(1);
    expect(complained.split('\n')).toEqual([
      'inspect: line 1: amount takes 10 bytes, and 9 is its width',
      'inspect: line 2: not a JSON object',
      'inspect: line 3: "direction" must be "pos->terminal" or "terminal->pos"',
      '',
    ]);
  });

  it('builds a request the terminal must refuse only for someone who says so', async () => {
    const request = (valid: object) => JSON.stringify({ direction: 'pos->terminal', fields: { kv: { S00: '002', S01: 'D1', S02: '40', S09: '00', S23: 'PA3' }, ...valid } });
    expect(await run(['kicc-ed721', '--encode'], request({}))).toMatchObject({ code: 1, said: [], complained: expect.stringContaining('S10 is missing') });
    expect(await run(['kicc-ed721', '--encode'], request({ valid: false }))).toMatchObject({ code: 0, said: [vectors.find(({ name }) => name === 'approval without S10')?.hex] });
  });

  it.each([
    ['a cancel with VAT beside the whole sum', { tax: 1_000 }, 'zero in the others'],
    ['a cancel with a date of six digits', { orgDate: '260415' }, 'YYYYMMDD'],
    ['a cancel without its number', { orgAuthNo: '' }, 'needs orgDate and orgAuthNo'],
  ])('refuses %s, and names it when it is read', async (_name, changed, reason) => {
    const fields = { cmd: 'G', code: 'G120', amount: 11_000, orgDate: '20260415', orgAuthNo: '30012345', ...changed };
    const line = (more: object) => JSON.stringify({ direction: 'pos->terminal', fields: { ...fields, ...more } });
    expect(await run(['koces-cat', '--encode'], line({}))).toMatchObject({ code: 1, said: [], complained: expect.stringContaining(reason) });
    const built = await run(['koces-cat', '--encode'], line({ valid: false }));
    expect(JSON.parse((await run(['koces-cat'], built.said[0] ?? '')).said[0] ?? '')).toMatchObject({ fields: { valid: false, reason: expect.stringContaining(reason) } });
  });
});
