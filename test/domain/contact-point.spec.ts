import {
  AttachPoint,
  type ContactPointEvent,
  type Creation,
  contactPoint,
  type PointIdentity,
  ReattachPoint,
  type ReleaseCause,
  ReleasePoint,
  SharePoint,
  type TransferCause,
  TransferPoint,
  UnsharePoint,
  VerifyPoint,
} from '@kith/domain';
import { given } from '../support/given';

const phone: PointIdentity = { channel: 'phone', scope: '', key: '+33612345678', value: '06 12 34 56 78', normaliser: 'e164/1' };
const attached = (endUserId: string, verified = false): ContactPointEvent => ({
  type: 'ContactPointAttached',
  data: { endUserId, ...phone, verified },
  keyId: `key of ${endUserId}`,
});
const released = (endUserId: string, cause: ReleaseCause = 'detached', to?: string): ContactPointEvent => ({
  type: 'ContactPointReleased',
  data: { endUserId, cause, ...(to !== undefined && { to }) },
});
const shared: ContactPointEvent = { type: 'ContactPointShared', data: {} };
const attach = (endUserId: string, verified = false, gone: string[] = []) => new AttachPoint('acme', 'd1', endUserId, phone, verified, undefined, gone);

describe('a contact point', () => {
  it('lives on a stream named after its tenant and digest', () => expect(contactPoint.stream(attach('lea'))).toBe('contactPoint-acme.d1'));

  it('is attached to whoever comes first', () =>
    given(contactPoint)
      .when(attach('lea', true))
      .then({ type: 'ContactPointAttached', data: { endUserId: 'lea', ...phone, verified: true } }));

  it('carries what is being created on a claim', () => {
    const creates: Creation = { origin: 'api', profile: { name: 'Léa' }, points: [{ ...phone, digest: 'd1', verified: false }] };
    given(contactPoint)
      .when(new AttachPoint('acme', 'd1', 'lea', phone, false, creates))
      .then({ type: 'ContactPointAttached', data: { endUserId: 'lea', ...phone, verified: false, creates } });
  });

  it('is refused to a second holder, naming the first', () =>
    given(contactPoint, attached('lea')).when(attach('max')).refuses('contact-point-taken', { holderId: 'lea' }));

  it('is attached to its holder once: doing it again changes nothing', () => given(contactPoint, attached('lea')).when(attach('lea')).then());

  it('becomes verified when its holder attaches it again as verified', () =>
    given(contactPoint, attached('lea'))
      .when(attach('lea', true))
      .then({ type: 'ContactPointVerified', data: { endUserId: 'lea' } }));

  it('never loses its verification to a later unverified attach', () => given(contactPoint, attached('lea', true)).when(attach('lea')).then());

  it('passes from a holder who is gone to the next in one append', () =>
    given(contactPoint, attached('lea'))
      .when(attach('max', false, ['lea']))
      .then(
        { type: 'ContactPointReleased', data: { endUserId: 'lea', cause: 'deleted' } },
        { type: 'ContactPointAttached', data: { endUserId: 'max', ...phone, verified: false } },
      ));

  it('stays with a living holder whoever else is said to be gone', () =>
    given(contactPoint, attached('lea'))
      .when(attach('max', false, ['eve']))
      .refuses('contact-point-taken', { holderId: 'lea' }));

  it('is free again after its release', () =>
    given(contactPoint, attached('lea'), released('lea'))
      .when(attach('max'))
      .then({ type: 'ContactPointAttached', data: { endUserId: 'max', ...phone, verified: false } }));

  it('takes several holders while it is shared', () =>
    given(contactPoint, attached('lea'), shared)
      .when(attach('max'))
      .then({ type: 'ContactPointAttached', data: { endUserId: 'max', ...phone, verified: false } }));

  it('is shared once', () => {
    given(contactPoint)
      .when(new SharePoint('acme', 'd1', 'family'))
      .then({ type: 'ContactPointShared', data: { reason: 'family' } });
    given(contactPoint, shared).when(new SharePoint('acme', 'd1')).then();
  });

  it('is unshared only when one holder at most is left', () => {
    given(contactPoint, attached('lea'), shared, attached('max')).when(new UnsharePoint('acme', 'd1')).refuses('contact-point-still-shared');
    given(contactPoint, attached('lea'), shared, attached('max'), released('max'))
      .when(new UnsharePoint('acme', 'd1'))
      .then({ type: 'ContactPointUnshared', data: {} });
    given(contactPoint, attached('lea')).when(new UnsharePoint('acme', 'd1')).then();
  });

  it('is verified for its holder only', () => {
    given(contactPoint, attached('lea'))
      .when(new VerifyPoint('acme', 'd1', 'lea'))
      .then({ type: 'ContactPointVerified', data: { endUserId: 'lea' } });
    given(contactPoint, attached('lea', true))
      .when(new VerifyPoint('acme', 'd1', 'lea'))
      .then();
    given(contactPoint, attached('lea'))
      .when(new VerifyPoint('acme', 'd1', 'max'))
      .refuses('contact-point-not-held');
  });

  it('is released from its holder with the cause', () =>
    given(contactPoint, attached('lea'))
      .when(new ReleasePoint('acme', 'd1', 'lea', 'lost-race'))
      .then({ type: 'ContactPointReleased', data: { endUserId: 'lea', cause: 'lost-race' } }));

  it('is detached twice without complaint, but not from somebody who never held it', () => {
    given(contactPoint, attached('lea'), released('lea'))
      .when(new ReleasePoint('acme', 'd1', 'lea', 'detached'))
      .then();
    given(contactPoint, attached('lea'))
      .when(new ReleasePoint('acme', 'd1', 'max', 'detached'))
      .refuses('contact-point-not-held');
  });

  it('ignores a late release of a claim that is no longer there', () =>
    given(contactPoint, attached('lea'))
      .when(new ReleasePoint('acme', 'd1', 'max', 'lost-race'))
      .then());

  it('remembers under which key each holder is sealed', () =>
    expect(given(contactPoint, attached('lea')).state.holders).toEqual([{ endUserId: 'lea', verified: false, keyId: 'key of lea' }]));
});

