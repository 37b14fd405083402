/** Header that proves a request comes from our own page; the shell carries it for HTMX as well. */
export function ownHeaders(): Record<string, string> {
  const carried = document.body.getAttribute("hx-headers");
  return carried ? (JSON.parse(carried) as Record<string, string>) : {};
}
