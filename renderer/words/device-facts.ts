/** Words of what is known of a device: since when, where, who it is, when it last answered. */
import type { TerminalFamilyName } from '../../contract/devices.ts';
import { defineWords } from './language.tsx';

export type DeviceFactsWords = {
  readonly since: string;
  readonly sinceText: (when: string, age: string) => string;
  readonly address: string;
  readonly lastAnswer: string;
  readonly answer: (when: string, took: string) => string;
  readonly never: string;
  readonly milliseconds: (count: string) => string;
  readonly seconds: (count: string) => string;
  readonly columns: string;
  readonly columnCount: (count: number) => string;
  readonly kind: string;
  readonly family: Readonly<Record<TerminalFamilyName, string>>;
  readonly simulated: (family: string) => string;
  readonly model: string;
  readonly modelText: (model: string, version: string) => string;
  readonly serial: string;
  readonly terminalId: string;
  readonly size: string;
  readonly monitor: string;
  readonly monitors: Readonly<Record<'own' | 'shared' | 'unknown', string>>;
  readonly lastEntry: string;
  readonly entry: (number: string, when: string) => string;
  readonly room: string;
  readonly gigabytes: (count: string) => string;
};

export const deviceFactsWords = defineWords<DeviceFactsWords>({
  ko: {
    since: '언제부터',
    sinceText: (when, age) => `${when} · ${age}`,
    address: '주소',
    lastAnswer: '마지막 응답',
    answer: (when, took) => `${when} · ${took}`,
    never: '아직 없음',
    milliseconds: (count) => `${count} ms`,
    seconds: (count) => `${count}초`,
    columns: '용지 폭',
    columnCount: (count) => `${count}칸`,
    kind: '종류',
    family: { none: '없음', 'koces-cat': 'KOCES CAT', 'kicc-ed721': 'KICC ED-721' },
    simulated: (family) => `${family} (연습용)`,
    model: '모델',
    modelText: (model, version) => `${model} · ${version}`,
    serial: '일련번호',
    terminalId: '단말기 번호',
    size: '화면 크기',
    monitor: '모니터',
    monitors: { own: '따로 있는 모니터', shared: '계산대와 같은 모니터', unknown: '알 수 없음' },
    lastEntry: '마지막 기록',
    entry: (number, when) => `${number}번 · ${when}`,
    room: '남은 공간',
    gigabytes: (count) => `${count} GB`,
  },
  en: {
    since: 'Since',
    sinceText: (when, age) => `${when} · ${age}`,
    address: 'Address',
    lastAnswer: 'Last answer',
    answer: (when, took) => `${when} · ${took}`,
    never: 'Not yet',
    milliseconds: (count) => `${count} ms`,
    seconds: (count) => (count === '1' ? '1 second' : `${count} seconds`),
    columns: 'Paper width',
    columnCount: (count) => `${count} columns`,
    kind: 'Kind',
    family: { none: 'None', 'koces-cat': 'KOCES CAT', 'kicc-ed721': 'KICC ED-721' },
    simulated: (family) => `${family} (practice)`,
    model: 'Model',
    modelText: (model, version) => `${model} · ${version}`,
    serial: 'Serial number',
    terminalId: 'Terminal id',
    size: 'Picture size',
    monitor: 'Monitor',
    monitors: { own: 'One of its own', shared: 'The cashier’s monitor', unknown: 'Cannot be told' },
    lastEntry: 'Last entry',
    entry: (number, when) => `No. ${number} · ${when}`,
    room: 'Free space',
    gigabytes: (count) => `${count} GB`,
  },
  'zh-CN': {
    since: '开始时间',
    sinceText: (when, age) => `${when} · ${age}`,
    address: '地址',
    lastAnswer: '最近应答',
    answer: (when, took) => `${when} · ${took}`,
    never: '还没有',
    milliseconds: (count) => `${count}毫秒`,
    seconds: (count) => `${count}秒`,
    columns: '纸宽',
    columnCount: (count) => `${count}列`,
    kind: '类型',
    family: { none: '没有', 'koces-cat': 'KOCES CAT', 'kicc-ed721': 'KICC ED-721' },
    simulated: (family) => `${family} (练习)`,
    model: '型号',
    modelText: (model, version) => `${model} · ${version}`,
    serial: '序列号',
    terminalId: '终端号',
    size: '画面尺寸',
    monitor: '显示器',
    monitors: { own: '独立显示器', shared: '与收银台同一台', unknown: '无法得知' },
    lastEntry: '最近记录',
    entry: (number, when) => `第${number}条 · ${when}`,
    room: '剩余空间',
    gigabytes: (count) => `${count} GB`,
  },
});
