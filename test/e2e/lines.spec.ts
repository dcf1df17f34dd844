import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { InputBroken, type Line, LineCutter, linesOf, maxLineBytes, parsedLine } from '../../apps/engine/src/http/stream/lines';

const texts = (lines: Iterable<Line>): string[] => [...lines].map((line) => (line === 'too-long' ? line : line.toString()));

it('finds the same lines wherever the bytes are cut', () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom('\n', '\r\n', ' ', '{}', '\t'), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, fc.array(fc.nat({ max: 200 }), { maxLength: 20 }), (given, cuts) => {
      const bytes = Buffer.from(given);
      const places = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
      const cutter = new LineCutter();
      const found = places.slice(1).flatMap((end, i) => texts(cutter.cut(bytes.subarray(places[i], end))));
      found.push(...texts(cutter.rest()));
      expect(found).toEqual(
        bytes
          .toString()
          .split('\n')
          .filter((line) => /[^ \t\r]/.test(line)),
      );
    }),
    { numRuns: 2_000 },
  );
});

it('keeps nothing of a line that is too long, however it comes, and goes on after it', () => {
  const longest = Buffer.alloc(maxLineBytes, 0x78);
  for (const size of [1024, 65_536, maxLineBytes + 1]) {
    const bytes = Buffer.concat([longest, Buffer.from('\n'), longest, Buffer.from('y\n'), Buffer.from('z\n')]);
    const cutter = new LineCutter();
    const found: string[] = [];
    for (let from = 0; from < bytes.length; from += size) found.push(...texts(cutter.cut(bytes.subarray(from, from + size))));
    expect(found.map((line) => (line.length === maxLineBytes ? 'longest' : line))).toEqual(['longest', 'too-long', 'z']);
  }
});

it('reads no more of an input than is fetched', async () => {
  const input = new PassThrough({ highWaterMark: 16 });
  const lines = linesOf(input);
  input.write('a\nb\nc');
  const first = await lines.next();
  expect(texts(first.value ?? [])).toEqual(['a', 'b']);
  input.write(`${'d'.repeat(100)}\n`);
  await new Promise((resolve) => setImmediate(resolve));
  expect(input.writableNeedDrain).toBe(true);
  expect(texts((await lines.next()).value ?? [])).toEqual([`c${'d'.repeat(100)}`]);
  input.end('last');
  const rest: string[] = [];
  for await (const some of lines) rest.push(...texts(some));
  expect(rest).toEqual(['last']);
});

it('of an input that breaks off, the last line is none', async () => {
  const input = new PassThrough();
  const lines = linesOf(input);
  input.write('a\nb');
  expect(texts((await lines.next()).value ?? [])).toEqual(['a']);
  const next = lines.next();
  input.destroy();
  await expect(next).rejects.toThrow(InputBroken);
});

it.each([
  ['no UTF-8', Buffer.from([0x22, 0xc3, 0x22]), 'request-malformed'],
  ['no JSON', Buffer.from('{'), 'request-malformed'],
  ['too long', 'too-long' as const, 'line-too-long'],
])('a line that is %s is refused', (_, line, code) => {
  expect(() => parsedLine(line)).toThrow(expect.objectContaining({ problem: expect.objectContaining({ code }) }));
});
