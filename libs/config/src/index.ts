export { loadCaller } from './caller';
export * from './config';
export { configurationReference } from './configuration-reference';
export { environmentWith, isDumbTerminal } from './environment';
export { ConfigInvalid, HelpRequested, loadConfig } from './load-config';
export { type ToldSetting, toldSettings } from './told-settings';
