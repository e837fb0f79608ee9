/**
 * results.json is complete: whatever is made of a result comes out the same, byte for byte, of the result as it is read
 * back from what was written.
 */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Lang } from '../../src/base/text.js';
import { explain } from '../../src/explain/explain.js';
import type { Result } from '../../src/model/result.js';
import { writeBulletin } from '../../src/report/bulletin/write.js';
import { parseResult, resultJson } from '../../src/report/json.js';
import { type Faces, findFaces } from '../../src/report/pdf/faces.js';
import { printBulletin } from '../../src/report/pdf/print.js';
import { designRanking } from '../../src/report/ranking/design.js';
import { statusOf } from '../../src/report/status/status.js';
import { designStatus } from '../../src/report/status/workbook.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { firstQuarter } from '../examples/folder.js';

const faces = (await findFaces({}, { folders: [] })) as Faces;
const hash = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function made(result: Result, lang: Lang): Promise<Record<string, string>> {
  const status = statusOf(result, { soFar: false });
  return {
    'ranking.xlsx': hash(await writeWorkbook(designRanking(result, lang))),
    'bulletin.pdf': hash((await printBulletin(writeBulletin(result, lang), faces)).bytes),
    explain: hash(JSON.stringify(result.subjects.map((subject) => explain(result, subject, lang)))),
    status: hash(JSON.stringify(status)),
    'status.xlsx': hash(await writeWorkbook(designStatus(status, result, lang))),
    'results.json': hash(resultJson(result)),
  };
}

describe.each(['bureau', 'sunshine'])('results.json of %s', (example) => {
  it.each<Lang>(['zh', 'en'])('gives every output again, in %s', async (lang) => {
    const result = await firstQuarter(example);
    const read = parseResult(resultJson(result));
    if ('problem' in read) throw new Error(JSON.stringify(read));
    expect(await made(read, lang)).toEqual(await made(result, lang));
  });
});
