// @ts-check
/** Loaded before the programme: tells on standard error what memory it had at its peak, in KB. */
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`));
