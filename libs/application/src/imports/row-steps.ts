import {
  AttachPoint,
  ChangeLifecycle,
  ChangeProfile,
  ChoosePrimary,
  type ContactPoint,
  contactPoint,
  type EndUser,
  type EndUserProfile,
  type EndUserStep,
  endUser,
  type ImportProblem,
  Refusal,
  SetTags,
  SharePoint,
  TakeIn,
} from '@kith/domain';
import { identityOf } from '../contact-point/contact-points';
import { bornTags, bornValues, markedTags, markedValues, plainSlots } from '../end-user/marks';
import type { HeldPoints } from '../held-points';
import type { DataKey } from '../key-vault';
import { before, type Loaded, type StepInOrder, stepInOrder } from '../run';
import { type ImportUnderWay, rowWord } from './import-word';
import type { PlannedOrganization } from './page-organizations';
import type { SightedPoint, SightedRow } from './row-sight';
import type { RowPoint, UnderstoodRow } from './understood-row';

/** The end user that a row changes: the profile that stands for the person. */
export interface ChangedPerson {
  readonly id: string;
  readonly members: readonly string[];
  readonly loaded: Loaded<EndUser>;
  readonly key: DataKey;
  readonly born: EndUserProfile;
}

/** A step of a row, and what of the row it is about. */
export interface RowStep {
  readonly field: string;
  readonly step: StepInOrder;
  /** An earlier try of the row has taken it. */
  readonly isTaken: boolean;
}

/** A step on a person's stream, the column it comes from, and what its command is named after. */
export interface NamedStep {
  readonly field: string;
  readonly what: string;
  /** For the profile that stands for the person. */
  readonly on: (endUserId: string) => EndUserStep;
}

/** What a row says of a person beside the profile and the points: what follows a creation. */
export const personSteps = (tenant: string, { primary, suspended }: UnderstoodRow, organizations: readonly PlannedOrganization[]): readonly NamedStep[] => [
  ...organizations.map(({ organizationId }) => ({
    field: 'organization',
    what: `join.${organizationId}`,
    on: (id: string) => new TakeIn(tenant, id, organizationId, 'import'),
  })),
  ...primary.map(({ channel, digest }) => ({
    field: 'primary',
    what: `primary.${channel}`,
    on: (id: string) => new ChoosePrimary(tenant, id, channel, digest),
  })),
  ...(suspended === undefined
    ? []
    : [{ field: 'suspended', what: 'suspended', on: (id: string) => new ChangeLifecycle(tenant, id, suspended ? 'suspend' : 'reinstate') }]),
];

/** Everything that a row says of a person who is there: what is so already comes to nothing when it is decided. */
export function changeSteps(
  run: ImportUnderWay,
  { row, points }: SightedRow,
  organizations: readonly PlannedOrganization[],
  person: ChangedPerson,
): readonly RowStep[] {
  const { id, loaded, key } = person;
  const onPerson = ({ field, what, on }: NamedStep): RowStep => {
    const word = rowWord(run, row.row, what);
    return { field, step: stepInOrder(endUser, on(id), word, loaded, key), isTaken: before(loaded, word) !== undefined };
  };
  return [
    ...points.flatMap((point) => pointSteps(run, row.row, point, person)),
    ...[...profileSteps(run.tenant, row.profile, person), ...personSteps(run.tenant, row, organizations)].map(onPerson),
  ];
}

/** Lets others hold a point, before the row's person does. */
export const sharing = (run: ImportUnderWay, row: number, point: RowPoint, loaded: Loaded<ContactPoint>, key: DataKey): readonly StepInOrder[] =>
  point.shared ? [stepInOrder(contactPoint, new SharePoint(run.tenant, point.digest), rowWord(run, row, `share.${point.digest}`), loaded, key)] : [];

