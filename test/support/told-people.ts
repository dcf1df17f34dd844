import {
  AssignInteraction,
  AttachContactPoint,
  ChangeEndUserProfile,
  ChangeTicketStatus,
  CorrectTicketRequester,
  CreateEndUser,
  CreateOrganization,
  DeclareDifferent,
  DeleteEndUser,
  DetachContactPoint,
  type GivenPoint,
  JoinOrganization,
  LeaveOrganization,
  MergeUsers,
  MoveTicketToOrganization,
  NoteEndUser,
  OpenTicket,
  RecordInteraction,
  Refusal,
  ReinstateEndUser,
  RestoreEndUser,
  ShareContactPoint,
  SuspendEndUser,
  TagEndUser,
  TransferContactPoint,
  UnmergeUsers,
  UnshareContactPoint,
  UntagEndUser,
  VerifyContactPoint,
  WithdrawDifference,
} from '@kith/domain';
import fc from 'fast-check';
import { asking, type InMemoryEngine } from './in-memory-engine';
import { reactTo } from './reactions';

/** Every text that is told of somebody holds a word that is nowhere else. */
export const tokenPattern = /tok\d+x/g;

const kinds = [
  'attach',
  'detach',
  'verify',
  'share',
  'unshare',
  'transfer',
  'rename',
  'note',
  'tag',
  'untag',
  'suspend',
  'delete',
  'restore',
  'merge',
  'unmerge',
  'declare',
  'withdraw',
  'join',
  'leave',
  'write',
  'ask',
  'assign',
  'open',
  'correct',
  'move',
  'solve',
] as const;
type Kind = (typeof kinds)[number];

/** Something that somebody does, with people and things by number. */
export interface Doing {
  readonly kind: Kind;
  readonly who: number;
  readonly other: number;
  readonly thing: number;
}

const weights: Readonly<Partial<Record<Kind, number>>> = {
  merge: 4,
  unmerge: 2,
  attach: 3,
  transfer: 2,
  share: 2,
  write: 5,
  ask: 3,
  assign: 3,
  open: 3,
  declare: 2,
};

/** What anybody may do, in any order. */
export const doings: fc.Arbitrary<readonly Doing[]> = fc.array(
  fc.record({
    kind: fc.oneof(...kinds.map((one) => ({ weight: weights[one] ?? 1, arbitrary: fc.constant(one) }))),
    who: fc.nat(3),
    other: fc.nat(3),
    thing: fc.nat(5),
  }),
  { minLength: 30, maxLength: 55 },
);

/** People of whom things are told, each with words of its own. */
export class ToldPeople {
  readonly ids: string[] = [];
  private readonly points: GivenPoint[] = [];
  private readonly merges: string[] = [];
  private readonly declarations: string[] = [];
  private readonly interactions: string[] = [];
  private readonly tickets: string[] = [];
  private readonly organizations: string[] = [];
  private count = 0;
  private reacted = 0n;

  constructor(private readonly engine: InMemoryEngine) {}

