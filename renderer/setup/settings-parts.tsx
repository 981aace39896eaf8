/** A section of the settings, as fields. */
import type { DeviceView } from '../../contract/devices.ts';
import type { ProgramView, SettingsView } from '../../contract/program.ts';
import type { SettingsSection } from '../../domain/shop.ts';
import { unreachable } from '../../domain/unreachable.ts';
import { useWords } from '../words/language.tsx';
import { setupWords } from '../words/setup.ts';
import { slipSettingsWords } from '../words/slip-settings.ts';
import { Choices } from './choices.tsx';
import type { Edited } from './edited-settings.ts';
import { PadFields } from './pad-fields.tsx';
import { PrinterSearch } from './printer-search.tsx';
import { ReceiptsFields } from './receipts-fields.tsx';
import { SlipChoices } from './slip-choices.tsx';
import { ShopFields } from './shop-fields.tsx';
import { TaxChoices } from './tax-choices.tsx';
import { TerminalFields } from './terminal-fields.tsx';

export type SectionFieldsProps = {
  readonly section: SettingsSection;
  readonly settings: SettingsView;
  readonly program: ProgramView;
  readonly now: Edited;
  /** The card terminal as it stands. */
  readonly terminal: DeviceView;
  /** The signature pad as it stands. */
  readonly pad: DeviceView;
  readonly changed: boolean;
  readonly asked: number;
  readonly onChange: (now: Edited) => void;
};

export function SectionFields({ section, settings, program, now, terminal, pad, changed, asked, onChange }: SectionFieldsProps) {
  const words = useWords(setupWords);
  switch (section) {
    case 'shop':
      return <ShopFields shop={now.shop} asked={asked} onChange={(shop) => onChange({ ...now, shop })} />;
    case 'tax':
      return <TaxChoices tax={now.tax} onChange={(tax) => onChange({ ...now, tax })} />;
    case 'printer':
      return <PrinterSearch search={program.search} value={now.printer} onChange={(printer) => onChange({ ...now, printer })} mayGoWithout={settings.mode === 'shop'} without={words.settings.noPrinter} />;
    case 'backup-printer':
      return <BackupPrinter {...{ program, now, onChange }} />;
    case 'slip':
      return <SlipChoices slip={now.slip} onChange={(slip) => onChange({ ...now, slip })} />;
    case 'terminal':
      return <TerminalFields practises={settings.mode === 'practice'} value={now.terminal} health={terminal} changed={changed} asked={asked} onChange={(terminal) => onChange({ ...now, terminal })} />;
    case 'signature':
      return <PadFields practises={settings.mode === 'practice'} value={now.signature} health={pad} changed={changed} asked={asked} onChange={(signature) => onChange({ ...now, signature })} />;
    case 'receipts':
      return <Receipts settings={settings} now={now} asked={asked} onChange={onChange} />;
    default:
      return unreachable(section);
  }
}

/** Found, tried and named like the first. */
function BackupPrinter({ program, now, onChange }: Pick<SectionFieldsProps, 'program' | 'now' | 'onChange'>) {
  const words = useWords(slipSettingsWords).backup;
  return (
    <>
      <p className="w-[44rem] max-w-full text-ink-2">{words.meaning}</p>
      <PrinterSearch search={program.search} value={now.backupPrinter} onChange={(backupPrinter) => onChange({ ...now, backupPrinter })} without={words} />
    </>
  );
}

function Receipts({ settings, now, asked, onChange }: Pick<SectionFieldsProps, 'settings' | 'now' | 'asked' | 'onChange'>) {
  const words = useWords(setupWords);
  const { receipts } = now;
  if (settings.mode === 'practice') return <p className="rounded-card border-l-4 border-warn-dot bg-warn-soft px-5 py-3.5">{words.settings.practiceReceipts}</p>;
  return (
    <div className="flex w-[44rem] max-w-full flex-col gap-6">
      <Choices
        label={words.receipts.title}
        value={receipts.connected ? 'popbill' : 'none'}
        choices={[
          { id: 'popbill', ...words.receipts.popbill, testId: 'setup-receipts-popbill' },
          { id: 'none', ...words.settings.noReceipts, testId: 'setup-receipts-none' },
        ]}
        onChange={(choice) => onChange({ ...now, receipts: { ...receipts, connected: choice === 'popbill' } })}
      />
      {receipts.connected ? <ReceiptsFields value={receipts} secretKept={settings.receipts.secretKept && settings.receipts.linkId === receipts.linkId} asked={asked} onChange={(next) => onChange({ ...now, receipts: { ...receipts, ...next } })} /> : null}
    </div>
  );
}
