/**
 * Keys for a card: space shows the answer, 1 to 4 say how well it was known.
 *
 *     <study-card><form>… <details>… <button name="rating" value="3">…</details></form></study-card>
 */
class StudyCard extends HTMLElement {
  private readonly pressed = (event: KeyboardEvent): void => this.press(event);

  connectedCallback(): void {
    document.addEventListener("keydown", this.pressed);
  }

  disconnectedCallback(): void {
    document.removeEventListener("keydown", this.pressed);
  }

  private press(event: KeyboardEvent): void {
    const answer = this.querySelector("details");
    const inside = (what: string): boolean => event.target instanceof Element && !!event.target.closest(what);
    if (!answer || inside("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === " " && !inside("a, button, summary")) answer.open = true;
    else if (answer.open && /^[1-4]$/.test(event.key)) this.rate(event.key);
    else return;
    event.preventDefault();
  }

  private rate(value: string): void {
    this.querySelector<HTMLButtonElement>(`button[name="rating"][value="${value}"]`)?.click();
  }
}

customElements.define("study-card", StudyCard);
