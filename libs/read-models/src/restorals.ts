import { Identifiers, SettingsReader, type UnmergedAnswer } from '@kith/application';
import { Inject, Injectable } from '@nestjs/common';
import type { Reads } from './cluster-rows';
import { FindOwnProfile, FindOwnProfileHandler } from './find-end-user';
import { linkOf, type MergeLink } from './merge-links';
import { type Prepared, ReadDatabase } from './read-database';
import { ReplayedProfiles } from './replayed-profiles';
import { type ResidueEntry, Residues, stayingWith } from './residue';
import type { FoundEndUser, ShownEndUser } from './shown-end-user';
import { ShownProfiles } from './shown-profiles';

/** What came back by an unmerge, and what stayed although it may belong to who came back. */
export interface Restored {
  readonly endUserId: string;
  /** Of the profile as it was just before the merge: HMAC-SHA-256, 64 hex digits. The same as after, unless something came in between. */
  readonly digestBefore: string | null;
  /** Of the profile as it is now. */
  readonly digestAfter: string | null;
  /** The latest first, at most 200. */
  readonly residue: readonly ResidueEntry[];
  readonly residueTotal: number;
}

/** What an unmerge did, as its answer tells it. */
export type Unmerged = Pick<UnmergedAnswer, 'mergeId' | 'mergedId' | 'members' | 'further' | 'mergedAt' | 'position'>;

/** Shows that an unmerge gave back what the merge had taken in, and lists what nobody but a person can tell apart. */
@Injectable()
export class Restorals {
  private readonly own: FindOwnProfileHandler;
  private readonly profiles: ShownProfiles;
  private readonly residues: Residues;
  private readonly link: Prepared<{ tenant: string; mergeId: string }, MergeLink>;

  constructor(
    @Inject(ReadDatabase) database: Reads,
    @Inject(SettingsReader) settings: SettingsReader,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(ReplayedProfiles) private readonly replayed: ReplayedProfiles,
  ) {
    this.own = new FindOwnProfileHandler(database, settings);
    this.profiles = new ShownProfiles(database, settings);
    this.residues = new Residues(database);
    this.link = database.prepare(linkOf);
  }

  /** To be asked when the read models know of the unmerge. */
  async restored(tenant: string, { mergeId, mergedId, members, further, mergedAt, position }: Unmerged): Promise<Restored> {
    const isAlone = further.length > 0 && members.length === 1;
    const [before, after, { entries, total }] = await Promise.all([
      mergedAt > 0n ? this.replayed.ownAt(tenant, mergedId, mergedAt - 1n, isAlone) : undefined,
      this.own.execute(new FindOwnProfile(tenant, mergedId, isAlone)),
      this.residue(tenant, mergeId, members, position),
    ]);
    const digest = async (found: FoundEndUser | undefined) => (found ? this.digestOf(tenant, found.endUser) : null);
    return { endUserId: mergedId, digestBefore: await digest(before), digestAfter: await digest(after), residue: entries, residueTotal: total };
  }

  /**
   * Tells one state of a profile from another: of all that is shown of it but ids, links, and when it was written. Of its organizations, what
   * they are called is their own.
   */
  async digestOf(tenant: string, endUser: ShownEndUser): Promise<string> {
    const { id: _, canonicalId: _c, status: _s, revision: _r, mergedFrom: _m, sources: _o, updatedAt: _u, ...shown } = endUser;
    const organizations = shown.organizations.map(({ canonicalId: _, name: _n, ...own }) => own);
    return (await this.identifiers.of(tenant)).profileDigest({ ...shown, organizations });
  }

  private async residue(tenant: string, mergeId: string, left: readonly string[], position: bigint | null): ReturnType<Residues['of']> {
    const [link] = await this.link({ tenant, mergeId });
    const cluster = link && (await this.profiles.around(tenant, link.survivor_id));
    if (!cluster) return { entries: [], total: 0 };
    const staying = stayingWith(cluster, link.survivor_id, link.position).filter(({ endUserId }) => !left.includes(endUserId));
    return this.residues.of(tenant, staying, link.undone_position ?? (position === null ? undefined : Number(position)));
  }
}
