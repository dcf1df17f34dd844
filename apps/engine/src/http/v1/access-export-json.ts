import type { AccessExport } from '@kith/application';

/** Texts are handed on once they are so long, in characters: one by one they would cost more than what they say. */
export const pieceLength = 16_384;

/**
 * The export as one JSON document, piece by piece. Its last member is `complete`: a document that was cut off is none, and cannot be
 * taken for a whole one.
 */
export async function* accessExportJson({ head, lists, assertKept }: AccessExport): AsyncGenerator<string, void, undefined> {
  // All but the closing brace.
  let text = JSON.stringify(head).slice(0, -1);
  const counts: Record<string, number> = {};
  for (const { name, items } of lists) {
    let count = 0;
    text += `,\n${JSON.stringify(name)}:[`;
    for await (const item of items) {
      text += `${count === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`;
      count += 1;
      if (text.length < pieceLength) continue;
      yield text;
      text = '';
    }
    text += ']';
    counts[name] = count;
  }
  await assertKept();
  yield `${text},\n"counts":${JSON.stringify(counts)},\n"complete":true}\n`;
}
