import { createHash } from 'node:crypto';
import type { AccessExport, ExportSection } from '@kith/application';
import { pieceLength } from './access-export-json';
import { escapedHtml } from './escaped-html';

/** For screens and for paper: nothing is loaded, and what is long breaks instead of running out of the page. */
const style = `
:root { color-scheme: light; font: 15px/1.45 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.25rem; margin-top: 2.5rem; border-bottom: 1px solid #999; }
p.about { color: #444; }
article { border: 1px solid #ccc; border-radius: 4px; padding: .3rem .8rem; margin: .6rem 0; }
dl { display: grid; grid-template-columns: minmax(6rem, 12rem) 1fr; gap: .15rem .8rem; margin: .3rem 0; }
dt { color: #555; overflow-wrap: anywhere; } dd { margin: 0; min-width: 0; }
ul { margin: 0; padding-left: 1.1rem; }
bdi { white-space: pre-wrap; overflow-wrap: anywhere; }
.none { color: #777; } .control { font-size: .75em; border: 1px solid #b00; color: #b00; padding: 0 .2em; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  article { break-inside: auto; border-color: #999; } dt, dd { break-inside: avoid; } h2 { break-after: avoid; }
  @page { margin: 18mm; }
}
`;

/** What a browser may do with the page: nothing but to show it with its own style. Said in the page, too, which is kept without headers. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** The export as one page to read and to print, piece by piece. It ends by saying that it is complete. */
export async function* accessExportPage({ head, lists, assertKept }: AccessExport): AsyncGenerator<string, void, undefined> {
  const { sections, notIncluded, format, madeAt, position, askedFor, canonicalId, ...kept } = head;
  const section = (name: string) => beginning(sections.find((one) => one.name === name));
  let text = `${pageHead(canonicalId)}<h1>Everything about one person</h1>${valueHtml({ format, madeAt, position, askedFor, canonicalId })}`;
  for (const [name, value] of Object.entries(kept)) text += section(name) + (Array.isArray(value) ? itemsHtml(value) : itemHtml(value));
  const counts: Record<string, number> = {};
  for (const { name, items } of lists) {
    let count = 0;
    text += section(name);
    for await (const item of items) {
      count += 1;
      text += itemHtml(item);
      if (text.length < pieceLength) continue;
      yield text;
      text = '';
    }
    if (count === 0) text += nothing;
    counts[name] = count;
  }
  await assertKept();
  text += `<h2>What is not in it</h2>${notIncluded.map(({ articles, says }) => `<p>${escapedHtml(says)} <small>${cited(articles)}</small></p>`).join('')}`;
  yield `${text}<h2>Complete</h2>${valueHtml(counts)}<p>This is the end of the export: nothing is missing after it.</p></body></html>\n`;
}

const pageHead = (id: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${escapedHtml(pagePolicy)}">` +
  `<meta name="viewport" content="width=device-width"><title>Access export ${escapedHtml(id)}</title><style>${style}</style></head><body>`;

const beginning = (section: ExportSection | undefined): string =>
  section ? `<h2>${worded(section.name)}</h2><p class="about">${escapedHtml(section.says)} <small>${cited(section.articles)}</small></p>` : '';

const cited = (articles: readonly string[]): string => `(GDPR art. ${articles.map(escapedHtml).join(', ')})`;

const nothing = '<p class="none">Nothing.</p>';
const none = '<span class="none">none</span>';
const itemsHtml = (items: readonly unknown[]): string => (items.length === 0 ? nothing : items.map(itemHtml).join(''));
const itemHtml = (item: unknown): string => (item === null ? nothing : `<article>${valueHtml(item)}</article>\n`);

/** Members whose names are whatever somebody typed. */
const typed = new Set(['fields', 'sources']);

/** Any JSON, whatever is in it: what is not known of here is shown like all else. @param label what names of members are shown as */
function valueHtml(value: unknown, label: (name: string) => string = worded): string {
  if (value === null || value === undefined) return none;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return textHtml(String(value));
  if (Array.isArray(value)) return value.length === 0 ? none : `<ul>${value.map((one) => `<li>${valueHtml(one)}</li>`).join('')}</ul>`;
  const members = Object.entries(value);
  if (members.length === 0) return none;
  return `<dl>${members.map(([name, member]) => `<dt>${label(name)}</dt><dd>${valueHtml(member, typed.has(name) ? textHtml : worded)}</dd>`).join('')}</dl>`;
}

/** `recordedAt` is “Recorded at”. */
function worded(name: string): string {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return escapedHtml(words.charAt(0).toUpperCase() + words.slice(1));
}

/** Controls that turn the direction of writing, or do not show at all, are shown as what they are (Unicode TR36, 2.7). */
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const named = (control: string): string => `<span class="control">U+${(control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}</span>`;

/** Its own direction of writing, which ends where it ends. */
const textHtml = (text: string): string => `<bdi>${escapedHtml(text).replaceAll(controls, named)}</bdi>`;
