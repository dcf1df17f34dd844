/** Under npm: ends this process, in order, when npm is gone. Killed outright, npm takes nobody with it, and an engine left behind would keep its port and its data folder. */
export function endWithNpm() {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
