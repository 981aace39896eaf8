import type { ButtonKind, ButtonSize } from '../../ui/button.tsx';
import { Button } from '../../ui/button.tsx';
import { AmountField } from '../../ui/amount-field.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Keypad } from '../../ui/keypad.tsx';
import { Segments } from '../../ui/segments.tsx';
import { Stepper } from '../../ui/stepper.tsx';
import { nothing, Part, Row, State } from './frame.tsx';

const KINDS: readonly ButtonKind[] = ['primary', 'plain', 'chosen', 'quiet', 'soft', 'danger'];
const SIZES: readonly ButtonSize[] = ['small', 'normal', 'large', 'huge'];
const TABS = [
  { id: 'quantity', content: '수량', testId: 'tab-quantity' },
  { id: 'discount', content: '할인', testId: 'tab-discount' },
  { id: 'note', content: '메모', testId: 'tab-note' },
] as const;

/** What a finger or a key acts on. */
export function ControlParts() {
  return (
    <>
      <ButtonParts />
      <KeypadParts />
      <AmountFieldParts />
      <TabParts />
    </>
  );
}

function ButtonParts() {
  return (
    <Part title="버튼 · Button" note="화면마다 primary는 하나">
      {KINDS.map((kind) => (
        <Row key={kind}>
          <State name={kind}>
            <Button kind={kind} onPress={nothing}>
              현금
            </Button>
          </State>
          <State name="key">
            <Button kind={kind} onPress={nothing} keyHint="F8">
              현금
            </Button>
          </State>
          <State name="pressed" hold="pressed">
            <Button kind={kind} onPress={nothing}>
              현금
            </Button>
          </State>
          <State name="focus" hold="focus">
            <Button kind={kind} onPress={nothing}>
              현금
            </Button>
          </State>
          <State name="disabled">
            <Button kind={kind} onPress={nothing} disabled>
              현금
            </Button>
          </State>
        </Row>
      ))}
      <Row>
        {SIZES.map((size) => (
          <State key={size} name={size}>
            <Button size={size} onPress={nothing}>
              12,000원 받음
            </Button>
          </State>
        ))}
        <State name="Kbd">
          <Kbd>F1</Kbd>
        </State>
      </Row>
    </Part>
  );
}

function KeypadParts() {
  return (
    <Part title="숫자판 · Keypad">
      <div className="grid grid-cols-3 gap-8">
        <State name="000" className="grid gap-1.5">
          <Keypad onDigits={nothing} onBackspace={nothing} backspaceLabel="지우기" bundle="000">
            <Button kind="primary" size="huge" onPress={nothing}>
              20,000원 받음
            </Button>
          </Keypad>
        </State>
        <State name="pressed" hold="pressed" className="grid gap-1.5">
          <Keypad onDigits={nothing} onBackspace={nothing} backspaceLabel="지우기" />
        </State>
        <State name="disabled" className="grid gap-1.5">
          <Keypad onDigits={nothing} onBackspace={nothing} backspaceLabel="지우기" bundle="010" disabled />
        </State>
      </div>
    </Part>
  );
}

function AmountFieldParts() {
  return (
    <Part title="금액 칸 · Amount field">
      <div className="grid grid-cols-3 gap-8">
        <State name="empty" className="grid gap-1.5">
          <AmountField label="값" typed={null} ghost="0원" hint="값을 입력하면 담깁니다" testId="field-empty" />
        </State>
        <State name="typed" className="grid gap-1.5">
          <AmountField label="값" typed="10,000원" ghost="0원" hint="10,000원을 담습니다" testId="field-typed" />
        </State>
        <State name="refused" className="grid gap-1.5">
          <AmountField label="6,900원에서" typed="12%" ghost="0" hint="10%, 690원까지 할인할 수 있습니다" tone="bad" testId="field-refused" />
        </State>
      </div>
    </Part>
  );
}

function TabParts() {
  return (
    <Part title="탭 · Tabs, 수량 · Stepper">
      <Row>
        <State name="tabs">
          <Segments label="할 일" value="discount" options={TABS} onChange={nothing} />
        </State>
        <State name="tabs, focus" hold="focus">
          <Segments label="할 일" value="discount" options={TABS} onChange={nothing} />
        </State>
        <State name="stepper">
          <StepperSample />
        </State>
        <State name="pressed" hold="pressed">
          <StepperSample />
        </State>
        <State name="least">
          <StepperSample least />
        </State>
      </Row>
    </Part>
  );
}

function StepperSample({ least = false }: { readonly least?: boolean }) {
  return (
    <Stepper onLess={nothing} onMore={nothing} lessLabel="하나 빼기" moreLabel="하나 더" lessDisabled={least} lessTestId="less" moreTestId="more">
      <span className="num w-10 text-center text-[1.1875rem] font-[650]">{least ? 0 : 12}</span>
    </Stepper>
  );
}
