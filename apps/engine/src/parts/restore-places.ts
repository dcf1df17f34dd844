import {
  type BackupSource,
  backupAt,
  checkPart,
  destroyedKeysIn,
  openMasterKey,
  type RestoreProgress,
  RestoringFolder,
  SqliteEventStore,
  SqliteKeyVault,
} from '@kith/adapters';
import {
  type ErasedProfile,
  type EventStore,
  eraseAgain,
  erasingAtRest,
  type KeyVault,
  type LogProgress,
  type LogVerified,
  type OpenErasure,
  PersonalData,
  profilesWithout,
  SystemClock,
  uncertifiedErasures,
  verifyLog,
  type YetToErase,
  yetToErase,
} from '@kith/application';
import type { Config } from '@kith/config';
import { type CommandContext, EraseEndUser } from '@kith/domain';
import { v7 } from 'uuid';
import { erasuresFrom } from './erasures-from';

/** What somebody wants restored. */
export interface RestoreWanted {
  /** Absolute paths. */
  readonly from: string;
  readonly vaultFrom?: string | undefined;
  /** A file with the master key, for a data folder that is to keep it. */
  readonly masterKeyFrom?: string | undefined;
  /** Places that tell who was erased since the backup. */
  readonly erasuresFrom: readonly string[];
  /** Whether a log in which something was found is restored all the same. */
  readonly acceptFindings: boolean;
}

/** How far a restore is. */
export type RestoringProgress = ({ readonly phase: 'copying' } & RestoreProgress) | ({ readonly phase: 'verifying' } & LogProgress);

/** Profiles that are erased elsewhere. */
export interface ErasedAgain {
  /** How many were erased here by the restore. */
  readonly again: number;
  /** How many were before. */
  readonly before: number;
  /** How many are not in the backup. */
  readonly unknown: number;
}

/** What a restore came to. */
export interface Restored {
  /** The moment that is restored, RFC 3339 UTC. */
  readonly takenAt: string;
  /** Where the backup's log ends: whatever anybody was told of later positions is not so any more. */
  readonly position: string;
  readonly readModels: boolean;
  readonly erased: ErasedAgain;
  readonly log: LogVerified;
  /** Findings that an erasure explains which the engine ends when it starts. */
  readonly explained: number;
}

/** The log was restored, something was found in it, and nobody said that this is to be accepted. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
  constructor(readonly log: LogVerified) {
    const { stream, says } = log.findings[0] ?? { stream: undefined, says: '' };
    super(
      `${log.found} findings in the log of the backup, the first of them${stream === undefined ? '' : ` in ${stream}`}: ${says}. Use another backup, or --accept-findings to have this one as it is`,
    );
  }
}

interface Watched {
  readonly onProgress?: (progress: RestoringProgress) => void;
  readonly signal?: AbortSignal;
}

/** What a restore would do. Reads and compares every file of the backup, and writes nothing. @throws BackupUnusable */
export async function checkBackup({ from, vaultFrom }: Pick<RestoreWanted, 'from' | 'vaultFrom'>, { signal }: Watched = {}): Promise<BackupSource> {
  const source = backupAt(from, vaultFrom);
  await checkPart(source.log, () => undefined, signal);
  if (source.vault.manifest) await checkPart({ ...source.vault, manifest: source.vault.manifest }, () => undefined, signal);
  return source;
}

/**
 * Puts a backup into an empty data folder, erases again who is erased elsewhere, and verifies the log. Until all is well no engine starts
 * there, and if it does not come to that, nothing is left.
 * @throws BackupUnusable, DataFolderInUse, DataFolderNotEmpty, ErasuresUnreadable, KeyVaultUnusable, RestoreRefused, the signal's reason, and
 * what the file system says
 */
