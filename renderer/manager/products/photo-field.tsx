import type { RefObject } from 'react';
import { useMemo, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Photo, Picture } from '../../photos/photo.tsx';
import { bytesOf } from '../../ui/base64.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { CameraIcon } from '../../ui/icons.tsx';
import { Live } from '../../ui/live.tsx';
import { useWords } from '../../words/language.tsx';
import { photoWords } from '../../words/photo.ts';
import type { Fields } from './fields.ts';
import type { ProductForm } from './use-product-form.ts';
import { useGivenFiles } from './use-given-files.ts';

const ACCEPTED = 'image/jpeg,image/png,image/webp';

export type PhotoFieldProps = { readonly form: ProductForm; readonly fields: Fields; /** Where one may be dropped. */ readonly zone: RefObject<HTMLElement | null>; readonly readOnly: boolean };

/** What the product looks like: chosen from a file, dropped or pasted, replaced, taken off. Nothing of it is kept before the product is saved. */
export function PhotoField({ form, fields, zone, readOnly }: PhotoFieldProps) {
  const words = useWords(photoWords);
  const picker = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined) => {
    if (file !== undefined) void form.takePhoto(file);
  };
  const over = useGivenFiles(zone, readOnly ? null : take);
  const kept = form.editing?.product?.photo ?? null;
  const { photo: change } = fields;
  const shown = change.act === 'set' || (change.act === 'keep' && kept !== null);
  const choose = () => picker.current?.click();
  return (
    <div className="flex w-46 flex-none flex-col gap-2" role="group" aria-label={words.photo} data-testid="product-photo" data-act={change.act}>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        tabIndex={-1}
        aria-hidden="true"
        className="hidden"
        onChange={(event) => {
          take(event.target.files?.[0]);
          // The same file again is a choice too.
          event.target.value = '';
        }}
        data-testid="photo-file"
      />
      {shown ? (
        <div className={cx('flex justify-center overflow-hidden rounded-card border bg-sunk', readOnly ? 'h-43' : 'h-29', over ? 'border-accent' : 'border-line', form.shrinking && 'opacity-50')}>
          <span className="block aspect-square h-full">{change.act === 'set' ? <Chosen base64={change.base64} label={words.of(fields.name)} /> : <Photo photo={kept ?? ''} className="size-full rounded-none! border-0!" />}</span>
        </div>
      ) : (
        <EmptyPhoto small={change.act === 'remove' && kept !== null} busy={form.shrinking} over={over} readOnly={readOnly} onChoose={choose} />
      )}
      {readOnly ? null : <PhotoActs form={form} shown={shown} kept={kept !== null} act={change.act} onChoose={choose} />}
      <Live testId="photo-live">{form.shrinking ? words.shrinking : change.act === 'set' ? words.chosen : change.act === 'remove' ? words.removed : ''}</Live>
    </div>
  );
}

function Chosen({ base64, label }: { readonly base64: string; readonly label: string }) {
  const bytes = useMemo(() => bytesOf(base64), [base64]);
  return <Picture bytes={bytes} label={label} />;
}

type EmptyPhotoProps = { /** What was taken off can be brought back below it. */ readonly small: boolean; readonly busy: boolean; readonly over: boolean; readonly readOnly: boolean; readonly onChoose: () => void };

function EmptyPhoto({ small, busy, over, readOnly, onChoose }: EmptyPhotoProps) {
  const words = useWords(photoWords);
  return (
    <AriaButton
      preventFocusOnPress
      isDisabled={readOnly || busy}
      onPress={onChoose}
      className={cx(
        'flex w-46 cursor-default flex-col items-center justify-center gap-1 rounded-card border-2 border-dashed px-3 text-center data-pressed:bg-sunk',
        small ? 'h-29' : 'h-43',
        over ? 'border-accent bg-accent-soft' : 'border-line-strong',
      )}
      data-testid="photo-add"
    >
      <span className="text-[2rem] text-ink-3">
        <CameraIcon />
      </span>
      <b className="text-[1.0625rem] font-semibold">{busy ? words.shrinking : readOnly ? words.none : words.add}</b>
      {readOnly || busy || small ? null : <span className="text-[0.875rem] leading-tight text-ink-2">{words.hint}</span>}
    </AriaButton>
  );
}

type PhotoActsProps = { readonly form: ProductForm; readonly shown: boolean; readonly kept: boolean; readonly act: Fields['photo']['act']; readonly onChoose: () => void };

function PhotoActs({ form, shown, kept, act, onChoose }: PhotoActsProps) {
  const words = useWords(photoWords);
  const back = (
    <Button size="small" kind="quiet" onPress={() => form.set({ photo: { act: 'keep' } })} testId="photo-back" className="px-0.5! text-[0.875rem]!">
      {act === 'remove' ? words.bringBack : words.takeBack}
    </Button>
  );
  if (!shown) return act === 'remove' && kept ? back : null;
  return (
    <div className="grid grid-cols-2 gap-1.5">
      <Button size="small" onPress={onChoose} testId="photo-replace" className="px-0.5! text-[0.875rem]!">
        {words.replace}
      </Button>
      {act === 'set' ? (
        back
      ) : (
        <Button size="small" kind="quiet" onPress={() => form.set({ photo: { act: 'remove' } })} testId="photo-remove" className="px-0.5! text-[0.875rem]!">
          {words.remove}
        </Button>
      )}
    </div>
  );
}
