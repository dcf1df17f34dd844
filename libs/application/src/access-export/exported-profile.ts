import { type FieldValue, idInStream } from '@kith/domain';
import type { Fields } from '../history/telling';
import { inWords } from '../history/words';
import type { ExportedProfile, Origins } from './exported';
import type { OriginsOf } from './origins';
import type { OwnEvent } from './own-events';

const values = ['name', 'locale', 'timeZone', 'details', 'notes', 'tags'];
const custom = 'fields.';
const isValue = (field: string): boolean => values.includes(field) || field.startsWith(custom);

/** What a profile is after the events of its stream, and which of them each value comes from. */
export class ProfileFold {
  private fields: Fields = {};
  private readonly sources = new Map<string, Origins>();
  private created: Origins | null = null;

  constructor(
    private readonly id: string,
    private readonly origins: OriginsOf,
  ) {}

  /** It was taken back before it came to be: what was said of it stands with the claims on its contact points alone. */
  get isAbandoned(): boolean {
    return this.fields.status === 'abandoned';
  }

  apply({ event }: OwnEvent): void {
    if (idInStream(event.stream) !== this.id) return;
    const { sets = {} } = inWords(event, this.fields);
    this.fields = { ...this.fields, ...sets };
    const origin = this.origins.of(event);
    if (event.type === 'EndUserCreated') this.created = origin;
    for (const field of Object.keys(sets).filter(isValue)) this.sources.set(field, origin);
  }

  get profile(): ExportedProfile {
    const { fields } = this;
    const text = (field: string): string | null => (fields[field] as string | null | undefined) ?? null;
    const own = Object.entries(fields).filter(([field, value]) => field.startsWith(custom) && value !== null);
    return {
      id: this.id,
      status: text('mergedInto') !== null && text('status') !== 'erased' ? 'merged' : (text('status') ?? 'unknown'),
      origin: text('origin'),
      created: this.created,
      name: text('name'),
      locale: text('locale'),
      timeZone: text('timeZone'),
      details: text('details'),
      notes: text('notes'),
      tags: (fields.tags as readonly string[] | undefined) ?? [],
      fields: Object.fromEntries(own.map(([field, value]) => [field.slice(custom.length), value as FieldValue])),
      sources: Object.fromEntries([...this.sources].filter(([field]) => this.isSaid(field))),
    };
  }

  private isSaid(field: string): boolean {
    const value = this.fields[field] ?? null;
    return value !== null && !(Array.isArray(value) && value.length === 0);
  }
}
