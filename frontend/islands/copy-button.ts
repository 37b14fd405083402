/**
 * Copies a text; refuses while blanks are left and leads to the first one.
 *
 *     <copy-button for="id_body" subject="id_subject"><button type="button" class="btn">Copy</button></copy-button>
 *
 * `for` names a field or an element. `free` lets blanks pass (search phrases, not letters).
 * After copying it fires `askwell:copied`, which bubbles.
 */
import { announce } from "./announce";
import { blanks } from "./blanks";
import { say } from "./words";

type Field = HTMLTextAreaElement | HTMLInputElement;

function isField(element: Element): element is Field {
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}

/** What would be copied from an element, as the reader sees it. */
export function textOf(element: HTMLElement): string {
  return isField(element) ? element.value : element.innerText.trim();
}

/** Facts of the letter that hold brackets of their own: `<letter-editor known='["Learning [in] public"]'>`. */
export function knownFacts(element: Element): string[] {
  const known = element.closest("letter-editor")?.getAttribute("known");
  return known ? (JSON.parse(known) as string[]) : [];
}

/** Put the cursor on the first blank of a field and say what it asks. False: there is none. */
export function leadToBlank(element: HTMLElement): boolean {
  const left = blanks(textOf(element), knownFacts(element));
  const first = left[0];
  if (!first) return false;
  announce(say("blanks_left", { n: left.length, asks: first.asks }));
  if (isField(element)) {
    element.focus();
    element.setSelectionRange(first.start, first.end);
  }
  return true;
}

class CopyButton extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("click", (event) => void this.copy(event));
  }

  private async copy(event: Event): Promise<void> {
    const button = (event.target as Element).closest("button");
    const source = document.getElementById(this.getAttribute("for") ?? "");
    if (!button || !source) return;
    event.preventDefault();
    if (!this.hasAttribute("free") && leadToBlank(source)) return;
    await navigator.clipboard.writeText(textOf(source));
    this.thank(button);
    this.dispatchEvent(new CustomEvent("askwell:copied", { bubbles: true }));
  }

  private thank(button: HTMLButtonElement): void {
    const label = button.innerHTML;
    button.textContent = say("copied");
    announce(say("copied"));
    setTimeout(() => (button.innerHTML = label), 2500);
  }
}

customElements.define("copy-button", CopyButton);
