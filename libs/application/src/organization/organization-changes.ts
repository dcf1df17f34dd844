import { type CommandContext, type Organization, type OrganizationStep, organization, refuse } from '@kith/domain';
import { Inject, Injectable } from '@nestjs/common';
import { asked } from '../asked';
import { Identifiers } from '../identifiers';
import { NewIds } from '../ids';
import type { DataKey } from '../key-vault';
import { OrganizationLinking } from '../merging/organization-linking';
import { assertAsSeen, type Loaded, onlyOn, Runner, type StepContext } from '../run';
import { KnownOrganizations } from './known-organizations';
import type { Born } from './organization-values';

/** A command that is decided on the stream of the organization it names. */
export interface OnOneOrganization {
  readonly context: CommandContext;
  readonly organizationId: string;
}

/** The organization that stands for the one that a command names, as it was read, and on whose word a step is taken on it. */
export interface StandingOrganization {
  readonly id: string;
  readonly loaded: Loaded<Organization>;
  readonly key: DataKey;
  readonly word: StepContext;
  /** What it was created with. */
  born(): Promise<Born>;
}

/** A command that was taken, now or when it was asked before. */
export interface OrganizationChange {
  /** The organization that it was decided on. */
  readonly canonicalId: string;
  readonly state: Organization;
  /** Undefined when it was so already. */
  readonly position: bigint | undefined;
}

/** What an attempt came to; undefined when something got in between, so that it is to be looked at again. */
export type Attempted = { readonly state: Organization; readonly position: bigint | undefined } | undefined;

/** Looks again at most so often after the organization changed between reading and writing. */
const maxLooks = 30;

/** Takes commands on organizations: the same rules of asking for each of them. */
@Injectable()
export class OrganizationChanges {
  constructor(
    @Inject(Runner) private readonly runner: Runner,
    @Inject(OrganizationLinking) private readonly linking: OrganizationLinking,
    @Inject(KnownOrganizations) private readonly known: KnownOrganizations,
    @Inject(Identifiers) private readonly identifiers: Identifiers,
    @Inject(NewIds) private readonly newIds: NewIds,
  ) {}

  /** A command that is one step on the organization's own stream, which `prepared` makes. @throws Refusal like {@link attempt} */
  take(command: OnOneOrganization, prepared: (standing: StandingOrganization) => OrganizationStep | Promise<OrganizationStep>): Promise<OrganizationChange> {
    return this.attempt(command, async (standing) => this.stepAt(standing, await prepared(standing)));
  }

  /**
   * A command that appended is answered as it was, whatever happened since; all others are attempted on what is there now, on the
   * organization that stands for the named one, until an attempt comes to something.
   * @throws Refusal of the attempt, `organization-not-found`, `state-changed`, `idempotency-key-reused`, `too-contested`
   */
  async attempt(command: OnOneOrganization, attempted: (standing: StandingOrganization) => Promise<Attempted>): Promise<OrganizationChange> {
    const { context, ...payload } = command;
    const { tenant } = context;
    const word = asked(await this.identifiers.of(tenant), context, [command.constructor.name, payload], () => this.newIds.next());
    for (let look = 0; look < maxLooks; look++) {
      const place = await this.linking.settled(tenant, command.organizationId);
      const known = await this.linking.askedBefore(word, place);
      if (known) return { canonicalId: known.at.id, state: known.at.loaded.state, position: known.trace.position };
      const done = await this.linking.tryAt(tenant, place, ({ id, loaded }) => this.attemptOn({ id, loaded, word }, attempted));
      if (done) return { canonicalId: place.root.id, ...done };
    }
    return refuse('too-contested');
  }

  /** Takes a step where the organization was read. @throws MovedOn when it has moved on since */
  stepAt({ loaded, word, key }: StandingOrganization, step: OrganizationStep): Promise<NonNullable<Attempted>> {
    return this.runner.run(onlyOn(organization, loaded), step, word, key, loaded);
  }

  private async attemptOn(
    at: Pick<StandingOrganization, 'id' | 'loaded' | 'word'>,
    attempted: (standing: StandingOrganization) => Promise<Attempted>,
  ): Promise<Attempted> {
    const { id, loaded, word } = at;
    if (loaded.state.keyId === undefined) refuse('organization-not-found');
    // What is shown of it is on this one stream: those that were merged into it are sealed.
    assertAsSeen(loaded.position, word);
    const key = await this.known.keyOf(loaded.state);
    return attempted({ ...at, key, born: () => this.known.born(word.tenant, id) });
  }
}