  /** Four people with an address each, and two organizations. What is said of an organization has no such word. */
  async begin(): Promise<void> {
    for (let n = 0; n < 4; n++) {
      const points = [this.point()];
      const profile = { name: this.say('name'), details: this.say('details'), tags: [this.say('tag')], fields: { [this.say('field')]: this.say('value') } };
      this.ids.push((await this.engine.create.execute(new CreateEndUser(asking(), 'api', profile, points))).endUserId);
    }
    for (const name of ['Acme', 'Initech']) {
      const made = await this.engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }));
      this.organizations.push(made.organizationId);
    }
  }

  /** Does them one after the other; what is refused changes nothing. */
  async perform(all: readonly Doing[]): Promise<void> {
    for (const one of all) {
      try {
        await this.do(one);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
      this.reacted = await reactTo(this.engine, this.reacted);
    }
  }

  private say = (what: string): string => `${what} tok${this.count++}x`;

  private point(): GivenPoint {
    const point = { channel: 'email', value: `Tok${this.count++}x@Example.org` };
    this.points.push(point);
    return point;
  }

  private async do({ kind, who, other, thing }: Doing): Promise<unknown> {
    const { engine } = this;
    const [id, another] = [pick(this.ids, who), pick(this.ids, other)];
    const [point, organization] = [this.points[thing % this.points.length] as GivenPoint, pick(this.organizations, thing)];
    const [interaction, ticket] = [pick(this.interactions, thing), pick(this.tickets, thing)];
    switch (kind) {
      case 'attach':
        return engine.attach.execute(new AttachContactPoint(asking(), id, thing % 2 ? this.point() : point));
      case 'detach':
        return engine.detach.execute(new DetachContactPoint(asking(), id, point));
      case 'verify':
        return engine.verify.execute(new VerifyContactPoint(asking(), id, point));
      case 'share':
        return engine.share.execute(new ShareContactPoint(asking(), point, this.say('shared')));
      case 'unshare':
        return engine.unshare.execute(new UnshareContactPoint(asking(), point, this.say('unshared')));
      case 'transfer':
        return engine.transfer.execute(new TransferContactPoint(asking(), id, point, another, thing % 2 ? 'corrected' : 'reassigned'));
      case 'rename':
        return engine.change.execute(new ChangeEndUserProfile(asking(), id, { name: this.say('name'), notes: this.say('notes') }));
      case 'note':
        return engine.note.execute(new NoteEndUser(asking(), id, this.say('note')));
      case 'tag':
        return engine.tag.execute(new TagEndUser(asking(), id, [this.say('tag')]));
      case 'untag':
        return engine.untag.execute(new UntagEndUser(asking(), id, [`tag tok${thing * 5 + 3}x`]));
      case 'suspend':
        return thing % 2
          ? engine.suspend.execute(new SuspendEndUser(asking(), id, this.say('suspended')))
          : engine.reinstate.execute(new ReinstateEndUser(asking(), id, this.say('reinstated')));
      case 'delete':
        return engine.remove.execute(new DeleteEndUser(asking(), id, this.say('deleted')));
      case 'restore':
        return engine.restore.execute(new RestoreEndUser(asking(), id, this.say('restored')));
      case 'merge':
        return this.merges.push((await engine.merge.execute(new MergeUsers(asking(), id, another, this.say('merged')))).mergeId);
      case 'unmerge':
        return engine.unmerge.execute(new UnmergeUsers(asking(), pick(this.merges, thing), false, this.say('unmerged')));
      case 'declare':
        return this.declarations.push((await engine.declare.execute(new DeclareDifferent(asking(), id, another, this.say('different')))).declarationId);
      case 'withdraw':
        return engine.withdraw.execute(new WithdrawDifference(asking(), pick(this.declarations, thing), this.say('withdrawn')));
      case 'join':
        return engine.join.execute(new JoinOrganization(asking(), id, organization));
      case 'leave':
        return engine.leave.execute(new LeaveOrganization(asking(), id, organization));
      case 'write':
      case 'ask':
        return this.write(kind === 'write' ? [point] : []);
      case 'assign':
        return engine.assign.execute(new AssignInteraction(asking(), interaction, id, this.say('assigned')));
      case 'open':
        return this.open(id);
      case 'correct':
        return engine.correctTicketRequester.execute(new CorrectTicketRequester(asking(), ticket, { requesterId: another }, this.say('corrected')));
      case 'move':
        return engine.moveTicket.execute(new MoveTicketToOrganization(asking(), ticket, organization, this.say('moved')));
      case 'solve':
        return engine.changeTicketStatus.execute(new ChangeTicketStatus(asking(), ticket, 'solved'));
    }
  }

  private async write(points: readonly GivenPoint[]): Promise<void> {
    const told = { id: this.say('mail'), ticketId: this.say('ticket'), summary: this.say('summary') };
    const given = { source: 'desk', channel: 'email', via: 'email', direction: 'inbound' as const, points, ...told };
    const { interactionId } = await this.engine.record.execute(new RecordInteraction(asking(), given));
    if (interactionId !== null) this.interactions.push(interactionId);
  }

  private async open(requesterId: string): Promise<void> {
    const told = { id: this.say('ticket'), subject: this.say('subject'), tags: [this.say('tag')] };
    this.tickets.push((await this.engine.openTicket.execute(new OpenTicket(asking(), { source: 'desk', channel: 'email', requesterId, ...told }))).ticketId);
  }
}

const pick = (all: readonly string[], n: number): string => all[n % Math.max(all.length, 1)] ?? 'none';
