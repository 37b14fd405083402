/**
 * Saves a form while it is filled in, and says so truthfully.
 *
 *     <autosave-form><form method="post">… <output class="saved"></output></form></autosave-form>
 *
 * It posts what the form would post, as an HTMX request; any answer but a success leaves "not saved yet".
 */
import { ownHeaders } from "./csrf";
import { say } from "./words";

const PAUSE = 700;

class AutosaveForm extends HTMLElement {
  private timer = 0;
  private round = 0;

  connectedCallback(): void {
    this.addEventListener("input", () => this.later(PAUSE));
    this.addEventListener("submit", () => clearTimeout(this.timer));
  }

  private later(pause: number): void {
    clearTimeout(this.timer);
    this.tell(say("not_yet"));
    this.timer = window.setTimeout(() => void this.save(), pause);
  }

  private async save(): Promise<void> {
    const form = this.querySelector("form");
    if (!form) return;
    const round = ++this.round;
    const headers = { ...ownHeaders(), "HX-Request": "true" };
    const sent = { method: "POST", body: new FormData(form), headers };
    const answer = await fetch(form.action, sent).catch(() => undefined);
    if (round !== this.round) return;
    if (answer?.ok) this.tell(say("saved"));
    else if (!answer) this.later(PAUSE * 5);
  }

  private tell(sentence: string): void {
    const place = this.querySelector("output.saved");
    if (place && place.textContent !== sentence) place.textContent = sentence;
  }
}

customElements.define("autosave-form", AutosaveForm);
