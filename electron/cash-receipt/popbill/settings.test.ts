import { describe, expect, it } from 'vitest';

import { createPopbillGateway } from './client.ts';
import { POPBILL_PRODUCTION, POPBILL_TEST, popbillSettingsProblems } from './settings.ts';
import { NOW_MS, SECRET_KEY, settingsFor } from './test-fixtures.ts';

describe('gateway settings', () => {
  it('take the real services and a sandbox on this machine', () => {
    expect(popbillSettingsProblems({ ...settingsFor('https://x'), ...POPBILL_PRODUCTION })).toEqual([]);
    expect(popbillSettingsProblems({ ...settingsFor('https://x'), ...POPBILL_TEST })).toEqual([]);
    for (const url of ['http://127.0.0.1:8080', 'http://localhost:1', 'http://[::1]:9']) expect(popbillSettingsProblems(settingsFor(url))).toEqual([]);
  });

  it.each(['http://popbill.linkhub.co.kr', 'http://192.168.0.10:80', 'http://127.0.0.1.example.com', 'ftp://127.0.0.1', 'https://user:pass@host', 'https://host/path', 'https://host?x=1', 'host', ''])(
    'refuse the address %s',
    (url) => {
      expect(popbillSettingsProblems(settingsFor(url)).map(({ field }) => field)).toEqual(['authUrl', 'serviceUrl']);
    },
  );

  it('name every wrong field and never its value', () => {
    const wrong = settingsFor('https://x', { linkId: 'has space', secretKey: '비밀', businessNumber: '124-81-00998', userId: 'a\nb', forwarded: '', limits: { replyTimeoutMs: 0 } });
    const problems = popbillSettingsProblems(wrong);
    expect(problems.map(({ field }) => field)).toEqual(['linkId', 'secretKey', 'businessNumber', 'userId', 'forwarded', 'limits']);
    expect(JSON.stringify(problems)).not.toContain('비밀');
  });

  it('that are wrong are a bug at creation, told without the secret', () => {
    const create = (): unknown => createPopbillGateway({ settings: settingsFor('http://example.com'), clock: () => NOW_MS });
    expect(create).toThrow(TypeError);
    try {
      create();
    } catch (error) {
      expect(String(error)).not.toContain(SECRET_KEY);
    }
  });
});
