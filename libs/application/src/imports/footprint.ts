import {
  type EndUserEvent,
  type FieldValue,
  isMemberOf,
  type MembershipEvent,
  type Memberships,
  type ProfileChanges,
  type Recorded,
  withMembership,
} from '@kith/domain';
import type { KeptPart } from './kept-code';
import type { Doer } from './reverting';

/** An event of an end user, opened, and whose doing it is. */
export interface DoneEvent {
  readonly event: Recorded<EndUserEvent>;
  readonly by: Doer;
}

/** What an import left on an end user's own stream, and how it is taken back. What somebody changed since is not in it but in `kept`. */
export interface Footprint {
  /** Back to what the profile said without the import. */
  readonly changes: ProfileChanges;
  readonly tagsOff: readonly string[];
  readonly tagsOn: readonly string[];
  /** Memberships that are the import's, and what each is without it: none, one that somebody has said is not to be, or one by domain. */
  readonly organizations: readonly { readonly organizationId: string; readonly without: 'none' | 'barred' | 'domain' }[];
  readonly suspension: 'suspend' | 'reinstate' | undefined;
  /** Channels whose contact point the import chose, with what was chosen before. */
  readonly primary: ReadonlyMap<string, { readonly chosen: string; readonly before: string | undefined }>;
  readonly kept: readonly KeptPart[];
}

/** A value, as it would be without the import, and who had the last word. */
interface Said<T> {
  readonly without: T | undefined;
  readonly by: Doer;
  readonly isTouched: boolean;
}

const plainFields = ['name', 'locale', 'timeZone', 'details', 'notes'] as const;

/** Whether the import had the last word. */
const isLast = ({ by }: Said<unknown>): boolean => by === 'import';
/** Whether it had a word, and somebody else spoke after it. */
const isOverruled = ({ isTouched, by }: Said<unknown>): boolean => isTouched && (by === 'other' || by === 'rule');

/** Folds an end user's own stream twice: as it is, and as it would be without the import and its undoing. */
export class FootprintFold {
  private readonly plain = new Map<string, Said<string | null>>();
  private readonly fields = new Map<string, Said<FieldValue | null>>();
  private readonly tags = new Map<string, Said<boolean> & { readonly tag: string }>();
  private readonly chosen = new Map<string, Said<string> & { readonly now: string }>();
  /** Who made it a member last, and whether somebody has made it the default since. */
  private readonly joined = new Map<string, { readonly by: Doer; readonly isChosenSince: boolean }>();
  private suspended: Said<boolean> & { readonly now: boolean } = { without: false, by: 'other', isTouched: false, now: false };
  private memberships: Memberships = { joined: [], barred: [] };
  private withoutImport: Memberships = { joined: [], barred: [] };

  apply({ event, by }: DoneEvent): void {
    switch (event.type) {
      case 'EndUserCreated':
        this.says(event.data, by);
        for (const tag of event.data.tags ?? []) this.tagged(tag, true, by);
        return;
      case 'EndUserProfileChanged':
        this.says(event.data, by);
        return;
      case 'EndUserTagged':
      case 'EndUserUntagged':
        for (const tag of event.data.tags) this.tagged(tag, event.type === 'EndUserTagged', by);
        return;
      case 'PrimaryContactPointChosen': {
        const { channel, contactPointId } = event.data;
        this.chosen.set(channel, { ...after(this.chosen.get(channel), contactPointId, by), now: contactPointId });
        return;
      }
      case 'EndUserSuspended':
      case 'EndUserReinstated': {
        const now = event.type === 'EndUserSuspended';
        this.suspended = { ...after(this.suspended, now, by), now };
        return;
      }
      case 'OrganizationJoined':
      case 'OrganizationLeft':
      case 'DefaultOrganizationChosen':
        this.belongs(event, by);
        return;
      default:
        return;
    }
  }

