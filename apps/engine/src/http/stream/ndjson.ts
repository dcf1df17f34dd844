import type { Readable } from 'node:stream';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpProblem } from '../problems';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Takes bodies of NDJSON, read line by line. */
    takesLines?: boolean;
  }
}

/** Newline-delimited JSON: one value a line. */
export const ndjson = 'application/x-ndjson';

/** Whether the body is NDJSON, by its content type. */
export const isLines = ({ headers }: FastifyRequest): boolean => /^application\/x-ndjson[ \t]*(?:;|$)/i.test(headers['content-type'] ?? '');

/** The route takes bodies of NDJSON of any length: its handler gets the body as a stream. Stands above what says who may call it. */
export const TakesLines = (): MethodDecorator => (target, name, descriptor) => {
  // A route has one configuration: another decorator of it would replace the first one's.
  const known = Reflect.getMetadata(RouteConfig({}).KEY, descriptor.value as object) as object | undefined;
  RouteConfig({ ...known, takesLines: true })(target, name, descriptor);
};

/** Hands bodies of NDJSON to the routes that take them, unread; all other routes refuse them. */
export function acceptLines(instance: FastifyInstance): void {
  instance.addContentTypeParser(ndjson, (request, payload: Readable, done) => {
    if (request.route.takesLines || request.route.takesFiles) done(null, payload);
    else done(new HttpProblem('media-type-unsupported'), undefined);
  });
}
