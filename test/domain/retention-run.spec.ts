import { AdvanceRetentionRun, BeginRetentionRun, type RetentionRunEvent, retentionRun, StopRetentionRun } from '@kith/domain';
import { given } from '../support/given';

const since = '2021-03-03T00:00:00.000Z';
const begin = new BeginRetentionRun('acme', 'run', since, 3);
const stop = new StopRetentionRun('acme', 'run');
const advance = (from: string, to: string | null, erased: number, kept: number) =>
  new AdvanceRetentionRun('acme', 'run', from, to, { scanned: erased + kept, erased, kept });

const started: RetentionRunEvent = { type: 'RetentionRunStarted', data: { withoutContactSince: since, expected: 3 } };
const first: RetentionRunEvent = { type: 'RetentionRunAdvanced', data: { after: 'b', scanned: 2, erased: 1, kept: 1 } };
const cancelled: RetentionRunEvent = { type: 'RetentionRunCancelled', data: {} };
const ended: RetentionRunEvent = { type: 'RetentionRunEnded', data: { scanned: 4, erased: 3, kept: 1 } };

describe('a retention run', () => {
  it('begins once', () => {
    given(retentionRun).when(begin).then(started);
    for (const history of [[started], [started, first], [started, cancelled], [started, ended]])
      given(retentionRun, ...history)
        .when(begin)
        .then();
  });

  it('adds up its pages, each of which begins where the one before ended', () => {
    given(retentionRun, started)
      .when(advance('', 'b', 1, 1))
      .then(first);
    given(retentionRun, started, first)
      .when(advance('b', 'd', 2, 0))
      .then({ type: 'RetentionRunAdvanced', data: { after: 'd', scanned: 4, erased: 3, kept: 1 } });
    given(retentionRun, started, first)
      .when(advance('b', null, 2, 0))
      .then(ended);
  });

  it('counts a page once, whoever does it again, and none that does not come next', () => {
    given(retentionRun, started, first)
      .when(advance('', 'b', 1, 1))
      .then();
    given(retentionRun, started, first)
      .when(advance('c', 'd', 1, 1))
      .then();
    given(retentionRun, started, ended)
      .when(advance('', null, 1, 1))
      .then();
  });

  it('goes on no more once it was cancelled', () => {
    given(retentionRun, started, first).when(stop).then(cancelled);
    given(retentionRun, started, first, cancelled)
      .when(advance('b', 'd', 2, 0))
      .then();
    given(retentionRun, started, first, cancelled).when(stop).then();
  });

  it('that has ended cannot be cancelled any more, which is no matter', () => given(retentionRun, started, ended).when(stop).then());

  it('that never began neither goes on nor is cancelled', () => {
    given(retentionRun).when(stop).refuses('retention-run-not-found');
    given(retentionRun)
      .when(advance('', 'b', 1, 1))
      .then();
  });
});
