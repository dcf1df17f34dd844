import { Keys, SettingsReader, Tenants } from '@kith/application';
import type { Config } from '@kith/config';
import { ChangeSettings, type CommandContext } from '@kith/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v7 } from 'uuid';
import type { Opened } from './parts/opened';

/** The tenant that every engine has. */
const tenant = 'default';

/** Held while what is missing is made; should its holder die, the next one goes on after so many milliseconds. */
const [lease, leaseMs] = ['first-start', 30_000];

/**
 * Makes what an engine needs before anybody can call it, where it is missing: tenant `default`, its default region, and keys.
 * @returns the first admin key when it was made here: nobody can find it out later
 */
export async function firstStart(
  app: INestApplicationContext,
  { leases, shared }: Pick<Opened, 'leases' | 'shared'>,
  config: Config,
): Promise<string | undefined> {
  const holder = shared?.places.process ?? 'here';
  // Of several processes that start at once, one makes the first key: a second one would be printed where nobody looks.
  while (!(await leases.hold(lease, holder, leaseMs, null))) await new Promise((resolve) => setTimeout(resolve, 200));
  try {
    return await made(app, config);
  } finally {
    await leases.release(lease, holder);
  }
}

async function made(app: INestApplicationContext, { adminKey, operatorKey, defaultRegion }: Config): Promise<string | undefined> {
  const [keys, tenants] = [app.get(Keys), app.get(Tenants)];
  const context: CommandContext = { tenant, actor: { kind: 'operator', id: 'engine' }, client: 'engine', correlationId: v7() };
  if (!(await tenants.exists(tenant))) await tenants.create(context);
  if (defaultRegion !== undefined && (await app.get(SettingsReader).of(tenant)).version === 0)
    await app.get(CommandBus).execute(new ChangeSettings(context, { defaultRegion }));
  const keyless = await keys.isEmpty();
  if (adminKey !== undefined) await keys.preset(adminKey, context, 'admin');
  if (operatorKey !== undefined) await keys.preset(operatorKey, context, 'operator');
  return keyless && adminKey === undefined ? (await keys.issue(context, { role: 'admin', clientName: 'admin' })).key : undefined;
}
