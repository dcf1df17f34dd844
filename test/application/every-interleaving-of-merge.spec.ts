import type { StoredEvent } from '@kith/application';
import {
  CertifyErasure,
  CopyDecision,
  decideLink,
  EndMerge,
  EraseProfile,
  endUser,
  idInStream,
  linksOf,
  membersOf,
  PassSeparation,
  refuse,
  SeparateMember,
  type Separation,
} from '@kith/domain';
import { type InMemoryEngine, step } from '../support/in-memory-engine';
import type { Race } from '../support/merging-explore';
import { type Fault, profile } from '../support/merging-programs';
import { cases, exploring } from '../support/merging-scenarios';

type Allowed = readonly [string, Partial<Race['allow']>];

const once: Allowed = ['a reactor step at any time', { reactions: 1 }];
const silent: Allowed = ['an append without answer, stored, lost or late', { unknown: 1, between: 0 }];
const alone: Allowed = ['nobody else', { between: 0 }];
const long: readonly Allowed[] = [
  ['two reactor steps at any time', { reactions: 2, between: 2 }],
  ['an append without answer and a reactor step', { reactions: 1, unknown: 1, between: 2 }],
];
/** Three commands that all want the same multiply the states. `npm run test:explore` leaves nothing out. */
const allowedFor = (name: string): readonly Allowed[] => {
  const isManifold = /ring|into a third/.test(name);
  if (process.env.KITH_EXPLORE === 'long') return isManifold ? [once, silent] : long;
  if (!isManifold) return [once, silent];
  return [name.startsWith('an unmerge') ? once : alone];
};

describe('every interleaving, each cut off anywhere, comes to rest by the reactors alone, with links that fit', () => {
  for (const one of cases)
    for (const [what, allow] of allowedFor(one[0]))
      it(`${one[0]}, with ${what}`, async () => {
        const { states, logs, violation } = await exploring(one, allow);
        console.log(`${one[0]}, with ${what}: ${states} states, ${logs} logs`);
        expect([violation?.what ?? 'nothing is wrong', ...(violation?.trace ?? [])].join('\n')).toBe('nothing is wrong');
        expect(logs).toBeGreaterThan(4);
      }, 3_600_000);
});

describe('the exploration', () => {
  it('finds no more logs when it tells states apart by all that programs were told', async () => {
    for (const name of ['opposite merges', 'a merge into the higher id against a delete of it', 'declared different from who comes back']) {
      const one = cases.find(([what]) => what === name) as (typeof cases)[number];
      const [brief, exact] = [await exploring(one, { reactions: 1 }), await exploring(one, { reactions: 1 }, {}, true)];
      expect([name, brief.logs]).toEqual([name, exact.logs]);
      expect(brief.states).toBeLessThan(exact.states);
    }
  }, 600_000);
});

