/** What every page loads: HTMX, and the small custom elements. */
import htmx from "htmx.org";
import "./autosave-form";
import "./copy-button";
import "./file-drop";
import "./letter-editor";
import "./print-button";
import { closeMenus } from "./menus";
import { guardForms } from "./once";
import { Outbox } from "./room/outbox";
import { deviceStorage, sendJson } from "./room/send";
import "./same-pairs";
import "./search-palette";
import "./study-card";
import "./timed-answer";
import "./timezone-guess";
import "./undo-toast";

declare global {
  interface Window {
    htmx: typeof htmx;
  }
}

window.htmx = htmx;
guardForms();
closeMenus();
// Notes of a talk that ended without a network go to the server from whatever page is opened next.
if (!document.querySelector("room-notes")) void new Outbox(deviceStorage(), sendJson).flush();
