/** The ways in which a pack may say what a fact is; each fact gives exactly one. */
export const DERIVATIONS = [
  'count',
  'sum',
  'most',
  'highest',
  'longest',
  'find',
  'share',
  'total',
  'points',
  'converted',
  'place',
] as const;
