import { Dot } from '../../ui/dot.tsx';
import type { DotState } from '../../ui/dot.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Trouble } from '../../ui/trouble.tsx';
import { nothing, Part, Row, State } from './frame.tsx';

const DOTS: readonly (readonly [DotState, string])[] = [
  ['ok', '프린터'],
  ['warning', '현금영수증 대기 2건'],
  ['down', '프린터 용지 없음'],
  ['checking', '확인 중'],
];

/** What the counter says by itself. */
export function MessageParts() {
  return (
    <Part title="알림 · Notice, 상태 · Status" note="덮지 않고, 저절로 사라지지 않는다">
      <Row>
        {DOTS.map(([state, words]) => (
          <State key={state} name={state}>
            <span className="flex items-center gap-2">
              <Dot state={state} />
              {words}
            </span>
          </State>
        ))}
      </Row>
      <State name="notice" className="grid gap-1.5">
        <Notice title="현금영수증이 발급되지 않았습니다." body="판매는 그대로이고, 현금영수증은 없습니다. 판매 내역에서 다시 발급하세요." dismissLabel="닫기" onDismiss={nothing} testId="notice-sample" />
      </State>
      <div className="grid grid-cols-2 gap-8">
        <State name="trouble, bad" className="grid gap-1.5">
          <Trouble code="printer.paper-end" detail="tcp://127.0.0.1:9100" />
        </State>
        <State name="trouble, warn" className="grid gap-1.5">
          <Trouble code="cash-receipt.customer-data" tone="warn" />
        </State>
      </div>
    </Part>
  );
}
