#!/usr/bin/env node
/** Starts the command line; says what to do where Node.js is too old or the programme is not built. */
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
