import { type ImportProblem, living, membersOf, Refusal } from '@kith/domain';
import type { Quarantine } from '../contact-point/quarantine';
import { bornProfile } from '../end-user/born-profile';
import type { Creations } from '../end-user/creations';
import type { EndUserChanges } from '../end-user/end-user-changes';
import { keyOf } from '../end-user/key-of';
import type { EventStore } from '../event-store';
import type { HeldPoints } from '../held-points';
import type { KeyVault } from '../key-vault';
import type { Linking } from '../merging/linking';
import { isPassing } from '../merging/linking-of';
import type { PersonalData } from '../personal-data';
import { before, type Runner } from '../run';
import { type ImportUnderWay, pointlessId, rowWord } from './import-word';
import type { PageOrganizations, PlannedOrganization } from './page-organizations';
import { birthSteps, creationOf } from './row-birth';
import { maxAttempts, type RowSight, type SightedRow } from './row-sight';
import { changeSteps, channelProblems, decidedSteps, personSteps } from './row-steps';
import { isIdentifying, type UnderstoodRow } from './understood-row';

/** What a row came to. */
export interface RowResult {
  readonly row: number;
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'refused';
  /** So many organizations were created for it. */
  readonly organizations: number;
  readonly problems: readonly ImportProblem[];
}

/** What applying rows stands on. */
export interface RowParts {
  readonly runner: Runner;
  readonly store: EventStore;
  readonly vault: KeyVault;
  readonly personal: PersonalData;
  readonly creations: Creations;
  readonly linking: Linking;
  readonly changes: EndUserChanges;
  readonly quarantine: Quarantine;
  readonly held: HeldPoints;
  readonly sight: RowSight;
}

/** Looks at a row again at most so often after somebody else got in between. */
const maxLooks = 30;

/** Applies rows, each whole or not at all, by the protocols that everybody goes by. */
export class ApplyRow {
  constructor(private readonly parts: RowParts) {}

  /** @param sighted the row as it was looked at just now, and nothing was applied since that it shares a key with */
  async apply(run: ImportUnderWay, row: UnderstoodRow, organizations: PageOrganizations, sighted?: SightedRow): Promise<RowResult> {
    const { sight, linking } = this.parts;
    for (let look = 0; look < maxLooks; look++) {
      const seen = (look === 0 ? sighted : undefined) ?? (await sight.of(run, row));
      try {
        const result = await this.once({ ...run, isTriedAgain: run.isTriedAgain || look > 0 }, seen, organizations);
        if (result) return result;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (!isPassing(error.code)) return refused(row.row, '', error.code);
        for (const id of seen.persons.keys()) await linking.finishAround(run.tenant, id);
      }
    }
    return refused(row.row, '', 'too-contested');
  }

  /** Undefined when something has moved on meanwhile: then the row is to be looked at again. */
  private async once(run: ImportUnderWay, seen: SightedRow, organizations: PageOrganizations): Promise<RowResult | undefined> {
    const { row, persons } = seen;
    const createdId = run.isTriedAgain ? await this.createdBefore(run, row) : undefined;
    if (createdId !== undefined) return this.finish(run, row, organizations, createdId);
    const [[personId, field] = [], other] = [...persons];
    if (other) return refused(row.row, other[1], 'contact-point-taken');
    if (personId !== undefined && run.mode === 'create') return refused(row.row, field ?? '', 'end-user-exists');
    if (personId !== undefined) return this.change(run, seen, organizations, personId);
    if (run.mode === 'upsert' && isIdentifying(row) && seen.points.every(({ loaded, living }) => loaded.state.shared && living.size > 0))
      return refused(row.row, seen.points[0]?.point.field ?? '', 'contact-point-shared');
    return this.create(run, seen, organizations);
  }

  /** Ids under which the row may create its end user, in the order of the tries. */
  private *ownIds(run: ImportUnderWay, row: UnderstoodRow): Generator<string> {
    const { commandId } = rowWord(run, row.row, '');
    for (let attempt = 0; attempt < maxAttempts; attempt++) yield isIdentifying(row) ? run.ids.endUser(commandId, attempt) : pointlessId(run, row.row, attempt);
  }

  /** Whom an earlier try of this very row has created. */
  private async createdBefore(run: ImportUnderWay, row: UnderstoodRow): Promise<string | undefined> {
    const word = rowWord(run, row.row, '');
    for (const id of this.ownIds(run, row)) {
      const loaded = await this.parts.creations.endUser(run.tenant, id);
      if (loaded.state.status === 'unknown') return undefined;
      if (loaded.state.status !== 'abandoned' && before(loaded, word)) return id;
    }
    return undefined;
  }

