/** Sentences of the scripts, translated by the server: `{% words %}` puts them on the page as JSON. */
let known: Record<string, string> | undefined;

function all(): Record<string, string> {
  if (!known) {
    const page = document.getElementById("words")?.textContent;
    known = page ? (JSON.parse(page) as Record<string, string>) : {};
  }
  return known;
}

/** The sentence for a key with its {names} filled; for a count, `key_one` is used for 1. */
export function say(key: string, values: Record<string, string | number> = {}): string {
  const words = all();
  const single = values["n"] === 1 ? words[`${key}_one`] : undefined;
  const sentence = single ?? words[key] ?? "";
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
