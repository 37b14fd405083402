/** What every page loads: HTMX, and the small custom elements. */
import htmx from "htmx.org";

declare global {
  interface Window {
    htmx: typeof htmx;
  }
}
window.htmx = htmx;
