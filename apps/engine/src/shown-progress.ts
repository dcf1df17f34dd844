import type { RebuildProgress } from '@kith/read-models';

/** One line that is written over on a terminal; one every ten seconds elsewhere. */
export function shownProgress(): (progress: RebuildProgress) => void {
  const terminal = process.stderr.isTTY;
  let next = 0;
  return ({ done, total, events, share, perSecond, secondsLeft }) => {
    const ended = done === total;
    if (Date.now() < next && !ended) return;
    next = Date.now() + (terminal ? 200 : 10_000);
    const left = Number.isFinite(secondsLeft) ? `, ${Math.ceil(secondsLeft)} s left` : '';
    process.stderr.write(
      `${terminal ? '\r\u001b[K' : ''}${events} events, ${Math.floor(share * 100)} %, ${Math.round(perSecond)}/s${left}${!terminal || ended ? '\n' : ''}`,
    );
  };
}
