/**
 * Keys for pairs that may be one: s the same, d different, l later. They mean the pair that holds
 * the focus, or else the first one.
 *
 *     <same-pairs><article>… <form>… <button data-key="s">…</form></article>…</same-pairs>
 */
class SamePairs extends HTMLElement {
  private readonly pressed = (event: KeyboardEvent): void => this.press(event);

  connectedCallback(): void {
    document.addEventListener("keydown", this.pressed);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.pressed);
  }

  private press(event: KeyboardEvent): void {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[sdl]$/.test(event.key)) return;
    const pair = document.activeElement?.closest("article") ?? this.querySelector("article");
    const button = pair?.querySelector<HTMLButtonElement>(`button[data-key="${event.key}"]`);
    if (!button || !this.contains(button)) return;
    event.preventDefault();
    button.click();
  }
}

customElements.define("same-pairs", SamePairs);
