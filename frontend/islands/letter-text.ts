/** Reading of a letter as it is typed: words, and length as LinkedIn counts it. */
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
