/** What the first run, the setting up of a shop, the search for a printer and the shop's settings say. */
import type { FoundPrinter, PrinterSearch } from '../../contract/program.ts';
import type { PinProblem } from '../../domain/people.ts';
import type { FieldProblem, SetupStep, ShopDraft } from '../../domain/setup.ts';
import type { SettingsSection } from '../../domain/shop.ts';
import type { VatType } from '../../domain/tax.ts';

type Titled = { readonly title: string; readonly meaning: string };
type Line = FoundPrinter['line'];

export type SetupWords = {
  readonly welcome: {
    readonly title: string;
    readonly hint: string;
    readonly practise: Titled & { readonly points: readonly string[]; readonly go: string };
    readonly shop: Titled & { readonly points: readonly string[]; readonly go: string; readonly goOn: string };
    readonly changing: string;
    readonly changingHint: string;
  };
  readonly frame: {
    readonly title: string;
    readonly steps: Readonly<Record<SetupStep, string>>;
    readonly progress: (step: number, of: number) => string;
    readonly kept: string;
    readonly next: string;
    readonly back: string;
    readonly toWelcome: string;
    readonly paper: string;
    readonly paperHint: string;
    readonly done: string;
    readonly missingHere: string;
  };
  readonly shop: { readonly title: string; readonly hint: string; readonly fields: Readonly<Record<keyof ShopDraft, string>>; readonly numberGood: string };
  readonly problems: Readonly<Record<FieldProblem, string>>;
  readonly tax: {
    readonly title: string;
    readonly hint: string;
    readonly types: Readonly<Record<VatType, Titled>>;
    readonly sectorTitle: string;
    readonly sectorMeaning: string;
    readonly sectorYes: Titled;
    readonly sectorNo: Titled;
  };
  readonly printer: {
    readonly title: string;
    readonly hint: string;
    readonly search: string;
    readonly again: string;
    readonly stop: string;
    readonly lines: Readonly<Record<Line, string>>;
    readonly progress: Readonly<Record<PrinterSearch[Line]['state'], (asked: number, of: number) => string>>;
    readonly found: (count: number) => string;
    readonly foundList: string;
    readonly none: string;
    readonly noneHint: string;
    readonly states: Readonly<Record<FoundPrinter['state'], string>>;
    readonly denied: string;
    readonly byHand: string;
    readonly byHandHint: string;
    readonly use: string;
    readonly chosen: (where: string) => string;
    readonly columns: string;
    readonly columnsOf: (count: 42 | 48) => string;
    readonly test: string;
    readonly testing: string;
    readonly testHint: string;
    readonly didItCome: string;
    readonly confirmed: string;
    readonly yes: string;
    readonly no: string;
    readonly good: string;
    readonly advice: readonly string[];
    readonly adviceTitle: string;
    readonly without: string;
    readonly withoutMeaning: string;
    readonly withoutChosen: string;
    readonly simulated: string;
  };
  readonly receipts: {
    readonly title: string;
    readonly hint: string;
    readonly popbill: Titled;
    readonly later: Titled;
    readonly service: string;
    readonly services: Readonly<Record<'production' | 'test', string>>;
    readonly testWarning: string;
    readonly linkId: string;
    readonly secret: string;
    readonly secretKept: string;
    readonly secretHint: string;
  };
  readonly owner: {
    readonly title: string;
    readonly hint: string;
    readonly name: string;
    readonly pin: string;
    readonly again: string;
    readonly pinHint: string;
    readonly problems: Readonly<Record<PinProblem | 'differs', string>>;
    readonly good: string;
    readonly notKept: string;
  };
  readonly review: {
    readonly title: string;
    readonly hint: string;
    readonly change: string;
    readonly start: string;
    readonly starting: string;
    readonly pinAgain: string;
    readonly noPrinter: string;
    readonly receiptsLater: string;
    readonly receiptsBy: (service: string, linkId: string) => string;
    readonly sector: Readonly<Record<'yes' | 'no', string>>;
    readonly counterOf: (number: string) => string;
  };
  readonly menu: { readonly settings: string; readonly setUp: string; readonly toShop: string; readonly toPractice: string };
  readonly settings: {
    readonly title: string;
    readonly sections: Readonly<Record<SettingsSection, string>>;
    readonly save: string;
    readonly saving: string;
    readonly saved: string;
    readonly recorded: string;
    readonly practiceReceipts: string;
    readonly noReceipts: Titled;
    readonly noPrinter: { readonly without: string; readonly withoutChosen: string; readonly withoutMeaning: string };
  };
  readonly keys: { readonly choose: string; readonly section: string };
};
