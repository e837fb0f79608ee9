#!/usr/bin/env node
/** Starts the command line; says what to do where Node.js is too old or the programme is not built. */
// Nothing is written in pieces between two turns of the loop, so that a signal always finds whole files, and may end it all.
for (const [signal, number] of Object.entries({ SIGHUP: 1, SIGINT: 2, SIGTERM: 15 })) {
  process.once(signal, () => process.exit(128 + number));
}

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `assess 需要 Node.js 20.19 或更新版本，现在是 ${process.versions.node} / needs Node.js 20.19 or newer\n`,
  );
  process.exitCode = 2;
} else {
  try {
    const { run } = await import('../dist/cli/run.js');
    process.exitCode = await run(process.argv.slice(2));
  } catch (error) {
    if (/** @type {{ code?: string }} */ (error).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write('程序还没有安装好，请先运行 npm ci / not installed yet: run npm ci first\n');
    process.exitCode = 2;
  }
}
