import type { Role } from '@kith/domain';
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

/** Who may call a route: anybody, or keys with one of these roles. */
export type Access = 'public' | readonly Role[];

/**
 * What a route shows to a key that is limited to organizations: the end user, organization or ticket that `:id` names, when it is theirs; or
 * only what is theirs, as its handler narrows it. One that does not say is closed to such keys.
 */
export type Sight = 'end-user' | 'organization' | 'ticket' | 'narrowed';

declare module 'fastify' {
  interface FastifyRequest {
    /** `routeOptions.config`, which Fastify puts together anew at each look. */
    route: FastifyContextConfig;
  }
  interface FastifyContextConfig {
    access?: Access;
    sight?: Sight;
    /** Shown by browsers. */
    page?: boolean;
  }
}

/** Anybody may read the page. */
export const PublicPage = () => applyDecorators(RouteConfig({ access: 'public' satisfies Access, page: true }), ApiExtension('x-roles', ['public']));

/** Keys of these roles may call the route. `operator` may do whatever `admin` may. */
export const Roles = (...named: readonly Role[]) => allowed(named);

/** Who reads: every key of the tenant. */
export const Readers = (sight?: Sight) => allowed(['admin', 'agent', 'service', 'auditor'], sight);

/** Who tells what happens on the channels and works with end users: every key but an auditor's. */
export const Writers = (sight?: Sight) => allowed(['admin', 'agent', 'service'], sight);

function allowed(named: readonly Role[], sight?: Sight) {
  const roles: readonly Role[] = named.includes('admin') && !named.includes('operator') ? [...named, 'operator'] : named;
  const config = { access: roles satisfies Access, ...(sight && { sight }) };
  return applyDecorators(RouteConfig(config), ApiBearerAuth('apiKey'), ApiExtension('x-roles', [...roles]), ApiExtension('x-limited-keys', sight ?? 'closed'));
}

/** Who decides what holds for many end users at once: whose addresses make members, where tickets go, which organizations are one or gone. */
export const managerRoles = ['admin', 'operator', 'service'] as const satisfies readonly Role[];
export const Managers = () => Roles(...managerRoles);

/** Anybody may call the route, also when the engine has more work than it can do: that is when it is needed. */
export const AlwaysOpen = () =>
  applyDecorators(
    RouteConfig({ access: 'public' satisfies Access, alwaysOpen: true }),
    ApiExtension('x-roles', ['public']),
    ApiExtension('x-always-open', true),
  );
