/** Counts the seconds from the first letter: `<timed-answer><textarea>…</textarea><p role="timer"></p></timed-answer>`. */
class TimedAnswer extends HTMLElement {
  private began = 0;
  private timer = 0;

  connectedCallback(): void {
    this.addEventListener("input", () => this.begin(), { once: true });
  }

  disconnectedCallback(): void {
    clearInterval(this.timer);
  }

  private begin(): void {
    this.began = Date.now();
    this.timer = window.setInterval(() => this.show(), 1000);
  }

  private show(): void {
    const seconds = Math.round((Date.now() - this.began) / 1000);
    const clock = this.querySelector("[role=timer]");
    if (clock) clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }
}

customElements.define("timed-answer", TimedAnswer);
