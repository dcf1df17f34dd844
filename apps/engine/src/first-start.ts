import { Keys, SettingsReader, Tenants } from '@kith/application';
import type { Config } from '@kith/config';
import { ChangeSettings, type CommandContext } from '@kith/domain';
import type { INestApplicationContext } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { v7 } from 'uuid';

/** The tenant that every engine has. */
const tenant = 'default';

/**
 * Makes what an engine needs before anybody can call it, where it is missing: tenant `default`, its default region, and keys.
 * @returns the first admin key when it was made here: nobody can find it out later
 */
export async function firstStart(app: INestApplicationContext, { adminKey, operatorKey, defaultRegion }: Config): Promise<string | undefined> {
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
