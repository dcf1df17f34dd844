import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const host = hostname().replace(/[^A-Za-z0-9.-]/g, '_');
const ours = `${host}~${process.pid}`;

/**
 * Runs `work` while this process alone, of all that ask, holds the lock folder.
 * The folder holds one file named after its owner. Taking it is the rename of a prepared folder, and taking it over
 * from a process that died is the rename of that file: of many who try, exactly one succeeds, at any moment.
 */
export async function withLock(folder, work, say) {
  mkdirSync(dirname(folder), { recursive: true });
  for (let attempts = 0; !(take(folder) || takeOver(folder)); attempts += 1) {
    if (attempts === 5) say(`another set-up is running here (${ownerOf(folder) ?? 'just ending'}); waiting for it`);
    if (attempts === 600) say(`still waiting; if no set-up is running, delete ${folder}`);
    await wait(200);
  }
  try {
    return await work();
  } finally {
    release(folder);
  }
}

function take(folder) {
  const prepared = mkdtempSync(`${folder}-`);
  writeFileSync(join(prepared, ours), '');
  try {
    renameSync(prepared, folder);
    return true;
  } catch {
    rmSync(prepared, { recursive: true, force: true });
    return false;
  }
}

function takeOver(folder) {
  const owner = ownerOf(folder);
  if (owner === undefined) {
    // Left empty by an owner that died while letting go; a folder with an owner in it does not go away.
    attempt(() => rmdirSync(folder));
    return false;
  }
  return isGone(owner) && attempt(() => renameSync(join(folder, owner), join(folder, ours)));
}

function release(folder) {
  attempt(() => unlinkSync(join(folder, ours)));
  attempt(() => rmdirSync(folder));
}

function ownerOf(folder) {
  try {
    return readdirSync(folder)[0];
  } catch {
    return undefined;
  }
}

function isGone(owner) {
  const [ownerHost, pid] = owner.split('~');
  if (ownerHost !== host) return false;
  try {
    process.kill(Number(pid), 0);
    return Number(pid) === process.pid;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function attempt(work) {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}
