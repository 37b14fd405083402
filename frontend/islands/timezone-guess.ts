/** Fills an empty field with the time zone of this browser: `<timezone-guess><select name="zone">…</select></timezone-guess>`. */
class TimezoneGuess extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement | HTMLSelectElement>("select, input");
    if (!field || (field.value && field.value !== "UTC")) return;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = field instanceof HTMLInputElement || [...field.options].some((o) => o.value === zone);
    if (known) field.value = zone;
  }
}

customElements.define("timezone-guess", TimezoneGuess);
