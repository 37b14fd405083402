/** Reading of a letter as it is typed: blanks, words, length as LinkedIn counts it. */
const BLANK = /\[[^[\]\n]{1,120}\]/g;

export interface Blank {
  start: number;
  end: number;
  asks: string;
}

/** Every `[which piece?]` that is still to be filled. */
export function blanks(text: string): Blank[] {
  return [...text.matchAll(BLANK)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    asks: found[0].slice(1, -1),
  }));
}

/** Words between blanks; a word has a letter or a digit. */
export function wordCount(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** Length in UTF-16 units, a line break as one: what the fields of LinkedIn count. */
export function unitCount(text: string): number {
  return text.replace(/\r\n/g, "\n").length;
}

/** A mailto address with line breaks as RFC 6068 wants them. */
export function mailto(to: string, subject: string, body: string): string {
  const lines = body.replace(/\r\n?|\n/g, "\r\n");
  return `mailto:${encodeURIComponent(to).replace(/%40/g, "@")}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(lines)}`;
}
