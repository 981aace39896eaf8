/** Photos of products: a manager gives one, it is on the key, in what is found and in the list, also after a restart; what is no photo is refused in words. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { PhotoView } from '../contract/catalogue.ts';
import { pageOf } from './fixtures.ts';
import { look, LOOK_SIZES } from './look.ts';
import { cashierPage, type CashierPage } from './pages/cashier-page.ts';
import type { CustomerPage } from './pages/customer-page.ts';
import { expect, test } from './till.ts';

/** Many steps at a hand's pace. */
test.describe.configure({ timeout: 180_000 });

type Colour = 'red' | 'blue';
const WATER = '생수 2L';
/** A hand is not that fast from one screen to the next; a touch that is does nothing. */
const breathe = (page: Page): Promise<void> => page.waitForTimeout(500);
const upload = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });

async function signIn(till: CashierPage, person: 'manager' | 'cashier' = 'manager'): Promise<void> {
  await expect(till.at('screen-sign-in')).toBeVisible();
  await till.at(`person-practice-${person}`).click();
  await till.type(person === 'manager' ? '5678' : '1234');
  await till.press('Enter');
  await expect(till.at('screen-sign-in')).toBeHidden();
}

async function openProduct(till: CashierPage, name: string): Promise<void> {
  await till.press('F10');
  await till.at('menu-products').click();
  await expect(till.at('screen-products')).toBeVisible();
  await till.at('products-search').fill(name);
  await expect(till.at('product-row').first()).toContainText(name);
  await breathe(till.page);
  await till.at('product-row').first().click();
  await expect(till.at('product-name')).toHaveValue(name);
}

/** As a phone lays it down: on its side, with a note to turn it, in more pixels than any screen of ours. The left half is red, the right half blue. */
async function phonePhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1600, 1200];
    const context = canvas.getContext('2d');
    for (const [colour, x] of [['#d02020', 0], ['#2040d0', 800]] as const) {
      if (context === null) throw new Error('no canvas');
      context.fillStyle = colour;
      context.fillRect(x, 0, 800, 1200);
    }
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1] ?? '';
  });
  const jpeg = Buffer.from(base64, 'base64');
  // Exif, in Motorola's order, with one entry: turn a quarter clockwise.
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1'), Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0])]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(exif.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, exif, jpeg.subarray(2)]);
}

/** What is painted there, above and below. */
async function shows(place: Locator, above: Colour, below: Colour = above): Promise<void> {
  const seen = () =>
    place.getByTestId('photo-painted').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement) || canvas.width !== canvas.height) return [];
      return [0.2, 0.8].map((share) => {
        const [red = 0, green = 0, blue = 0] = canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height * share, 1, 1).data ?? [];
        return red > blue + 60 ? 'red' : blue > red + 60 ? 'blue' : `${red} ${green} ${blue}`;
      });
    });
  await expect.poll(seen).toEqual([above, below]);
}

/** As the browser decodes it. */
function sidesOf(page: Page, picture: Buffer): Promise<readonly number[]> {
  return page.evaluate(async (bytes) => {
    const { width, height } = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
    return [width, height];
  }, [...picture]);
}

/** The bytes main keeps of the photo that is shown there. */
async function keptPhoto(place: Locator): Promise<Buffer> {
  const raw = await place.getByTestId('photo').evaluate((photo) => window.gyesandae?.invoke(JSON.stringify({ id: 1, call: 'catalogue.photos', req: { photos: [photo.getAttribute('data-photo')] } })) ?? '');
  const { res }: { res: PhotoView[] } = JSON.parse(raw);
  return Buffer.from(res[0]?.base64 ?? '', 'base64');
}

/** Something is painted there. */
const isShown = (place: Locator): Promise<void> =>
  expect.poll(() => place.getByTestId('photo-painted').evaluate((canvas) => canvas instanceof HTMLCanvasElement && (canvas.getContext('2d')?.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data[3] ?? 0))).toBe(255);

/** The product is open; it ends with the photo that was dropped first. */
async function refusedAndGiven(till: CashierPage, dataDir: string): Promise<void> {
  await till.at('product-price').fill('1200');
  const whole = await till.page.screenshot({ type: 'png' });
  const vast = Buffer.from(whole);
  vast.writeUInt32BE(9_000, 16);
  vast.writeUInt32BE(9_000, 20);
  const wrong = [
    ['catalogue.photo-not-a-picture', Buffer.from('상품명,판매가\r\n유자차,9000\r\n')],
    ['catalogue.photo-unreadable', whole.subarray(0, 60)],
    ['catalogue.photo-too-many-pixels', vast],
    ['catalogue.photo-too-large', Buffer.concat([whole, Buffer.alloc(20_971_520)])],
  ] as const;
  for (const [code, bytes] of wrong) {
    const file = path.join(dataDir, 'photo.jpg');
    writeFileSync(file, bytes);
    await till.at('photo-file').setInputFiles(file);
    await expect(till.at('field-refused')).toHaveAttribute('data-code', code);
    await expect(till.at('product-photo')).toHaveAttribute('data-act', 'keep');
    await expect(till.at('product-price'), 'what was typed stays').toHaveValue('1,200');
  }

  const give = (act: 'drop' | 'paste', colour: string) =>
    till.at('product-form').evaluate(
      async (form, { act, colour }) => {
        const canvas = new OffscreenCanvas(300, 900);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.fillStyle = colour;
        context.fillRect(0, 0, 300, 900);
        const data = new DataTransfer();
        data.items.add(new File([await canvas.convertToBlob({ type: 'image/png' })], 'given.png', { type: 'image/png' }));
        form.dispatchEvent(act === 'drop' ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }) : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      },
      { act, colour },
    );
  await give('drop', '#d02020');
  await shows(till.at('product-photo'), 'red');
  await expect(till.at('field-refused')).toBeHidden();
  await till.press('Enter');
  await expect(till.at('product-saved')).toContainText('1,200');
  await give('paste', '#2040d0');
  await expect(till.at('product-photo')).toHaveAttribute('data-act', 'set');
  await shows(till.at('product-photo'), 'blue');
  await till.press('Enter');
  await expect(till.at('catalogue-undo')).toContainText(WATER);
  await expect(till.at('product-photo')).toHaveAttribute('data-act', 'keep');

  await breathe(till.page);
  await till.at('photo-remove').click();
  await expect(till.at('photo-add')).toBeVisible();
  await breathe(till.page);
  await till.at('photo-back').click();
  await shows(till.at('product-photo'), 'blue');
  await breathe(till.page);
  await till.at('photo-remove').click();
  await till.press('Enter');
  await expect(till.at('product-saved')).toBeVisible();
  await expect(till.at('product-row').first().getByTestId('photo-painted')).toHaveCount(0);
  await breathe(till.page);
  await till.at('catalogue-undo-do').click();
  await shows(till.at('product-row').first(), 'blue');
  await shows(till.at('product-photo'), 'blue');
  await breathe(till.page);
  await till.at('catalogue-undo-do').click();
  await shows(till.at('product-photo'), 'red');
}

