export * from './config';
export { configurationReference } from './configuration-reference';
export { ConfigInvalid, HelpRequested, loadConfig } from './load-config';
