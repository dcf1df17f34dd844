import fc from 'fast-check';
import { TestLog } from './log';

/** One thing that happens; whether it can is looked at when it is its turn. */
type Step = readonly [what: number, who: number, point: number];

/** Histories of a few people and addresses in two tenants, such as the rules could have let into the log. */
export const histories = fc.array(fc.tuple(fc.nat(9), fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 120 });

const channels = ['email', 'phone', 'loyalty_card'] as const;

/** Appends a history to the log. @param between is called after each step, with its number */
export async function happen(log: TestLog, steps: readonly Step[], between: (step: number) => Promise<unknown> = async () => {}): Promise<void> {
  const holders = new Map<string, Set<string>>();
  const shared = new Set<string>();
  const created = new Set<string>();
  const open: [string, string][] = [];
  for (const [i, [what, who, where]] of steps.entries()) {
    const tenant = who % 3 === 0 ? 'other' : 'acme';
    const id = `u${who}`;
    const digest = `${tenant}${where}`;
    const holding = holders.get(digest) ?? new Set<string>();
    holders.set(digest, holding);
    const told = { tenant, occurredAt: new Date(Date.UTC(2026, 0, 1 + ((i * 7) % 28))).toISOString() };
    if (what === 0 && !created.has(id)) {
      await log.endUser(id, 'EndUserCreated', { origin: 'contacted', name: `N${i}`, tags: ['t'] }, told);
      created.add(id);
    } else if (what <= 2 && !holding.has(id) && (holding.size === 0 || shared.has(digest))) {
      await log.attach(digest, id, [channels[where % 3] ?? 'email', `k${where}`], { ...told, verified: what === 1 });
      holding.add(id);
    } else if (what === 3 && holding.delete(id)) await log.release(digest, id, told);
    else if (what === 4 && holding.has(id)) await log.point(digest, 'ContactPointVerified', { endUserId: id }, told);
    else if (what === 5 && !shared.has(digest)) {
      await log.point(digest, 'ContactPointShared', {}, told);
      shared.add(digest);
    } else if (what === 5 && holding.size < 2) {
      await log.point(digest, 'ContactPointUnshared', {}, told);
      shared.delete(digest);
    } else if (what === 6 && created.has(id)) await log.endUser(id, i % 2 ? 'EndUserSuspended' : 'EndUserReinstated', {}, told);
    else if (what === 7 && created.has(id)) await log.interaction(`i${i}`, id, { ...told, summary: `S${i}`, contactPointId: digest });
    else if (what === 8) {
      await log.interaction(`i${i}`, null, told);
      open.push([`i${i}`, tenant]);
    } else if (what === 9) {
      const at = open.findIndex(([, of]) => of === tenant);
      if (at >= 0 && created.has(id)) await log.assign((open.splice(at, 1)[0] as [string, string])[0], id, told);
    }
    await between(i);
  }
}
