// @ts-check
/** Workbooks that open only with a password: ECMA-376 standard encryption, AES of 128 bits, in a compound file. */
import { createCipheriv, createHash } from 'node:crypto';
import { compoundFile, filledUp } from './compound.js';

const CIPHER = 'Microsoft Enhanced RSA and AES Cryptographic Provider\0';
const ROUNDS = 50_000;

/** The salt is fixed, so that the bytes stay the same. @param {Uint8Array} bytes @param {string} password */
export function encrypted(bytes, password) {
  const salt = Buffer.alloc(16, 'salt');
  const key = keyOf(password, salt);
  const sealed = (/** @type {Uint8Array} */ plain) => {
    const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
    return Buffer.concat([cipher.update(filledUp(plain, 16)), cipher.final()]);
  };
  const verifier = Buffer.alloc(16, 'verifier');
  const algorithm = Buffer.concat([words(0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0), Buffer.from(CIPHER, 'utf16le')]);
  const info = Buffer.concat([
    Buffer.from([3, 0, 2, 0]),
    words(0x24, algorithm.length),
    algorithm,
    words(salt.length),
    salt,
    sealed(verifier),
    words(20),
    sealed(sha1(verifier)),
  ]);
  const sizes = words(bytes.length, 0);
  return compoundFile([
    { name: 'EncryptionInfo', bytes: info },
    { name: 'EncryptedPackage', bytes: Buffer.concat([sizes, sealed(bytes)]) },
  ]);
}

/** @param {string} password @param {Uint8Array} salt */
function keyOf(password, salt) {
  let hash = sha1(salt, Buffer.from(password, 'utf16le'));
  for (let round = 0; round < ROUNDS; round += 1) hash = sha1(words(round), hash);
  hash = sha1(hash, words(0));
  return sha1(Buffer.alloc(64, 0x36).map((byte, at) => byte ^ (hash[at] ?? 0))).subarray(0, 16);
}

/** @param {...Uint8Array} parts */
function sha1(...parts) {
  return createHash('sha1').update(Buffer.concat(parts)).digest();
}

/** @param {...number} values */
function words(...values) {
  return Buffer.from(Uint32Array.from(values).buffer);
}
