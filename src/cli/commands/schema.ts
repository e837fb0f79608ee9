/** assess schema: the JSON Schema of a file that the programme reads or writes. */
import { packJsonSchema } from '../../measures/schema.js';
import { comparisonJsonSchema, verificationJsonSchema } from '../../report/schema/comparison.js';
import { manifestJsonSchema } from '../../report/schema/manifest.js';
import { resultJsonSchema } from '../../report/schema/result.js';
import type { ExitCode } from '../failure.js';
import { jsonText } from '../show/json.js';
import type { System } from '../system.js';
import { type Common, contextFor } from './context.js';

export const SCHEMAS = {
  measures: packJsonSchema,
  results: resultJsonSchema,
  manifest: manifestJsonSchema,
  comparison: comparisonJsonSchema,
  verification: verificationJsonSchema,
} as const;

export type SchemaName = keyof typeof SCHEMAS;

export async function schemaCommand(name: SchemaName, options: Common, system: System): Promise<ExitCode> {
  await contextFor(system, options).out(jsonText(SCHEMAS[name]()));
  return 0;
}