function pointSteps(run: ImportUnderWay, row: number, { point, loaded, gone, erased }: SightedPoint, { id, members, key }: ChangedPerson): readonly RowStep[] {
  const { tenant } = run;
  const { digest, verified, field } = point;
  const holder = loaded.state.holders.find(({ endUserId }) => members.includes(endUserId));
  const attach = new AttachPoint(tenant, digest, holder?.endUserId ?? id, identityOf(point), verified, undefined, gone, erased);
  const word = rowWord(run, row, `point.${digest}`);
  const attached = { field, step: stepInOrder(contactPoint, attach, word, loaded, key), isTaken: before(loaded, word) !== undefined };
  const shared = sharing(run, row, point, loaded, key).map((step) => ({ field: 'shared', step, isTaken: before(loaded, step.context) !== undefined }));
  return [...shared, attached];
}

function profileSteps(tenant: string, { tags = [], ...values }: EndUserProfile, { key, born, loaded: { state } }: ChangedPerson): readonly NamedStep[] {
  const steps: NamedStep[] = [];
  // Most rows that come again say what the person was created with: that is seen without a MAC for each value.
  if (Object.keys(values).length > 0 && !(state.values === undefined && isSaidIn(values, born)))
    steps.push({
      field: '',
      what: 'profile',
      on: (id) => new ChangeProfile(tenant, id, values, markedValues(key, values), bornValues(key, born), plainSlots(key)),
    });
  if (tags.length > 0 && !(state.tags === undefined && tags.every((tag) => hasTag(born, tag)))) {
    const known = bornTags(key, born);
    const marks = known.map(({ mark }) => mark);
    steps.push({ field: 'tags', what: 'tags', on: (id) => new SetTags(tenant, id, true, markedTags(key, tags, known), marks) });
  }
  return steps;
}

const plain = ['name', 'locale', 'timeZone', 'details', 'notes'] as const;

function isSaidIn(values: EndUserProfile, born: EndUserProfile): boolean {
  const [said, known] = [values.fields ?? {}, born.fields ?? {}];
  return (
    plain.every((name) => values[name] === undefined || values[name] === born[name]) &&
    Object.entries(said).every(([name, value]) => Object.hasOwn(known, name) && known[name] === value)
  );
}

const hasTag = ({ tags = [] }: EndUserProfile, tag: string): boolean => tags.includes(tag) || tags.some((one) => one.normalize('NFC') === tag.normalize('NFC'));

/** What steps come to, each on what those before leave: how many have something to do, or what stands against them. */
export function decidedSteps(steps: readonly RowStep[], row: number): { readonly news: number; readonly problems: readonly ImportProblem[] } {
  const states = new Map<string, unknown>();
  const problems: ImportProblem[] = [];
  let news = 0;
  for (const { field, step } of steps) {
    const from = states.has(step.stream) ? states.get(step.stream) : step.known.state;
    try {
      const { events, state } = step.decided(from);
      states.set(step.stream, state);
      if (events.length > 0) news += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push({ row, field, code: error.code });
    }
  }
  return { news, problems };
}

/** What the rules of channels have against points that a person does not hold yet. */
export async function channelProblems(
  run: ImportUnderWay,
  { row, points }: SightedRow,
  { id, members }: Pick<ChangedPerson, 'id' | 'members'>,
  held: HeldPoints,
): Promise<readonly ImportProblem[]> {
  const problems: ImportProblem[] = [];
  const counts = new Map<string, number>();
  for (const { point, loaded } of points) {
    if (loaded.state.holders.some(({ endUserId }) => members.includes(endUserId))) continue;
    const { channel, field, verified, rules } = point;
    const count = counts.get(channel) ?? (await held.count(run.tenant, id, channel));
    counts.set(channel, count + 1);
    if (rules.verifiedOnly && !verified) problems.push({ row: row.row, field, code: 'contact-point-unverified' });
    else if (count >= rules.limit) problems.push({ row: row.row, field, code: 'contact-point-limit-reached' });
  }
  return problems;
}
