/** Parts of an expression as parsed: what stands below a part, the names it asks for, and its text. */
import { type ASTNode, serialize } from '@marcbachmann/cel-js';

export function children(node: ASTNode): ASTNode[] {
  const found: ASTNode[] = [];
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) for (const each of part) visit(each);
    else if (part !== null && typeof part === 'object' && 'op' in part && 'args' in part) found.push(part as ASTNode);
  };
  visit(node.args);
  return found;
}

export function namesOf(node: ASTNode): string[] {
  if (node.op === 'id') return [node.args];
  return [...new Set(children(node).flatMap(namesOf))];
}

/** The text of a part. Written anew from the tree: the ranges of the source leave out brackets at its ends. */
export function sourceOf(node: ASTNode): string {
  return serialize(node);
}
