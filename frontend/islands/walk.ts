/**
 * Keys in a search: up and down walk from the box through what was found, Enter in the box opens the
 * first of it – once what is shown answers what is typed; before that, the form is sent as ever.
 */
export function walk(root: HTMLElement, event: KeyboardEvent): void {
  const box = root.querySelector<HTMLInputElement>("input[type=search]");
  const links = [...root.querySelectorAll<HTMLElement>(".found a, .found button")];
  if (event.key === "Enter" && box && event.target === box) {
    const shown = root.querySelector<HTMLElement>(".found [data-q]")?.dataset["q"];
    if (!links[0] || shown === undefined || shown !== box.value.trim()) return;
    event.preventDefault();
    links[0].click();
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !box) return;
  const stops = [box, ...links];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  event.preventDefault();
  stops[(here + step + stops.length) % stops.length]?.focus();
}

/** A search on a page of its own (home/search.html): the keys, and nothing else. */
class WalkResults extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", (event) => walk(this, event));
  }
}

customElements.define("walk-results", WalkResults);
