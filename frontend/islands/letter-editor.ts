/**
 * Counts while a letter is written and holds back the ways out that a blank would spoil.
 *
 *     <letter-editor limit="200" low="75" high="125">
 *       <input name="subject"> <textarea name="body" id="id_body"></textarea>
 *       <output class="counts"></output>
 *       <button type="button" data-next-blank>Next blank</button>
 *       <a class="btn" data-mailto="mira@example.org" data-whole href="mailto:…">Open in mail</a>
 *     </letter-editor>
 *
 * `data-whole` on a control: refused while blanks are left. "I sent it" carries none.
 */
import { blanks } from "./blanks";
import { knownFacts, leadToBlank } from "./copy-button";
import { mailto, unitCount, wordCount } from "./letter-text";
import { say } from "./words";

/** Where the columns stand below each other, the letter comes first and its ingredients are folded. */
const NARROW = window.matchMedia("(max-width: 860px)");

class LetterEditor extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("input", () => this.count());
    this.addEventListener("click", (event) => this.guard(event), { capture: true });
    this.addEventListener("htmx:afterSettle", () => this.count());
    this.count();
    if (NARROW.matches) this.querySelector("details.ingredients")?.removeAttribute("open");
  }

  private get body(): HTMLTextAreaElement | null {
    return this.querySelector<HTMLTextAreaElement>('textarea[name="body"], textarea');
  }

  private count(): void {
    const text = this.body?.value ?? "";
    const left = blanks(text, knownFacts(this)).length;
    const counts = this.querySelector("output.counts");
    if (counts) counts.innerHTML = this.sentence(text, left);
    for (const control of this.querySelectorAll("[data-whole], copy-button:not([free]) button")) {
      control.setAttribute("aria-disabled", String(left > 0));
    }
    for (const next of this.querySelectorAll<HTMLElement>("[data-next-blank]")) next.hidden = left === 0;
  }

  private sentence(text: string, left: number): string {
    const parts: string[] = [];
    const limit = Number(this.getAttribute("limit") ?? 0);
    if (limit) {
      const used = unitCount(text);
      const words = say(used > limit ? "over_limit" : "of_limit", { used, limit, over: used - limit });
      parts.push(used > limit ? `<span class="over">${words}</span>` : words);
    } else {
      parts.push(say("words", { n: wordCount(text) }));
      const [low, high] = [this.getAttribute("low"), this.getAttribute("high")];
      if (low && high) parts.push(say("easy", { low, high }));
    }
    if (left) parts.push(say("blanks", { n: left }));
    return parts.join(" · ");
  }

  private guard(event: Event): void {
    const target = event.target as Element;
    const body = this.body;
    if (!body) return;
    if (target.closest("[data-next-blank]")) {
      leadToBlank(body);
      return;
    }
    const way = target.closest<HTMLElement>("[data-whole]");
    if (!way) return;
    if (leadToBlank(body)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const to = way.dataset["mailto"];
    if (to !== undefined && way instanceof HTMLAnchorElement) {
      const subject = this.querySelector<HTMLInputElement>('[name="subject"]')?.value ?? "";
      way.href = mailto(to, subject, body.value);
    }
  }
}

customElements.define("letter-editor", LetterEditor);
