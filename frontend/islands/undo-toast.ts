/** A message that can be shut; one without Undo leaves by itself, unless somebody is at it. */
import { say } from "./words";

const STAYS = 9000;

class UndoToast extends HTMLElement {
  connectedCallback(): void {
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "shut";
    shut.textContent = "×";
    shut.setAttribute("aria-label", say("shut"));
    shut.addEventListener("click", () => this.remove());
    this.append(shut);
    if (!this.querySelector("form")) this.leaveLater();
  }

  private leaveLater(): void {
    setTimeout(() => {
      if (this.matches(":hover, :focus-within")) this.leaveLater();
      else this.remove();
    }, STAYS);
  }
}

customElements.define("undo-toast", UndoToast);
