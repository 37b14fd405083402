/**
 * Prints the page. Without JavaScript there is nothing to press, so it is hidden until then.
 *
 *     <print-button hidden><button type="button" class="btn">Print</button></print-button>
 */
class PrintButton extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.addEventListener("click", () => window.print());
  }
}

customElements.define("print-button", PrintButton);
