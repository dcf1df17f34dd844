import type { AccessKind } from '@kith/application';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest, preHandlerHookHandler, preSerializationHookHandler, RouteOptions } from 'fastify';

/** What an answer showed of whom. */
export interface Shown {
  /** Repeated and null ones are left out. */
  readonly endUserIds: readonly (string | null | undefined)[];
  /** How many items. */
  readonly count: number;
  /** Addresses that were asked for and that nobody has: their digests are noted. */
  readonly nobody?: readonly { readonly channel: string; readonly value: string; readonly scope?: string | null }[];
  /** The same by their digests; also of an address whose history was shown. */
  readonly contactPointIds?: readonly string[];
  /** The stretch of the log that was shown. */
  readonly positions?: { readonly after: bigint; readonly upTo: bigint };
}

/** Personal data of what kind a route shows, and how its answer says of whom; `undefined` where the handler notes it itself. */
export interface Showing {
  readonly kind: AccessKind;
  readonly of: ((answer: never, request: FastifyRequest) => Shown) | undefined;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    shows?: Showing;
  }
}

/**
 * The route shows personal data, which is noted in the log of accesses where the tenant keeps one. Stands above what says who may call it.
 * @param of reads from an answer whom it showed; `by hand` for a handler that notes it itself
 */
export const Shows =
  <Answer>(kind: AccessKind, of: ((answer: Answer, request: FastifyRequest) => Shown) | 'by hand'): MethodDecorator =>
  (target, name, descriptor) => {
    // A route has one configuration: another decorator of it would replace the first one's.
    const known = Reflect.getMetadata(RouteConfig({}).KEY, descriptor.value as object) as object | undefined;
    RouteConfig({ ...known, shows: { kind, of: of === 'by hand' ? undefined : of } satisfies Showing })(target, name, descriptor);
    ApiExtension('x-access-kind', kind)(target, name, descriptor);
  };

/** What watches over the routes that show personal data. */
export interface Watching {
  readonly admit: preHandlerHookHandler;
  readonly shown: preSerializationHookHandler<unknown>;
}

/** Has every route watched that shows personal data; the others pay nothing. Fastify hands each route over before it adds it. */
export function watchWhatIsShown({ admit, shown }: Watching) {
  return (route: RouteOptions): void => {
    const { shows } = route.config ?? {};
    if (!shows) return;
    route.preHandler = [...new Set([route.preHandler ?? []].flat()).add(admit)];
    if (shows.of) route.preSerialization = [...new Set([route.preSerialization ?? []].flat()).add(shown)];
  };
}
