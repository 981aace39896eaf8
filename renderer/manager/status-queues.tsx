/** What waits: receipts that are not at the gateway, and papers nobody has seen come out. */
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CounterView, StatusView } from '../../contract/views.ts';
import { Button } from '../ui/button.tsx';
import { Dot } from '../ui/dot.tsx';
import { useNow } from '../ui/now.ts';
import { commonWords } from '../words/common.ts';
import { useFormat, useFailureWords, useWords } from '../words/language.tsx';
import { managerWords } from '../words/manager.ts';
import { receiptTerminalWords } from '../words/receipt-terminal.ts';
import { reprintWords } from '../words/reprint.ts';
import { NotOutDialog } from '../cashier/slip/not-out-dialog.tsx';
import { useReprint } from '../cashier/slip/use-reprint.tsx';
import { usePrintName } from './history/sale-papers.tsx';
import { printSign } from './signs.ts';

const MAX_SHOWN_PRINTS = 20;
const AGE_EVERY_MS = 1_000;

type Job = StatusView['prints']['jobs'][number];

function Card({ title, testId, children }: { readonly title: string; readonly testId: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2 rounded-card border border-line bg-surface px-5 py-4" data-testid={testId}>
      <h2 className="text-[1.1875rem] font-[750] tracking-[-0.02em]">{title}</h2>
      {children}
    </section>
  );
}

function None({ children }: { readonly children: string }) {
  return (
    <p className="flex items-center gap-2 text-ink-2">
      <Dot state="ok" />
      {children}
    </p>
  );
}

export function UnsentReceipts({ unsent, way }: { readonly unsent: StatusView['unsent']; readonly way: CounterView['receiptOffer']['way'] }) {
  const words = useWords(managerWords).status;
  const terminal = useWords(receiptTerminalWords);
  const format = useFormat();
  const nowMs = useNow(AGE_EVERY_MS);
  return (
    <Card title={words.unsent} testId="status-unsent-card">
      {unsent.count === 0 ? (
        <None>{words.unsentNone}</None>
      ) : (
        <>
          <p className="num flex flex-col">
            <b className="text-[1.75rem] leading-tight font-[750] tracking-[-0.02em]" data-testid="status-unsent-sum">
              {words.unsentSome(format.number(unsent.count), format.won(unsent.amountWon))}
            </b>
            {unsent.oldestAt === null ? null : <span className="text-ink-2">{words.unsentAge(format.age(unsent.oldestAt, nowMs))}</span>}
          </p>
          <p className="text-balance">{way === 'terminal' ? terminal.unsentNext : words.unsentNext}</p>
        </>
      )}
    </Card>
  );
}

export function UnsettledPrints({ view, onTestPrint }: { readonly view: CounterView; readonly onTestPrint: () => void }) {
  const words = useWords(managerWords).status;
  const format = useFormat();
  const { prints } = view.status;
  const shown = prints.jobs.slice(0, MAX_SHOWN_PRINTS);
  const left = prints.count - shown.length;
  return (
    <Card title={words.prints} testId="status-prints-card">
      {prints.count === 0 ? (
        <None>{words.printsNone}</None>
      ) : (
        <>
          <p className="text-balance">{words.printsNext}</p>
          <ul>
            {shown.map((job) => (
              <UnsettledPrint key={job.jobId} view={view} job={job} onTestPrint={onTestPrint} />
            ))}
          </ul>
          {left > 0 ? <p className="num text-ink-2">{words.more(format.number(left))}</p> : null}
        </>
      )}
    </Card>
  );
}

function UnsettledPrint({ view, job, onTestPrint }: { readonly view: CounterView; readonly job: Job; readonly onTestPrint: () => void }) {
  const words = useWords(managerWords);
  const common = useWords(commonWords);
  const failureWords = useFailureWords();
  const format = useFormat();
  const printName = usePrintName();
  const { saleId, saleNumber } = job;
  const number = saleNumber === null ? null : format.saleNumber(saleNumber);
  const name = number === null ? words.status.testSlip : `${words.today.saleNumber(number)} · ${printName(job)}`;
  const why = job.failure === null ? common.printState[job.state] : failureWords(job.failure).what;
  return (
    <li className="flex flex-wrap items-center gap-x-2.5 gap-y-2 border-t border-sunk py-2.5" data-testid={`status-print-${saleNumber ?? 'test'}`}>
      <div className="num min-w-0 basis-full">
        <b className="block font-semibold">{name}</b>
        <span className="flex items-baseline gap-1.75 text-[0.9375rem] text-ink-2">
          <Dot state={printSign(job.state)} />
          <span>
            {format.time(job.createdAt)} · {why}
          </span>
        </span>
      </div>
      {saleId === null || saleNumber === null ? (
        <Button size="small" onPress={onTestPrint} testId="status-print-again-test" className="flex-none whitespace-nowrap">
          {words.status.testPrint}
        </Button>
      ) : (
        <SlipInDoubt view={view} saleId={saleId} saleNumber={saleNumber} />
      )}
    </li>
  );
}

/** Once more with one touch, or the whole way on. */
function SlipInDoubt({ view, saleId, saleNumber }: { readonly view: CounterView; readonly saleId: string; readonly saleNumber: number }) {
  const words = useWords(managerWords).status;
  const missing = useWords(reprintWords).notOut;
  const format = useFormat();
  const reprint = useReprint(saleId, saleNumber);
  const [open, setOpen] = useState(false);
  const number = format.saleNumber(saleNumber);
  return (
    <>
      <Button size="small" disabled={reprint.busy} onPress={() => void reprint.run({ reason: 'not-out', printer: 'first' })} label={words.printAgainOf(number)} testId={`status-print-again-${saleNumber}`} className="flex-none whitespace-nowrap">
        {words.printAgain}
      </Button>
      <Button size="small" onPress={() => setOpen(true)} label={`${missing.open} · ${number}`} testId={`status-not-out-${saleNumber}`} className="flex-none whitespace-nowrap">
        {missing.open}
      </Button>
      {reprint.dialog}
      {open ? <NotOutDialog view={view} saleId={saleId} saleNumber={saleNumber} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
