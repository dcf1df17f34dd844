import {
  AttachContactPoint,
  ChangeSettings,
  ChooseDefaultOrganization,
  CreateEndUser,
  CreateOrganization,
  DeleteEndUser,
  DeleteOrganization,
  DetachContactPoint,
  type GivenDomain,
  JoinOrganization,
  LeaveOrganization,
  MergeOrganizations,
  MergeUsers,
  Refusal,
  RestoreEndUser,
  SetOrganizationDomains,
  TransferContactPoint,
  UnmergeOrganizations,
  UnmergeUsers,
  VerifyContactPoint,
} from '@kith/domain';
import fc from 'fast-check';
import { asking, type InMemoryEngine } from './in-memory-engine';
import { executeMembership, membershipReactors } from './membership-reactions';
import { commandsOf, endUserReactors } from './reactions';

export const domains = ['acme.example', 'shop.acme.example', 'a.shop.acme.example', 'b.example', 'gmail.com'] as const;
const people = 3;
const firms = 2;

const nth = fc.nat({ max: 5 });
const domain = fc.oneof({ weight: 3, arbitrary: fc.constant(domains[0]) }, { weight: 2, arbitrary: fc.constantFrom(...domains.slice(1, 4)) });
const claim: fc.Arbitrary<GivenDomain> = fc.record({
  domain,
  subdomains: fc.boolean(),
  precedence: fc.constantFrom(1, 2),
  except: fc.constantFrom<string[]>([], ['shop.acme.example'], ['a.shop.acme.example']),
});
const place = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...domains.slice(0, 2)) }, { weight: 2, arbitrary: fc.constantFrom(...domains.slice(2)) });
const address = fc.record({ local: fc.constantFrom('x', 'y'), at: place, verified: fc.constantFrom(false, false, true) });
type Address = typeof address extends fc.Arbitrary<infer T> ? T : never;
const rule = fc.record({ verifiedOnly: fc.boolean(), freeMail: fc.subarray(['b.example', 'acme.example']) }, { requiredKeys: [] });

const plain = fc.record({
  do: fc.constantFrom(
    'verify',
    'detach',
    'transfer',
    'merge',
    'unmerge',
    'mergeFirms',
    'unmergeFirms',
    'remove',
    'restore',
    'close',
    'leave',
    'join',
    'choose',
  ),
  one: nth,
  other: nth,
  address,
});
/** Where it is cut off: at its which append, which was stored or was not. */
const cut = fc.record({ at: fc.nat({ max: 4 }), isStored: fc.boolean() });
/** Something that somebody does, or a reactor that reacts to some events, however late. */
const whole = fc.oneof(
  { weight: 5, arbitrary: plain },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('attach' as const), one: nth, address }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('claim' as const), one: nth, claims: fc.array(claim, { maxLength: 2 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('settings' as const), rule }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('react' as const), one: nth, events: fc.nat({ max: 8 }), back: fc.boolean() }) },
);
type Whole = typeof whole extends fc.Arbitrary<infer T> ? T : never;
/** The same, cut off half way now and then. */
export const act = fc.record({ whole, cut: fc.option(cut, { freq: 3 }) });
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** Whoever was at work is no more. */
class CutOff extends Error {}

const point = ({ local, at, verified }: Address) => ({ channel: 'email', value: `${local}@${at}`, verified });

/** A few people and organizations, and reactors that come by when they like, each by itself. */
export class MembershipWorld {
  readonly people: string[] = [];
  readonly firms: string[] = [];
  private readonly merges: string[] = [];
  private readonly firmMerges: string[] = [];
  private readonly reacted = new Map<number, bigint>();
  private readonly reactors = [...endUserReactors, ...membershipReactors];

  private cut: { at: number; readonly isStored: boolean } | null = null;

  constructor(private readonly engine: InMemoryEngine) {
    const { store } = engine;
    const append = store.append.bind(store);
    store.append = async (stream, expected, events) => {
      const { cut } = this;
      if (!cut || cut.at-- > 0) return append(stream, expected, events);
      if (cut.isStored) await append(stream, expected, events);
      throw new CutOff();
    };
  }

