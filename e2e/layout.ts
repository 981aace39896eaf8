/** Runs inside a page: what a person could not read there. */

/**
 * Words that are broken in two, texts that are cut off by what they stand in, run out of their button, or lie over each other; each with what it says. What can be
 * scrolled to is not cut. `pageMayScroll`: at 200 % zoom it may.
 */
export function unreadableTexts(pageMayScroll: boolean): string[] {
  const PX = 2;
  /** Of its height: lines set tight may touch. */
  const TIGHT = 0.4;
  type Text = { readonly node: Text_; readonly says: string; readonly rect: DOMRect };
  type Text_ = Node & { readonly parentElement: HTMLElement | null };
  const faults = new Set<string>();
  const root = document.documentElement;
  if (root.scrollWidth > innerWidth + 1) faults.add(`the page is ${root.scrollWidth - innerWidth} px too wide`);
  if (!pageMayScroll && root.scrollHeight > innerHeight + 1) faults.add(`the page is ${root.scrollHeight - innerHeight} px too high`);

  const texts: Text[] = [];
  const walker = document.createTreeWalker(document.querySelector('[role="dialog"]') ?? document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    const says = (node.textContent ?? '').trim();
    if (says === '' || parent === null || parent.closest('.sr-only, script, style') !== null || !parent.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const range = document.createRange();
    for (const word of (node.textContent ?? '').matchAll(/[A-Za-z\u00C0-\u024F]{3,}/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set([...range.getClientRects()].filter(({ width }) => width > 0.5).map(({ top }) => Math.round(top))).size > 1) faults.add(`“${word[0]}” of “${says}” is broken in two`);
    }
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (rect.width > 0.5) texts.push({ node, says, rect });
  }

  const visible: Text[] = [];
  for (const text of texts) {
    const { rect } = text;
    const slack = rect.height * TIGHT;
    const outside = (box: { left: number; right: number; top: number; bottom: number }) =>
      rect.left < box.left - PX || rect.right > box.right + PX || rect.top < box.top - slack || rect.bottom > box.bottom + slack;
    let scrolls = false;
    let hidden = false;
    for (let at = text.node.parentElement; at !== null && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      if (/auto|scroll/.test(style.overflowY + style.overflowX)) {
        scrolls = true;
        hidden ||= rect.bottom <= box.top + slack || rect.top >= box.bottom - slack || rect.right <= box.left || rect.left >= box.right;
        if (!/auto|scroll/.test(style.overflowX) && (rect.right > box.right + PX || rect.left < box.left - PX)) faults.add(`“${text.says}” is cut off at the side of what scrolls`);
        continue;
      }
      if (scrolls) continue;
      // Names of goods and people are data and may end in an ellipsis; words of ours may not.
      if (/hidden|clip/.test(style.overflowX + style.overflowY) && outside(box) && at.closest('[data-may-shorten]') === null) faults.add(`“${text.says}” is cut off by ${at.tagName.toLowerCase()}.${at.className.slice(0, 40)}`);
      if (/hidden|clip/.test(style.overflowX + style.overflowY) && outside(box)) hidden = true;
      if (at.matches('button, a, [role="radio"], label') && outside(box)) faults.add(`“${text.says}” runs out of its ${at.dataset['testid'] ?? at.tagName.toLowerCase()}`);
    }
    if (!scrolls && !pageMayScroll && (rect.right > innerWidth + PX || rect.left < -PX || rect.bottom > innerHeight + PX || rect.top < -PX)) faults.add(`“${text.says}” is outside the window`);
    if (!hidden) visible.push(text);
  }

  for (const [index, one] of visible.entries()) {
    for (const other of visible.slice(index + 1)) {
      if (one.node === other.node || one.rect.right - PX <= other.rect.left || other.rect.right - PX <= one.rect.left) continue;
      const depth = Math.min(one.rect.bottom, other.rect.bottom) - Math.max(one.rect.top, other.rect.top);
      if (depth > TIGHT * Math.min(one.rect.height, other.rect.height)) faults.add(`“${one.says}” and “${other.says}” lie over each other`);
    }
  }
  return [...faults];
}
