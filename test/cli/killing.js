// @ts-check
/**
 * Loaded before the programme: ends it without warning, as a power cut does, or by a signal, or lets a call of the file system
 * fail. CALL names the function and its count ("renameSync:3"), FAULT what befalls it ("kill", "stop", or a code such as "EIO").
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [name = '', count = ''] = (process.env.CALL ?? '').split(':');
const calls = /** @type {Record<string, (...args: unknown[]) => unknown>} */ (/** @type {unknown} */ (fs));
const real = calls[name];
let left = Number(count);

if (real) {
  calls[name] = (...args) => {
    left -= 1;
    if (left === 0) {
      const code = process.env.FAULT ?? 'kill';
      if (code === 'kill') process.kill(process.pid, 'SIGKILL');
      if (code === 'stop') {
        process.stderr.write('stopped\n');
        process.kill(process.pid, 'SIGTERM');
        return real(...args);
      }
      throw Object.assign(new Error(code), { code });
    }
    return real(...args);
  };
  syncBuiltinESMExports();
}
