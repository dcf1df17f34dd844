import {
  AttachPoint,
  type ContactPointEvent,
  type Creation,
  contactPoint,
  type PointIdentity,
  ReleasePoint,
  SharePoint,
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
const released = (endUserId: string): ContactPointEvent => ({ type: 'ContactPointReleased', data: { endUserId, cause: 'detached' } });
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
