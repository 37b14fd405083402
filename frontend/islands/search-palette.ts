/** Ctrl-K or ⌘-K opens the search; arrows walk through what is found. HTMX fetches it (see components/palette.html). */
class SearchPalette extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener("keydown", (event) => this.shortcut(event));
    document.addEventListener("click", (event) => {
      if ((event.target as Element).closest("[data-find]")) this.open(event);
    });
    this.addEventListener("keydown", (event) => this.walk(event));
    this.addEventListener("click", (event) => {
      const target = event.target as Element;
      if (target === this.dialog || target.closest("[data-shut]")) this.dialog?.close();
    });
  }

  private get dialog(): HTMLDialogElement | null {
    return this.querySelector("dialog");
  }

  private shortcut(event: KeyboardEvent): void {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey) this.open(event);
  }

  private open(event: Event): void {
    const dialog = this.dialog;
    if (!dialog) return;
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
    this.querySelector<HTMLInputElement>("input[type=search]")?.select();
  }

  private walk(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [
      ...this.querySelectorAll<HTMLElement>("input[type=search], .found a, .found button"),
    ];
    const here = stops.indexOf(document.activeElement as HTMLElement);
    const next = stops[(here + step + stops.length) % stops.length];
    event.preventDefault();
    next?.focus();
  }
}

customElements.define("search-palette", SearchPalette);