/** The product is open, and has no photo. */
async function fromPhone(till: CashierPage, display: CustomerPage, startAgain: () => Promise<CashierPage>): Promise<void> {
  const photo = await phonePhoto(till.page);
  await expect(till.at('photo-add')).toBeVisible();
  await till.at('photo-file').setInputFiles(upload('IMG_0412.JPG', photo));
  await shows(till.at('product-photo'), 'red', 'blue');
  await till.press('Enter');
  await expect(till.at('product-saved')).toBeVisible();
  await shows(till.at('product-photo'), 'red', 'blue');
  await shows(till.at('product-row').first(), 'red', 'blue');
  const kept = await keptPhoto(till.at('product-photo'));
  expect(kept.toString('latin1', 8, 12), 'written anew').toBe('WEBP');
  expect(kept.length).toBeLessThanOrEqual(40_960);
  expect(await sidesOf(till.page, kept), 'small').toEqual([320, 320]);
  await till.press('Escape', 'Escape');
  await expect(till.at('screen-sale')).toBeVisible();
  const key = (page: CashierPage) => page.at('product-key').filter({ hasText: WATER });
  await shows(key(till), 'red', 'blue');
  await key(till).click();
  await expect(till.at('basket-line')).toContainText(WATER);
  await expect(display.page.getByTestId('photo-painted'), 'the customer’s window has no photos').toHaveCount(0);
  await till.at('sale-abandon').click();
  await till.at('abandon-do').click();

  const again = await startAgain();
  await signIn(again, 'cashier');
  await shows(key(again), 'red', 'blue');
  await again.press('F2');
  await again.page.keyboard.insertText('ㅅㅅ 2L');
  await expect(again.at('search-result').first()).toContainText(WATER);
  await shows(again.at('search-result').first(), 'red', 'blue');
}

test('what is no photo is refused in words, one is dropped, replaced by a pasted one, taken off and brought back; one from a phone is on the key, in what is found and in the list, also after a restart', async ({ till, display, counter, dataDir, simulators, size, launchCounter }) => {
  await signIn(till);
  await till.openShift();
  await openProduct(till, WATER);
  await test.step('what is no photo is refused; one is given, replaced, taken off and brought back', () => refusedAndGiven(till, dataDir));
  await breathe(till.page);
  await till.at('photo-remove').click();
  await till.press('Enter');
  await expect(till.at('product-row').first().getByTestId('photo-painted')).toHaveCount(0);
  await test.step('from a phone, shown wherever the product is, and still there after a restart', () =>
    fromPhone(till, display, async () => {
      await counter.close();
      return cashierPage(await pageOf(await launchCounter({ dataDir, args: [`--size=${size}`], env: simulators.env }), 'cashier'));
    }));
});

for (const size of LOOK_SIZES) {
  test.describe(size, { tag: '@look' }, () => {
    test.use({ size });

    test('photos, to be looked at', async ({ till }) => {
      await signIn(till);
      await till.openShift();
      await isShown(till.at('product-key').filter({ hasText: '우리밀 식빵' }));
      await look(till.page, size, 'photos-01-keys');
      await breathe(till.page);
      await till.at('category-빵').click();
      await isShown(till.at('product-key').first());
      await look(till.page, size, 'photos-02-page');
      await till.press('F2');
      await till.page.keyboard.insertText('ㅇ');
      await isShown(till.at('search-result').filter({ hasText: '아메리카노' }).first());
      await look(till.page, size, 'photos-03-found');
      await till.press('Escape');
      await openProduct(till, '우리밀 식빵');
      await isShown(till.at('product-photo'));
      await look(till.page, size, 'photos-04-product');
      await till.at('photo-remove').click();
      await expect(till.at('photo-back')).toBeVisible();
      await look(till.page, size, 'photos-07-removed');
      await till.press('Escape');
      await till.at('photo-file').setInputFiles(upload('메모.txt', Buffer.from('사진이 아님')));
      await expect(till.at('field-refused')).toBeVisible();
      await look(till.page, size, 'photos-05-refused');
      await till.press('F9');
      await isShown(till.at('place-1'));
      await look(till.page, size, 'photos-06-keys-arranged');
    });
  });
}
