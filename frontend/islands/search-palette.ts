import { walk } from "./walk";

/** Ctrl-K or ⌘-K opens the search; arrows walk through what is found. HTMX fetches it (see components/palette.html). */
class SearchPalette extends HTMLElement {
  connectedCallback(): void {
    document.addEventListener("keydown", (event) => this.shortcut(event));
    document.addEventListener("click", (event) => {
      if ((event.target as Element).closest("[data-find]")) this.open(event);
    });
    this.addEventListener("keydown", (event) => this.typed(event));
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

  /** Escape closes at once; by itself a search field would only be emptied by the first one. */
  private typed(event: KeyboardEvent): void {
    if (event.key === "Escape") {
      event.preventDefault();
      this.dialog?.close();
    } else walk(this, event);
  }

  private open(event: Event): void {
    const dialog = this.dialog;
    if (!dialog) return;
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
    this.querySelector<HTMLInputElement>("input[type=search]")?.select();
  }
}

customElements.define("search-palette", SearchPalette);
