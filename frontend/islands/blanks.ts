/**
 * Blanks that were left in a letter, in every notation people use for them.
 * The same reading as `askwell/outreach/blanks.py`, which has the last word; tests hold both to one list.
 */
const BLANK = new RegExp(
  [
    String.raw`\$\{[^{}\n]{0,60}\}`,
    String.raw`\{\{[^{}\n]{0,60}\}\}`,
    String.raw`\{%?[^{}\n]{0,60}%?\}`,
    String.raw`\[[^\[\]\n]{0,160}\]`,
    String.raw`\*\|[A-Za-z_]{2,40}\|\*`,
    String.raw`%[A-Z][A-Z_]{2,40}%`,
    String.raw`<<[^<>\n]{1,60}>>`,
    String.raw`<[A-Za-z][^<>@:\/\n]{0,60}[>\]]`,
    String.raw`\((?:insert|your|their|company|enter)\s[^()\n]{0,40}(?:name|title|here|company|organization|role)\)`,
    String.raw`(?<![\w])_+(?![\w])`,
    String.raw`(?<![\w])(?:XYZ|XXX+|TBD|TBC|YYYY|NNN)(?![\w])`,
    String.raw`(?<![\w])(?:INSERT|ENTER)\s+[A-Z]{2,}(?:\s+[A-Z]{2,})*`,
  ].join("|"),
  "g",
);
const NO_BLANK = new RegExp(
  String.raw`^(?:\[(?:sic|\d{1,3}|…|\.\.\.|[xX✓ ]?)\]|<\/?(?:b|i|u|p|a|br|hr|em|li|ul|ol|div|span|strong)(?:\s[^<>]*)?\/?>|\{\})$`,
  "i",
);
const FRAME = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}?!.…]+$/gu;

export interface Blank {
  start: number;
  end: number;
  asks: string;
}

/** Every blank that is still to be filled; brackets inside a `known` fact of the writer are the fact. */
export function blanks(text: string, known: readonly string[] = []): Blank[] {
  const own = known.flatMap((fact) => spans(text, fact));
  const found: Blank[] = [];
  for (const { 0: whole, index } of text.matchAll(BLANK)) {
    const end = index + whole.length;
    if (NO_BLANK.test(whole) || own.some(([from, to]) => from <= index && end <= to)) continue;
    found.push({ start: index, end, asks: whole.replace(FRAME, "") || whole });
  }
  return found;
}

function spans(text: string, fact: string): [number, number][] {
  if (!fact.trim()) return [];
  const found: [number, number][] = [];
  for (let at = text.indexOf(fact); at >= 0; at = text.indexOf(fact, at + fact.length)) found.push([at, at + fact.length]);
  return found;
}
