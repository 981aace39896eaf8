import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Nothing } from '../../ui/nothing.tsx';
import type { Column } from '../../ui/table.tsx';
import { Table } from '../../ui/table.tsx';
import { nothing, Part, State } from './frame.tsx';

type Hour = { readonly hour: string; readonly sales: number; readonly amountWon: number };
const HOURS: readonly Hour[] = [
  { hour: '10시', sales: 8, amountWon: 96_400 },
  { hour: '11시', sales: 21, amountWon: 1_204_900 },
  { hour: '12시', sales: 134, amountWon: 888_100 },
];
const number = new Intl.NumberFormat('ko');
const COLUMNS: readonly Column<Hour>[] = [
  { id: 'hour', title: '시간', cell: ({ hour }) => hour, foot: '합계' },
  { id: 'sales', title: '건수', kind: 'number', cell: ({ sales }) => number.format(sales), foot: '163' },
  { id: 'amount', title: '금액', kind: 'number', cell: ({ amountWon }) => number.format(amountWon), foot: '2,189,400' },
];

/** What is chosen from and what is read. */
export function ListParts() {
  return (
    <Part title="목록 · List, 표 · Table">
      <div className="grid grid-cols-3 items-start gap-8">
        <div className="rounded-card border border-line bg-surface">
          <Sample name="우리밀 식빵" won={4_200} />
          <Sample name="햇살 아메리카노 원두 500g" won={36_000} chosen />
          <div data-hold="pressed">
            <Sample name="눌림 · pressed" won={2_950} />
          </div>
          <div data-hold="focus">
            <Sample name="초점 · focus" won={6_900} />
          </div>
        </div>
        <State name="table" className="grid gap-1.5">
          <Table caption="시간별 판매" titled columns={COLUMNS} rows={HOURS} rowKey={({ hour }) => hour} empty="" />
        </State>
        <div className="grid gap-6">
          <State name="table, empty" className="grid gap-1.5">
            <Table caption="시간별 판매" columns={COLUMNS} rows={[]} rowKey={({ hour }) => hour} empty="아직 판매가 없습니다" />
          </State>
          <State name="nothing" className="grid gap-1.5">
            <div className="grid rounded-card border border-line bg-surface">
              <Nothing title="‘8809’ 상품이 없습니다" hint="이름의 일부나 초성, 바코드 뒷자리로 찾아 보세요." testId="nothing">
                <Button onPress={nothing}>이 상품 등록</Button>
              </Nothing>
            </div>
          </State>
        </div>
      </div>
    </Part>
  );
}

function Sample({ name, won, chosen = false }: { readonly name: string; readonly won: number; readonly chosen?: boolean }) {
  return (
    <ListRow onPress={nothing} chosen={chosen} columns="grid-cols-[minmax(0,1fr)_auto]" testId="row">
      <b className="truncate text-[1.1875rem] font-semibold">{name}</b>
      <Amount won={won} className="text-right" />
    </ListRow>
  );
}
