/** One click, one post: a form that is on its way is not sent again (opt out with `data-again`). */
const RELEASE = 4000;

function release(form: HTMLFormElement): void {
  form.removeAttribute("aria-busy");
}

export function guardForms(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== "post" || form.hasAttribute("data-again")) return;
    if (form.getAttribute("aria-busy") === "true") {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    form.setAttribute("aria-busy", "true");
    // A download answers without leaving the page, so the form opens again by itself.
    setTimeout(() => release(form), RELEASE);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = (event.target as Element).closest("form");
    if (form) release(form);
  });
  window.addEventListener("pageshow", () => document.querySelectorAll("form").forEach(release));
}
