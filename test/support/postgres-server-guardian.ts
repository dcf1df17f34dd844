import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Reads the postmaster's process id, anew whenever it changes, until whoever writes it ends, in whatever way; then stops that process
 * and its children (a stopped parent makes no more of them), kills them all, gives back the shared memory that a killed server leaves
 * (line 7 of its postmaster.pid: key and id), gives back its disk if it had one of its own, and removes the folder unless it is to stay.
 */
const script = `
pid=
while read -r line; do pid=$line; done
if [ -n "$pid" ]; then
  kill -STOP "$pid"
  kill -KILL $(cat "/proc/$pid/task/$pid/children" || pgrep -P "$pid") "$pid"
fi
if [ -f "$1/data/postmaster.pid" ]; then
  set -- "$1" "$2" $(sed -n 7p "$1/data/postmaster.pid")
  ipcrm -m "$4"
fi
umount -l "$1/data"
if [ "$2" = remove ]; then rm -rf "$1"; fi
`;

/** A child process that outlives this one just long enough to end its server. */
export class Guardian {
  private readonly child: ChildProcess;

  /** @param folder of the server, with its `data` */
  constructor(folder: string, { remove }: { readonly remove: boolean }) {
    this.child = spawn('sh', ['-c', script, 'postgres-guardian', folder, remove ? 'remove' : 'keep'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      cwd: '/',
    });
    this.child.unref();
    this.child.stdin?.on('error', () => undefined);
    (this.child.stdin as unknown as { unref(): void } | null)?.unref();
  }

  /** @param pid undefined: there is none at the moment */
  watch(pid: number | undefined): void {
    this.child.stdin?.write(`${pid ?? ''}\n`);
  }

  /** Resolves when the server has ended and its folder is gone. */
  async end(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.child.once('close', () => resolve()));
    this.child.ref();
    this.child.stdin?.end();
    await ended;
  }
}

/** The processes of a server: its postmaster first. */
export function processesOf(postmaster: number): readonly number[] {
  return [postmaster, ...childrenOf(postmaster)];
}

function childrenOf(parent: number): readonly number[] {
  // macOS has no /proc; its tests of frozen servers reach the postmaster alone.
  let names: readonly string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return names.filter((name) => parentOf(name) === parent).map(Number);
}

/** Of the fields of /proc/…/stat (proc(5)), the fourth; the second is a name in parentheses. */
function parentOf(pid: string): number | undefined {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]);
  } catch {
    return undefined;
  }
}

/** Sends a signal; nothing when the process is gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Waits until it holds. @throws Error after so many milliseconds */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> {
  const began = performance.now();
  while (!(await holds())) {
    if (performance.now() - began > ms) throw new Error(`${what}: not within ${ms} ms`);
    await pause(5);
  }
}
