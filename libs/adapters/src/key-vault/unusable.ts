/** Why a vault cannot be worked with until a person does something about it. */
export type KeyVaultTrouble = 'wrong-master-key' | 'master-key-missing' | 'newer-format' | 'damaged';

/** The vault or its master key is not what it must be; the message says what to do. Trying again does not help. */
export class KeyVaultUnusable extends Error {
  override readonly name = 'KeyVaultUnusable';
  constructor(
    readonly reason: KeyVaultTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