export async function restoreTo({ data, masterKey }: Config, wanted: RestoreWanted, watched: Watched = {}): Promise<Restored> {
  const erased = (await Promise.all(wanted.erasuresFrom.map((place) => erasuresFrom(place, watched.signal)))).flat();
  const source = backupAt(wanted.from, wanted.vaultFrom);
  const folder = RestoringFolder.begin(data, source);
  try {
    if (wanted.masterKeyFrom !== undefined) folder.placeMasterKey(wanted.masterKeyFrom);
    await folder.placeVault(masterKey === undefined, watched.signal);
    const vault = new SqliteKeyVault({ folder: data, masterKey: openMasterKey(data, masterKey).key });
    try {
      await folder.placeLog((progress) => watched.onProgress?.({ phase: 'copying', ...progress }), watched.signal);
      const settled = await new Restoring(data, vault, wanted, watched).settle(erased);
      await vault.close();
      folder.done();
      const { takenAt, position, readModels } = source.log.manifest;
      return { takenAt, position, readModels, ...settled };
    } finally {
      await vault.close();
    }
  } catch (error) {
    folder.abandon();
    throw error;
  }
}

/** Whom a restore erases. */
interface WantedErasures {
  readonly elsewhere: readonly ErasedProfile[];
  readonly yet: YetToErase;
  readonly begun: readonly OpenErasure[];
}

/** The files are there; what they say is made to agree, and checked. */
class Restoring {
  constructor(
    private readonly data: string,
    private readonly vault: KeyVault,
    private readonly wanted: RestoreWanted,
    private readonly watched: Watched,
  ) {}

  async settle(told: readonly ErasedProfile[]): Promise<Pick<Restored, 'erased' | 'log' | 'explained'>> {
    const wanted = await this.reading((store) => this.wantedIn(store, told));
    const again = wanted.yet.profiles.length === 0 && wanted.begun.length === 0 ? 0 : await this.erase(wanted);
    const { log, explained } = await this.reading(async (store) => {
      const verified = await this.verified(store);
      return { log: verified, explained: await this.explained(store, verified) };
    });
    if (log.found > explained && !this.wanted.acceptFindings) throw new RestoreRefused(log);
    return { erased: { again, before: wanted.yet.before, unknown: wanted.yet.unknown }, log, explained };
  }

  /** Whoever opens the log to write it must be alone with it for a moment, so nobody else keeps it open. */
  private async reading<T>(read: (store: EventStore) => Promise<T>): Promise<T> {
    const store = SqliteEventStore.openReadOnly(this.data);
    try {
      return await read(store);
    } finally {
      await store.close();
    }
  }

  /** Erasures that were under way at the moment of the backup are to be brought to their end, too: their keys may be there yet. */
  private async wantedIn(store: EventStore, told: readonly ErasedProfile[]): Promise<WantedErasures> {
    const { signal } = this.watched;
    const elsewhere = [...told];
    for await (const profile of profilesWithout(destroyedKeysIn(this.data), store, signal)) elsewhere.push(profile);
    const yet = await yetToErase(elsewhere, erasingAtRest(store, this.vault).clusters, signal);
    return { elsewhere, yet, begun: await uncertifiedErasures(store, signal) };
  }

  private async erase({ elsewhere, yet, begun }: WantedErasures): Promise<number> {
    const store = SqliteEventStore.open(this.data);
    try {
      const [erasing, context] = [erasingAtRest(store, this.vault), byRestore()];
      for (const { tenant, endUserId, scope } of begun) await erasing.erase(new EraseEndUser({ ...context, tenant }, endUserId, scope));
      return await eraseAgain(yet, { elsewhere, ...context }, erasing, this.watched.signal);
    } finally {
      await store.close();
    }
  }

  private verified(store: EventStore): Promise<LogVerified> {
    const { onProgress, signal } = this.watched;
    return verifyLog({
      store,
      personalData: new PersonalData(this.vault),
      clock: new SystemClock(),
      gapless: true,
      onProgress: (progress) => onProgress?.({ phase: 'verifying', ...progress }),
      ...(signal && { signal }),
    });
  }

  /** Keys that go with an erased person and are no profile's are named by its certificate, which comes when an engine runs. */
  private async explained(store: EventStore, { findings, found }: LogVerified): Promise<number> {
    const destroyed = findings.filter(({ kind }) => kind === 'key-destroyed').length;
    if (found === 0 || destroyed === 0) return 0;
    return (await uncertifiedErasures(store, this.watched.signal)).length > 0 ? destroyed : 0;
  }
}

const byRestore = (): Omit<CommandContext, 'tenant' | 'seenPosition'> => ({
  actor: { kind: 'operator', id: 'restore' },
  client: 'restore',
  correlationId: v7(),
});