  private async create(run: ImportUnderWay, seen: SightedRow, organizations: PageOrganizations): Promise<RowResult | undefined> {
    const { row } = seen;
    const { creations, runner, vault } = this.parts;
    const word = rowWord(run, row.row, '');
    const problems = await this.resting(run, seen);
    if (problems.length > 0) return { row: row.row, outcome: 'refused', organizations: 0, problems };
    for (const id of this.ownIds(run, row)) {
      const loaded = await creations.endUser(run.tenant, id);
      if (loaded.state.status !== 'unknown') {
        if (loaded.state.status !== 'abandoned' && before(loaded, word)) return this.finish(run, row, organizations, id);
        continue;
      }
      const planned = organizations.planned(row);
      if (!(await organizations.create(row.row, planned))) return undefined;
      const key = await vault.lease();
      const underway = { endUserId: id, creation: creationOf(row), key, step: word };
      if ((await runner.inOrder(birthSteps(run, seen, planned, underway, loaded))) !== undefined) return created(row.row, planned);
      // Somebody was faster on one of its points: from here on step by step, to its end or to none.
      const { endUser: settled } = await creations.settle(underway);
      return settled.status === 'abandoned' ? undefined : this.finish(run, row, organizations, id);
    }
    return refused(row.row, '', 'too-contested');
  }

  /** Points that may not start a profile yet. */
  private async resting({ tenant, settings, ids }: ImportUnderWay, { row, points }: SightedRow): Promise<readonly ImportProblem[]> {
    if (settings.quarantineDays === 0) return [];
    const verified = new Set(row.points.filter((point) => point.verified).map(({ key }) => key));
    const problems: ImportProblem[] = [];
    for (const { point, loaded, gone } of points) {
      const rests = !loaded.state.shared && !verified.has(point.key) && (await this.parts.quarantine.holds(tenant, settings, ids, point, loaded, gone));
      if (rests) problems.push({ row: row.row, field: point.field, code: 'contact-point-quarantined' });
    }
    return problems;
  }

  /** What follows the creation of a person that is there: each step once, whatever became of the person since. */
  private async finish(run: ImportUnderWay, row: UnderstoodRow, organizations: PageOrganizations, id: string): Promise<RowResult> {
    const planned = organizations.planned(row);
    await organizations.create(row.row, planned);
    const all = organizations.planned(row);
    for (const { what, on } of personSteps(run.tenant, row, all)) {
      try {
        await this.parts.changes.takeAs(rowWord(run, row.row, what), id, (person) => on(person.id));
      } catch (error) {
        // Deleted, erased, or a member of too much since: it was created all the same.
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return created(row.row, all);
  }

  private async change(run: ImportUnderWay, seen: SightedRow, organizations: PageOrganizations, personId: string): Promise<RowResult | undefined> {
    const { row } = seen;
    const { linking, vault, store, personal, held, runner } = this.parts;
    const { root } = await linking.settled(run.tenant, personId);
    const state = living(root.loaded.state);
    const [key, born] = [await keyOf(vault, state), await bornProfile(store, personal, run.tenant, root.id)];
    const person = { id: root.id, members: membersOf(root.id, state), loaded: root.loaded, key, born };
    const planned = organizations.planned(row);
    const steps = changeSteps(run, seen, planned, person);
    const open = steps.filter(({ isTaken }) => !isTaken);
    const isTouched = open.length < steps.length;
    const { news, problems } = decidedSteps(open, row.row);
    const all = [...problems, ...(await channelProblems(run, seen, person, held))];
    if (all.length > 0) return { row: row.row, outcome: 'refused', organizations: 0, problems: all };
    if (news === 0) return { row: row.row, outcome: isTouched ? 'changed' : 'unchanged', organizations: isTouched ? ownOf(planned) : 0, problems: [] };
    if (!(await organizations.create(row.row, planned))) return undefined;
    if ((await runner.inOrder(open.map(({ step }) => step))) === undefined) return undefined;
    return { row: row.row, outcome: 'changed', organizations: ownOf(planned), problems: [] };
  }
}

const refused = (row: number, field: string, code: string): RowResult => ({ row, outcome: 'refused', organizations: 0, problems: [{ row, field, code }] });

const created = (row: number, organizations: readonly PlannedOrganization[]): RowResult => ({
  row,
  outcome: 'created',
  organizations: ownOf(organizations),
  problems: [],
});

const ownOf = (organizations: readonly PlannedOrganization[]): number => organizations.filter(({ isOwn }) => isOwn).length;
