import { type EventMetadata, erased, eventCatalogue } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { EventStore, type StoredText } from '../event-store';
import { EventFeed } from '../feed/event-feed';
import { clearText } from '../feed/fed-text';
import { type DataKey, KeyVault } from '../key-vault';
import { plainText, type SealedPersonal } from '../personal-data';
import { cloudEvent } from '../webhook/cloud-event';
import { cloudText } from './cloud-text';

/** Which stretch of the log is exported. */
export interface LogStretch {
  readonly tenant: string;
  /** Exclusive; 0n is the beginning. */
  readonly after: bigint;
  /** Inclusive. */
  readonly upTo: bigint;
  /** Personal fields are left out. */
  readonly sealed: boolean;
  readonly signal: AbortSignal;
}

/** A part of an export of the log. */
export interface ExportedEvents {
  /** Each event as a CloudEvent: JSON on one line. */
  readonly events: readonly string[];
  /** Everything up to here was looked at, also what is another tenant's: go on after it. */
  readonly upTo: bigint;
}

/** An event of the tenant, and what of it is to be opened. */
interface Own {
  readonly stored: StoredText;
  readonly metadata: EventMetadata;
  readonly personal: SealedPersonal | undefined;
}

const pageSize = 512;

/** The last member of the data of a sealed event, as `sealed` in personal-data.ts writes it. */
const sealedEnd = /^"personal":\{"v":1,"k":"([\w.:-]+)","n":"([\w-]+)","c":"([\w-]+)"\}\}$/;

/** What is sealed in the text of an event's data; undefined where nothing is, or it is not written the way this program writes it. */
function sealedIn({ data }: StoredText): SealedPersonal | undefined {
  const at = data.lastIndexOf('"personal":');
  const [, k, n, c] = (at < 0 ? undefined : sealedEnd.exec(data.slice(at))) ?? [];
  return k === undefined || n === undefined || c === undefined ? undefined : { v: 1, k, n, c };
}

/** The log of a tenant as CloudEvents 1.0, in commit order. What has nothing that must change is cut out of the stored text, not taken apart. */
@Injectable()
export class ExportedLog {
  constructor(
    @Inject(EventStore) private readonly store: EventStore,
    @Inject(KeyVault) private readonly vault: KeyVault,
    @Inject(EventFeed) private readonly feed: EventFeed,
  ) {}

  /** @throws PositionUnknown, EventStoreUnavailable, KeyVaultUnavailable; Error for a type or version this program does not know */
  async *pages({ tenant, after, upTo, sealed, signal }: LogStretch): AsyncGenerator<ExportedEvents, void, undefined> {
    for (let position = after; position < upTo && !signal.aborted; ) {
      const page = await this.store.readTexts({ after: position, limit: pageSize });
      const events: string[] = [];
      const own = page.events.flatMap((stored): Own | [] => {
        if (stored.position > upTo) return [];
        const metadata = JSON.parse(stored.metadata) as EventMetadata;
        return metadata.tenant === tenant ? { stored, metadata, personal: sealed ? undefined : sealedIn(stored) } : [];
      });
      // As they are at this moment: one that is destroyed is undefined.
      const keys = await this.vault.findAll(new Set(own.flatMap(({ personal }) => personal?.k ?? [])));
      for (const one of own) events.push(this.cut(one, sealed, keys) ?? (await this.taken(one, sealed)));
      const end = page.atHead || page.upTo >= upTo;
      yield { events, upTo: end ? upTo : page.upTo };
      if (end) return;
      position = page.upTo;
      // Reading may be synchronous: without a turn of the event loop between pages, a long export would starve everything else.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Undefined where a closer look is needed. */
  private cut({ stored, metadata, personal }: Own, sealed: boolean, keys: ReadonlyMap<string, DataKey | undefined>): string | undefined {
    const clear = clearText(stored, metadata);
    if (!clear) return undefined;
    const { type, stream, revision, position } = stored;
    const about = { type, stream, revision, position, metadata, subject: clear.subject };
    if (sealed || clear.personal === 'none') return cloudText({ ...about, ...clear });
    if (!personal) return undefined;
    const key = keys.get(personal.k);
    if (!key) return cloudText({ ...about, personal: 'erased', data: joined(clear.data, erasedWords(type)) });
    return cloudText({ ...about, personal: 'shown', data: joined(clear.data, plainText(key, personal, { stream, type, metadata })) });
  }

  /** By way of the event itself: what must be lifted, has secrets, or says where ids lead. */
  private async taken({ stored: { stream, revision, position, type, data }, metadata }: Own, sealed: boolean): Promise<string> {
    const event = { stream, revision, position, type, metadata, data: JSON.parse(data) as Record<string, unknown> };
    return cloudEvent(metadata.tenant, await this.feed.show(event, !sealed), false);
  }
}

/** Two objects as one: the members of the second follow those of the first. */
function joined(one: string, other: string): string {
  if (other === '{}') return one;
  return one === '{}' ? other : `${one.slice(0, -1)},${other.slice(1)}`;
}

const words = new Map<string, string>();

/** Every personal field of the type, as `PersonalData.open` tells it when its key is destroyed. */
function erasedWords(type: string): string {
  const known = words.get(type);
  if (known !== undefined) return known;
  const made = JSON.stringify(Object.fromEntries((eventCatalogue[type]?.personal ?? []).map((field) => [field, erased])));
  words.set(type, made);
  return made;
}
