import { STATUS_CODES } from 'node:http';
import { applyDecorators, type INestApplication } from '@nestjs/common';
import { ApiExtension, ApiExtraModels, ApiHeader, ApiResponse, DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { ProblemAnswer } from './problem.dto';
import { type ProblemCode, problem } from './problems';

const problemContent = (codes: readonly ProblemCode[]) => ({
  'application/problem+json': {
    schema: { $ref: getSchemaPath(ProblemAnswer) },
    examples: Object.fromEntries(codes.map((code) => [code, { summary: problem(code).title, value: problem(code) }])),
  },
});

/** What every route can answer, whatever it does. */
const everywhere: readonly ProblemCode[] = ['overloaded', 'stopping', 'internal-error'];

/** The refusals that a route can answer, grouped by their status. */
export function Problems(...named: readonly ProblemCode[]) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of [...named, ...everywhere]) {
    const { status } = problem(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return applyDecorators(
    ApiExtraModels(ProblemAnswer),
    ApiExtension('x-problems', [...named]),
    ...[...byStatus].map(([status, codes]) =>
      ApiResponse({ status, description: codes.map((code) => `\`${code}\``).join(', '), content: problemContent(codes) }),
    ),
  );
}

/** A write: it may be retried with its key, and says where it ended. */
export function Idempotent() {
  return applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Bare or quoted, 1 to 255 visible ASCII characters. The same key with the same payload is the same command, however late.',
    }),
    ApiHeader({ name: 'Kith-On-Behalf-Of', required: false, description: 'Opaque id of the person or system that the caller acts for.' }),
    ApiHeader({ name: 'Kith-Correlation-Id', required: false, description: 'A UUID that groups what belongs together.' }),
    ApiHeader({ name: 'traceparent', required: false, description: 'W3C trace context.' }),
  );
}

const description = `One profile per customer, whatever channel they use.

Every write takes an \`Idempotency-Key\` and answers with \`Kith-Position\`; a read with \`Kith-After\` waits until it knows of that write.
Every refusal is \`application/problem+json\` with a stable \`code\`; \`/problems\` lists them.`;

/** The OpenAPI 3.1 document of all routes. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Kith')
    .setDescription(description)
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'kith_<keyId>_<secret>', description: 'An API key.' }, 'apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[])) complete(operation);
  return document;
}

interface Operation {
  readonly security?: readonly unknown[];
  readonly responses: Record<string, { description: string; content?: object }>;
}

/** What holds for a kind of operation is said here once instead of at each route. */
function complete(operation: Operation): void {
  for (const [status, response] of Object.entries(operation.responses)) response.description ||= STATUS_CODES[status] ?? status;
  if (!operation.security) return;
  operation.responses['401'] ??= { description: '`unauthenticated`', content: problemContent(['unauthenticated']) };
  operation.responses['403'] ??= { description: '`not-allowed`', content: problemContent(['not-allowed']) };
}

/** The document at `/openapi.json`, and a page to read it at `/docs`; everything the page needs comes from here. */
export function serveDocs(app: INestApplication): void {
  let document: OpenAPIObject | undefined;
  const onFirstUse = () => {
    document ??= openApiDocument(app);
    return document;
  };
  SwaggerModule.setup('docs', app, onFirstUse, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Kith API',
    swaggerOptions: { persistAuthorization: false, displayRequestDuration: true },
  });
}
