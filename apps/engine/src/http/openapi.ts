import { applyDecorators, type INestApplication } from '@nestjs/common';
import { ApiExtension, ApiExtraModels, ApiHeader, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './openapi-document';
import { ProblemAnswer } from './problem.dto';
import type { ProblemCode } from './problems';

/** The refusals that a route can answer beside those that every route of its kind can. */
export function Problems(...named: readonly ProblemCode[]) {
  return applyDecorators(ApiExtraModels(ProblemAnswer), ApiExtension('x-problems', [...named]));
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
    // Without the address of a validator, the page asks nobody else about the document.
    swaggerOptions: { persistAuthorization: false, displayRequestDuration: true, validatorUrl: null },
  });
}
