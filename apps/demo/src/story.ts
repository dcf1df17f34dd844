import type { Answer, EngineClient, SampleInteraction } from './engine-client';
import type { Exchange } from './stream-sample';
import { whyInWords } from './why-in-words';

/** What is worth showing: the first exchange of each kind. */
const kinds: readonly { readonly title: string; readonly is: (answer: Answer) => boolean }[] = [
  { title: 'Known from another channel', is: (answer) => isBy('held-by-sibling', '+33639981234')(answer) },
  { title: 'Two addresses, two people', is: (answer) => isBy('outranked', '+33199001717')(answer) },
  { title: 'A shared telephone', is: ({ outcome }) => outcome === 'ambiguous' },
  {
    title: 'A caller who withholds the number',
    is: (answer) => answer.outcome === 'unidentified' && answer.why.some(({ channel, detail }) => channel === 'phone' && detail === 'withheld'),
  },
  { title: 'What cannot be an address', is: (answer) => answer.outcome === 'refused' && answer.problem.code === 'contact-point-invalid' },
];

/** The person who wrote, called, and then used WhatsApp; asked for in other letters than she wrote herself. */
const threeChannels = { channel: 'email', value: 'LEA.MARTIN@example.org' };

const isBy = (rule: string, key: string) => (answer: Answer) =>
  answer.outcome === 'matched' && answer.why.some((step) => step.rule === rule && step.key === key);

/** A few answers with their reasons in plain words. */
export async function fewAnswers(client: EngineClient, exchanges: readonly Exchange[]): Promise<string> {
  const paragraphs: string[] = [];
  for (const { title, is } of kinds) {
    const found = exchanges.find(({ answer }) => is(answer));
    if (found) paragraphs.push([title, ...(await told(client, found)).map((line) => `  ${line}`)].join('\n'));
  }
  return paragraphs.join('\n\n');
}

/** Who is behind an address, and what happened with them on all channels. */
export async function oneCustomer(client: EngineClient): Promise<string> {
  const { channel, value } = threeChannels;
  const found = await client.lookUp(channel, value);
  const holder = found?.holders[0];
  if (!found || !holder) throw new Error('the sample holds no customer with three channels');
  const { contactPoints } = await client.endUser(holder.endUserId);
  const { items } = await client.timeline(holder.endUserId);
  const interactions = items.filter(({ kind }) => kind === 'interaction');
  return [
    `Who is behind ${channel} ${value}?`,
    `  ${holder.name}, since ${when(holder.since)}; reachable by ${contactPoints.map((point) => `${point.channel} ${point.key}`).join(', ')}`,
    '  Timeline, the latest first:',
    ...interactions.map((item) => `    ${when(item.occurredAt)}  ${`${item.via} ${arrow(item.direction)}`.padEnd(12)}  ${item.summary}`),
  ].join('\n');
}

async function told(client: EngineClient, { interaction, answer }: Exchange): Promise<readonly string[]> {
  if (answer.outcome === 'refused') return [asked(interaction), `→ refused: ${answer.problem.detail}`];
  const names = new Map<string, string>();
  for (const id of new Set([answer.endUserId, ...answer.candidates, ...answer.why.map(({ endUserId }) => endUserId ?? null)]))
    if (id !== null) names.set(id, (await client.endUser(id)).name ?? 'a customer without a name');
  const nameOf = (id: string) => names.get(id) ?? id;
  const { outcome, endUserId, question, why } = answer;
  return [
    asked(interaction),
    `→ ${outcome}${endUserId === null ? '' : `: ${nameOf(endUserId)}`}`,
    ...whyInWords(why, nameOf).map((sentence) => `  – ${sentence}`),
    ...(question === null ? [] : [`  – ${question}`]),
  ];
}

/** What came in, in a line. */
function asked({ channel, via, occurredAt, contactPoints, summary }: SampleInteraction): string {
  const points = contactPoints.map((point) => `${point.channel === channel ? '' : `${point.channel} `}“${String(point.value)}”`).join(' and ');
  return `${when(occurredAt)}, ${via ?? channel} from ${points}${summary === undefined ? '' : `: ${summary}`}`;
}

const arrow = (direction: string | null): string => (direction === 'outbound' ? 'out' : 'in');

const clock = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });
const when = (at: string): string => clock.format(new Date(at)).replace(',', '');
