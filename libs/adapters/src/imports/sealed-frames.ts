import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { type DataKey, ImportFileUnreadable } from '@kith/application';

/** Of so many bytes are the frames of a sealed file; only the last one is shorter, or empty. */
export const frameBytes = 64 * 1024;
const tagBytes = 16;
/** As it lies in the file. */
export const sealedFrameBytes = frameBytes + tagBytes;

const mark = Buffer.from('kithimp1');
const saltBytes = 16;
/** What stands in front of the frames: without its salt nobody opens them. */
export const headerBytes = mark.length + saltBytes;

/** What begins a new sealed file. */
export const newHeader = (): Buffer => Buffer.concat([mark, randomBytes(saltBytes)]);

/**
 * The frames of one file: AES-256-GCM under a key of its own (HKDF of the import's key over the salt of the file), so that a frame's number can be
 * its nonce. The import, the number and whether it is the last are bound in: frames cannot be left out, moved, or come from another file.
 */
export class SealedFrames {
  private readonly key: KeyObject;
  private number = 0;

  /** @throws ImportFileUnreadable `damaged` for what is no header */
  constructor(
    private readonly importId: string,
    key: DataKey,
    header: Buffer,
  ) {
    if (header.length !== headerBytes || !header.subarray(0, mark.length).equals(mark)) throw damaged();
    const salt = header.subarray(mark.length);
    this.key = createSecretKey(Buffer.from(hkdfSync('sha256', key.secret.subarray(0, 32), salt, 'kith/1/importedFile', 32)));
  }

  seal(plain: Uint8Array, last: boolean): Buffer {
    const [nonce, bound] = this.next(last);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(bound);
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws ImportFileUnreadable `damaged` for anything but the next frame */
  open(sealed: Buffer, last: boolean): Buffer {
    const [nonce, bound] = this.next(last);
    if (sealed.length < tagBytes) throw damaged();
    const cipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: tagBytes }).setAAD(bound);
    cipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
    const plain = cipher.update(sealed.subarray(0, sealed.length - tagBytes));
    try {
      cipher.final();
    } catch {
      throw damaged();
    }
    return plain;
  }

  private next(last: boolean): readonly [nonce: Buffer, bound: Buffer] {
    const number = this.number++;
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(number, 8);
    return [nonce, Buffer.from(JSON.stringify(['importedFile', 1, this.importId, number, last]))];
  }
}

const damaged = () => new ImportFileUnreadable('damaged', 'The stored file is not what was stored.');