const transfer = (from: string, to: string, cause: TransferCause = 'reassigned', verified = false) =>
  new TransferPoint('acme', 'd1', from, to, phone, verified, cause);

describe('a transfer', () => {
  it('releases and attaches in one append, and the release names who has it from here on', () =>
    given(contactPoint, attached('lea'))
      .when(transfer('lea', 'max'))
      .then(released('lea', 'reassigned', 'max'), { type: 'ContactPointAttached', data: { endUserId: 'max', ...phone, verified: false } }));

  it('takes the proof along when the point was always theirs, and not when the number has a new owner', () => {
    const verified = (cause: TransferCause, shown = false) =>
      contactPoint.decide(transfer('lea', 'max', cause, shown), given(contactPoint, attached('lea', true)).state)[1]?.data;
    expect(verified('corrected')).toMatchObject({ verified: true });
    expect(verified('reassigned')).toMatchObject({ verified: false });
    expect(verified('reassigned', true)).toMatchObject({ verified: true });
  });

  it('is done once', () =>
    given(contactPoint, attached('lea'), released('lea', 'reassigned', 'max'), attached('max'))
      .when(transfer('lea', 'max'))
      .then());

  it('is refused from somebody who does not hold it, whoever does', () => {
    given(contactPoint).when(transfer('lea', 'max')).refuses('contact-point-not-held');
    given(contactPoint, attached('max')).when(transfer('lea', 'max')).refuses('contact-point-not-held');
    given(contactPoint, attached('eve')).when(transfer('lea', 'max')).refuses('contact-point-not-held');
    given(contactPoint, attached('lea'), released('lea')).when(transfer('lea', 'max')).refuses('contact-point-not-held');
  });

  it('to its own holder changes nothing', () => given(contactPoint, attached('lea')).when(transfer('lea', 'lea')).then());

  it('moves one hold on a shared point and leaves the others', () => {
    given(contactPoint, attached('lea'), shared, attached('eve'))
      .when(transfer('lea', 'max'))
      .then(released('lea', 'reassigned', 'max'), { type: 'ContactPointAttached', data: { endUserId: 'max', ...phone, verified: false } });
    given(contactPoint, attached('lea'), shared, attached('max'))
      .when(transfer('lea', 'max', 'corrected'))
      .then(released('lea', 'corrected', 'max'));
  });
});

const reattach = (endUserId: string) => new ReattachPoint('acme', 'd1', endUserId, phone, true);
const back = (endUserId: string): ContactPointEvent => ({ type: 'ContactPointAttached', data: { endUserId, ...phone, verified: true } });

describe('a point that was released by a deletion', () => {
  it('comes back once, while it is free', () => {
    given(contactPoint, attached('lea'), released('lea', 'deleted')).when(reattach('lea')).then(back('lea'));
    given(contactPoint, attached('lea'), released('lea', 'deleted'), back('lea')).when(reattach('lea')).then();
    given(contactPoint, attached('lea'), released('lea', 'deleted'), attached('max')).when(reattach('lea')).then();
  });

  it('does not come back to whom it was taken from for another reason', () => {
    for (const cause of ['detached', 'reassigned', 'corrected', 'erased', 'lost-race'] as const)
      given(contactPoint, attached('lea'), released('lea', cause)).when(reattach('lea')).then();
    given(contactPoint, attached('lea'), released('lea', 'deleted')).when(reattach('max')).then();
    given(contactPoint).when(reattach('lea')).then();
  });

  it('does not come back when somebody else had it since', () =>
    given(contactPoint, attached('lea'), released('lea', 'deleted'), attached('max'), released('max')).when(reattach('lea')).then());

  it('comes back after a claim that came to nothing', () =>
    given(contactPoint, attached('lea'), released('lea', 'deleted'), attached('max'), released('max', 'lost-race')).when(reattach('lea')).then(back('lea')));

  it('comes back to the one deleted last', () => {
    const history = [attached('lea'), released('lea', 'deleted'), attached('max'), released('max', 'deleted')];
    given(contactPoint, ...history)
      .when(reattach('lea'))
      .then();
    given(contactPoint, ...history)
      .when(reattach('max'))
      .then(back('max'));
  });

  it('comes back beside its other holders while it is shared', () =>
    given(contactPoint, attached('lea'), shared, attached('max'), released('lea', 'deleted'), released('max', 'detached'))
      .when(reattach('lea'))
      .then(back('lea')));

  it('is known to have been let go of, which a lost race is not', () => {
    expect(given(contactPoint, attached('lea'), released('lea', 'deleted')).state.freed).toBe(true);
    expect(given(contactPoint, attached('lea'), released('lea', 'lost-race')).state.freed).toBeUndefined();
  });
});