describe('the exploration notices when a rule is left out', () => {
  const violation = async (name: string, allow: Partial<Race['allow']>, fault: Fault) => {
    const one = cases.find(([what]) => what === name);
    if (!one) throw new Error(`no case ${name}`);
    return (await exploring(one, allow, fault)).violation?.what;
  };

  it('the fence: letting go of the lower id after the time-out without asking the higher one', async () => {
    const change: Fault['change'] = ({ linking, runner }) => {
      const finish = linking.finish.bind(linking);
      linking.finish = async (waiting, fenced) => {
        if (!fenced) return finish(waiting);
        const { loId, attempt, step } = waiting;
        const decision = { merged: false, reason: 'timed-out' } as const;
        const { position } = await runner.run(endUser, new CopyDecision('acme', loId, attempt.attemptId, decision), step);
        return { ...decision, position };
      };
    };
    expect(await violation('opposite merges', { reactions: 1 }, { change })).toContain('which does not count it');
  });

  it('the memory of settled attempts: deciding anew whatever arrives after something else was settled', async () => {
    const { evolve } = endUser;
    const forgetful: typeof evolve = (state, event) => {
      const [before, next] = [linksOf(state), evolve(state, event)];
      if (!next.links) return next;
      // What it had reserved itself it still knows: only the one that decides forgets, with whatever happens to it next.
      const known = Object.entries(next.links.attempts).filter(([id, decision]) => !before.attempts[id] || !('isOfOther' in decision));
      const marked = known.map(([id, decision]) => [
        id,
        before.attempts[id] || before.reservation?.attemptId === id ? decision : { ...decision, isOfOther: true },
      ]);
      return { ...next, links: { ...next.links, attempts: Object.fromEntries(marked) } };
    };
    Object.assign(endUser, { evolve: forgetful });
    try {
      expect(await violation('opposite merges', { reactions: 1 }, {})).toContain('which does not stand below it');
    } finally {
      Object.assign(endUser, { evolve });
    }
  });

  it('root first: the merged profile standing for itself before those above have let go of it', async () => {
    const letGo = async ({ runner, clusters }: InMemoryEngine, fromId: string, { mergeId, mergedId, members }: Omit<Separation, 'differentFrom'>) => {
      const pass = { mergeId, mergedId, members, differentFrom: [] };
      for (const { id } of (await clusters.placeOf('acme', fromId)).path) await runner.run(endUser, new PassSeparation('acme', id, pass), step(mergeId));
    };
    const change: Fault['change'] = (engine) => {
      engine.unmerge.execute = async ({ mergeId }) => {
        const profiles = await Promise.all(
          ['a', 'b', 'c'].map(async (letter) => ({ id: profile(letter), ...(await engine.linking.load('acme', profile(letter))) })),
        );
        const merged = profiles.find(({ state }) => linksOf(state).survivor?.mergeId === mergeId);
        const survivorId = merged && linksOf(merged.state).survivor?.id;
        if (!merged || survivorId === undefined) return refuse('merge-undone');
        const separation = { mergeId, mergedId: merged.id, members: membersOf(merged.id, merged.state), differentFrom: [] };
        await engine.runner.run(endUser, new EndMerge('acme', merged.id, separation), step(mergeId));
        await letGo(engine, survivorId, separation);
        return { ...separation, survivorId, mergedAt: 0n, further: [], position: null };
      };
    };
    const react = async (engine: InMemoryEngine, { stream, data }: StoredEvent) => {
      const mergedId = idInStream(stream);
      const events = await engine.store.readStream(stream);
      const sealed = events.find((e) => e.type === 'EndUserMerged' && e.data.mergeId === data.mergeId);
      await letGo(engine, String(sealed?.data.survivorId), { mergeId: String(data.mergeId), mergedId, members: data.members as string[] });
    };
    const fault = { change, instead: { type: 'EndUserUnmerged', react } };
    expect(await violation('an unmerge against a merge of who is to come back', {}, fault)).toContain('which does not stand below it');
  });

  it('together: somebody coming out of a person that is half erased', async () => {
    const { decide } = endUser;
    Object.assign(endUser, {
      decide: ((command, state) => (command instanceof SeparateMember ? decideLink(command, state) : decide(command, state))) as typeof decide,
    });
    try {
      expect(await violation('erasing a person against an unmerge', {}, {})).toContain('came out of');
    } finally {
      Object.assign(endUser, { decide });
    }
  });

  it('the rest of the person: leaving to the command what the reactor does not finish', async () => {
    const change: Fault['change'] = ({ erasures }) => {
      const carryOut = erasures.carryOut.bind(erasures);
      erasures.carryOut = (erasure) => carryOut({ ...erasure, profiles: [erasure.endUserId] });
    };
    expect(await violation('erasing a person against an unmerge', {}, { change })).toContain('was to be erased and is not');
  });

  it('once: certifying what was certified by another process meanwhile', async () => {
    const { decide } = endUser;
    const again: typeof decide = (command, state) =>
      command instanceof CertifyErasure ? [{ type: 'EndUserErasureCertified', data: command.certificate }] : decide(command, state);
    Object.assign(endUser, { decide: again });
    try {
      expect(await violation('erasing a person against a delete of it', { reactions: 2 }, {})).toContain('was certified 2 times');
    } finally {
      Object.assign(endUser, { decide });
    }
  });

  it('waiting for the merge: erasing who is about to count somebody else', async () => {
    const { decide } = endUser;
    const rash: typeof decide = (command, state) => {
      if (!(command instanceof EraseProfile) || !state.links) return decide(command, state);
      const { reservation: _, ...links } = state.links;
      return decide(command, { ...state, links });
    };
    Object.assign(endUser, { decide: rash });
    try {
      expect(await violation('erasing a person against a merge into it', { reactions: 1 }, {})).toContain('is left of a person');
    } finally {
      Object.assign(endUser, { decide });
    }
  });
});