  get footprint(): Footprint {
    const changed = [...this.plain].filter(([, said]) => isLast(said)).map(([name, { without }]) => [name, without ?? null]);
    const fields = [...this.fields].filter(([, said]) => isLast(said)).map(([name, { without }]) => [name, without ?? null]);
    const tags = [...this.tags.values()].filter(isLast);
    const { suspended } = this;
    const isSuspensionDue = isLast(suspended) && suspended.now !== (suspended.without ?? false);
    return {
      changes: { ...Object.fromEntries(changed), ...(fields.length > 0 && { fields: Object.fromEntries(fields) }) },
      tagsOff: tags.filter(({ without }) => !without).map(({ tag }) => tag),
      tagsOn: tags.filter(({ without }) => without).map(({ tag }) => tag),
      organizations: [...this.joined].flatMap(([organizationId, one]) =>
        this.isToLeave(organizationId, one) ? [{ organizationId, without: this.membershipWithout(organizationId) }] : [],
      ),
      suspension: isSuspensionDue ? (suspended.now ? 'reinstate' : 'suspend') : undefined,
      primary: new Map([...this.chosen].flatMap(([channel, said]) => (isLast(said) ? [[channel, { chosen: said.now, before: said.without }]] : []))),
      kept: this.kept,
    };
  }

  private get kept(): readonly KeptPart[] {
    const changed = (field: string): KeptPart => ({ field, code: 'changed-since' });
    const isInUse = [...this.joined].some(([id, { by, isChosenSince }]) => by === 'import' && isChosenSince && isMemberOf(this.memberships, id));
    return [
      ...plainFields.flatMap((name) => (isOverruled(this.plain.get(name) ?? unsaid) ? [changed(name)] : [])),
      // Their names are somebody's words, too: they are told as one.
      ...([...this.fields.values()].some(isOverruled) ? [changed('fields')] : []),
      ...(isInUse ? [changed('organization')] : []),
    ];
  }

  private says(data: ProfileChanges, by: Doer): void {
    for (const name of plainFields) {
      const value = data[name];
      if (value !== undefined) this.plain.set(name, after(this.plain.get(name), value, by));
    }
    for (const [name, value] of Object.entries(data.fields ?? {})) this.fields.set(name, after(this.fields.get(name), value, by));
  }

  private tagged(tag: string, on: boolean, by: Doer): void {
    const form = tag.normalize('NFC');
    this.tags.set(form, { ...after(this.tags.get(form), on, by), tag });
  }

  private belongs(event: MembershipEvent, by: Doer): void {
    const { organizationId } = event.data;
    if (event.type === 'OrganizationJoined') this.joined.set(event.data.organizationId, { by, isChosenSince: false });
    else if (event.type === 'OrganizationLeft') this.joined.delete(event.data.organizationId);
    else if (organizationId !== null && by === 'other') {
      const one = this.joined.get(organizationId);
      if (one) this.joined.set(organizationId, { ...one, isChosenSince: true });
    }
    this.memberships = withMembership(this.memberships, event);
    if (by === 'other' || by === 'rule') this.withoutImport = withMembership(this.withoutImport, event);
  }

  private membershipWithout(organizationId: string): 'none' | 'barred' | 'domain' {
    if (this.withoutImport.barred.includes(organizationId)) return 'barred';
    return this.withoutImport.joined.some((one) => one.organizationId === organizationId && one.cause === 'domain') ? 'domain' : 'none';
  }

  private isToLeave(organizationId: string, { by, isChosenSince }: { readonly by: Doer; readonly isChosenSince: boolean }): boolean {
    return by === 'import' && !isChosenSince && isMemberOf(this.memberships, organizationId);
  }
}

const unsaid: Said<never> = { without: undefined, by: 'rule', isTouched: false };

/** The next word on something. What the undoing says is as if the import had never spoken. */
function after<T>(said: Said<T> | undefined, value: T, by: Doer): Said<T> {
  const isTouched = by === 'import' || (said?.isTouched ?? false);
  return { without: by === 'import' || by === 'revert' ? said?.without : value, by, isTouched };
}
