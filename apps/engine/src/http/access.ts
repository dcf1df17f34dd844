import type { Role } from '@kith/domain';
import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

/** Who may call a route: anybody, or keys with one of these roles. */
export type Access = 'public' | readonly Role[];

declare module 'fastify' {
  interface FastifyRequest {
    /** `routeOptions.config`, which Fastify puts together anew at each look. */
    route: FastifyContextConfig;
  }
  interface FastifyContextConfig {
    access?: Access;
    /** Shown by browsers. */
    page?: boolean;
  }
}

/** Anybody may read the page. */
export const PublicPage = () => applyDecorators(RouteConfig({ access: 'public' satisfies Access, page: true }), ApiExtension('x-roles', ['public']));

/** Keys of these roles may call the route. `operator` may do whatever `admin` may. */
export function Roles(...named: readonly Role[]) {
  const roles: readonly Role[] = named.includes('admin') && !named.includes('operator') ? [...named, 'operator'] : named;
  return applyDecorators(RouteConfig({ access: roles satisfies Access }), ApiBearerAuth('apiKey'), ApiExtension('x-roles', [...roles]));
}

/** Who reads: every key of the tenant. */
export const Readers = () => Roles('admin', 'agent', 'service', 'auditor');

/** Who tells what happens on the channels and works with end users: every key but an auditor's. */
export const Writers = () => Roles('admin', 'agent', 'service');

/** Anybody may call the route, also when the engine has more work than it can do: that is when it is needed. */
export const AlwaysOpen = () =>
  applyDecorators(
    RouteConfig({ access: 'public' satisfies Access, alwaysOpen: true }),
    ApiExtension('x-roles', ['public']),
    ApiExtension('x-always-open', true),
  );
