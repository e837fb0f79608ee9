/** Elements of a Word document as text. Whatever stands in a text or an attribute is text there and nothing else. */

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element with its attributes in the order given, and what is inside it; those that are undefined are left out. */
export function element(name: string, attributes: Attributes = {}, ...inside: readonly string[]): string {
  let said = '';
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) said += ` ${key}="${escaped(String(value))}"`;
  }
  const content = inside.join('');
  return content === '' ? `<${name}${said}/>` : `<${name}${said}>${content}</${name}>`;
}

/** An element whose one attribute is its value: <w:jc w:val="center"/>. */
export function valued(name: string, value: string | number): string {
  return element(name, { 'w:val': value });
}

/** A part of the package: the element with the line that every part begins with. */
export function part(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`;
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