  async begin(verifiedOnly: boolean): Promise<void> {
    await this.act({ whole: { do: 'settings', rule: { verifiedOnly } }, cut: null });
    for (let i = 0; i < people; i++) {
      const created = await this.engine.create.execute(new CreateEndUser(asking(), 'api', { name: `Person ${i}` }, i === 0 ? [point(first)] : []));
      this.people.push(created.endUserId);
    }
    for (let i = 0; i < firms; i++) this.firms.push(await this.firm(`Firm ${i}`, i === 0 ? [{ domain: 'acme.example', subdomains: true }] : []));
    // What is done from here on is not made good by the work that these begin.
    await this.rest();
  }

  private async firm(name: string, claims: GivenDomain[]): Promise<string> {
    return (await this.engine.createOrganization.execute(new CreateOrganization(asking(), 'api', { name }, claims))).organizationId;
  }

  /** What is refused is left undone, and what is cut off half done. */
  async act({ whole, cut }: Act): Promise<void> {
    this.cut = cut && { ...cut };
    try {
      await this.take(whole);
    } catch (error) {
      if (!(error instanceof Refusal || error instanceof CutOff)) throw error;
    } finally {
      this.cut = null;
    }
  }

  /** Until nothing comes of anything any more; whoever finishes what was cut off comes last, when the others have seen it half done. */
  async rest(): Promise<void> {
    for (let head = -1n; head !== (await this.engine.store.head()); ) {
      head = await this.engine.store.head();
      for (let reactor = this.reactors.length - 1; reactor >= 0; reactor--) await this.react(reactor, 1_000_000);
    }
  }

  private async react(which: number, events: number, back = false): Promise<void> {
    const at = which % this.reactors.length;
    const reactor = this.reactors[at];
    if (!reactor) return;
    const from = back ? 0n : (this.reacted.get(at) ?? 0n);
    const page = (await this.engine.store.readAll({ after: from, limit: 1_000_000 })).events.slice(0, events);
    for (const event of page) {
      for (const command of commandsOf(reactor, event)) await executeMembership(this.engine, command);
      if (event.position > (this.reacted.get(at) ?? 0n)) this.reacted.set(at, event.position);
    }
  }

  private async take(one: Whole): Promise<unknown> {
    const { engine } = this;
    const person = (n: number) => this.people[n % this.people.length] as string;
    const firm = (n: number) => this.firms[n % this.firms.length] as string;
    switch (one.do) {
      case 'react':
        return this.react(one.one, one.events, one.back);
      case 'attach':
        return engine.attach.execute(new AttachContactPoint(asking(), person(one.one), point(one.address)));
      case 'verify':
        return engine.verify.execute(new VerifyContactPoint(asking(), person(one.one), point(one.address)));
      case 'detach':
        return engine.detach.execute(new DetachContactPoint(asking(), person(one.one), point(one.address)));
      case 'transfer':
        return engine.transfer.execute(new TransferContactPoint(asking(), person(one.one), point(one.address), person(one.other), 'corrected'));
      case 'claim':
        return engine.setOrganizationDomains.execute(new SetOrganizationDomains(asking(), firm(one.one), one.claims));
      case 'settings':
        return engine.changeSettings.execute(new ChangeSettings(asking(), { membership: one.rule }));
      case 'merge':
        return this.merges.push((await engine.merge.execute(new MergeUsers(asking(), person(one.one), person(one.other)))).mergeId);
      case 'unmerge':
        return engine.unmerge.execute(new UnmergeUsers(asking(), this.merges[one.one % this.merges.length] ?? ''));
      case 'mergeFirms':
        return this.firmMerges.push((await engine.mergeOrganizations.execute(new MergeOrganizations(asking(), firm(one.one), firm(one.other)))).mergeId);
      case 'unmergeFirms':
        return engine.unmergeOrganizations.execute(new UnmergeOrganizations(asking(), this.firmMerges[one.one % this.firmMerges.length] ?? ''));
      case 'remove':
        return engine.remove.execute(new DeleteEndUser(asking(), person(one.one)));
      case 'restore':
        return engine.restore.execute(new RestoreEndUser(asking(), person(one.one)));
      case 'close':
        return one.other === 0 ? engine.deleteOrganization.execute(new DeleteOrganization(asking(), firm(one.one))) : undefined;
      case 'leave':
        return engine.leave.execute(new LeaveOrganization(asking(), person(one.one), firm(one.other)));
      case 'join':
        return engine.join.execute(new JoinOrganization(asking(), person(one.one), firm(one.other)));
      case 'choose':
        return engine.chooseDefault.execute(new ChooseDefaultOrganization(asking(), person(one.one), firm(one.other)));
    }
  }
}

const first: Address = { local: 'x', at: 'acme.example', verified: false };
