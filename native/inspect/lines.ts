/** Lines of a stream, bounded: one that is too long is reported and passed over instead of filling the memory. */
export type InputLine = { readonly number: number; readonly text: string; readonly tooLong: boolean };

export async function* readLines(input: AsyncIterable<string | Uint8Array>, maxLength: number): AsyncGenerator<InputLine> {
  const decoder = new TextDecoder();
  let text = '';
  let number = 1;
  let tooLong = false;
  for await (const chunk of input) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (let end = text.indexOf('\n', from); end >= 0; end = text.indexOf('\n', from)) {
      const line = text.slice(from, end).replace(/\r$/, '');
      yield { number, text: tooLong ? '' : line, tooLong: tooLong || line.length > maxLength };
      number += 1;
      tooLong = false;
      from = end + 1;
    }
    text = text.slice(from);
    if (text.length > maxLength) {
      tooLong = true;
      text = '';
    }
  }
  if (text !== '' || tooLong) yield { number, text, tooLong: tooLong || text.length > maxLength };
}
