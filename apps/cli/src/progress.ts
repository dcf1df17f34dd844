import { isDumbTerminal } from '@kith/config';
import { SingleBar } from 'cli-progress';
import type { Terminal } from './terminal';

/** How far something is, for whoever watches. */
export interface Progress {
  /** @param done of `total`, in any unit; without a total only the words are shown @param words beside the bar: rows, rates, time left */
  show(done: number, total: number | null, words: string): void;
  /** Takes the bar away; what comes next begins on a line of its own. */
  end(): void;
}

/** Characters of the bar itself. */
const width = 24;

/** A bar on stderr where somebody sees it move; elsewhere nothing: a log has no use for a thousand lines of it. */
export function progressOn({ isWatched, streams }: Terminal): Progress {
  if (!isWatched || isDumbTerminal()) return { show: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    stream: streams.err,
    format: '{bar} {percentage} %  {words}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: width,
    clearOnComplete: true,
    hideCursor: true,
    gracefulExit: false,
    fps: 8,
  });
  let begun = false;
  return {
    show(done, total, words) {
      const [value, whole] = total === null ? [0, 1] : [Math.min(done, total), Math.max(total, 1)];
      if (begun) {
        bar.setTotal(whole);
        bar.update(value, { words });
      } else bar.start(whole, value, { words });
      begun = true;
    },
    end() {
      if (begun) bar.stop();
      begun = false;
    },
  };
}

/** Seconds as people say them: `45 s`, `3 min`, `2 h 5 min`. */
export function durationText(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
