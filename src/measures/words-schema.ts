/** Words that every part of a pack's schema is made of: names, wordings, conditions, numbers. */
import { z } from 'zod';

export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower case letters, digits and _ only')
  .describe('A name that conditions can use');
export const slug = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower case letters, digits and - only');
export const clause = z.string().min(1).describe('Id of a clause of this pack');
export const condition = z.string().min(1).describe('A CEL expression over declared facts, columns and parameters');
export const number = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/, 'a decimal number')]);
export const titled = { zh: z.string().min(1), en: z.string().min(1) };
