export type { Resolve } from './guarded-lookup';
export * from './https-webhook-sender';
export * from './target';
