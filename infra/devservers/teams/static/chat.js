// The page as a whole: people, one or two panes, and what happens live.
import { Pane } from "/pane.js";

const panes = [];
const parameters = new URLSearchParams(location.search);
const holder = document.getElementById("panes");
const splitButton = document.getElementById("split");
const link = document.getElementById("link");

async function ask(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body) {
    options.body = JSON.stringify(body);
    options.headers = { "Content-Type": "application/json" };
  }
  const answer = await fetch(path, options);
  return { ok: answer.ok, value: await answer.json() };
}

function remember() {
  const names = panes.map((pane) => pane.who);
  history.replaceState(null, "", `?left=${names[0]}${names[1] ? `&right=${names[1]}` : ""}`);
}

function open(people, who) {
  const pane = new Pane(people, who, ask, remember);
  panes.push(pane);
  holder.append(pane.element);
  pane.show();
}

function split(people, wanted) {
  while (panes.length > 1) panes.pop().element.remove();
  const other = people.find((one) => one.key !== panes[0].who);
  if (wanted) open(people, parameters.get("right") || other.key);
  splitButton.setAttribute("aria-pressed", String(wanted));
  splitButton.textContent = wanted ? "One person" : "Two people side by side";
  holder.classList.toggle("split", wanted);
  remember();
}

function listen(since) {
  const events = new EventSource(`/api/events?since=${since}`);
  events.onopen = () => { link.textContent = "live"; link.className = "live"; };
  events.onerror = () => { link.textContent = "reconnecting"; link.className = ""; };
  events.onmessage = (event) => {
    const entry = JSON.parse(event.data);
    for (const pane of panes) pane.hear(entry);
  };
}

const people = (await ask("GET", "/api/people")).value;
const log = (await ask("GET", "/__fake/state")).value;
document.getElementById("bot").textContent = `bot at ${log.bot_url}`;
const known = (who, fallback) => (people.some((one) => one.key === who) ? who : fallback);
open(people, known(parameters.get("left"), people[0].key));
split(people, parameters.has("right"));
splitButton.onclick = () => split(people, panes.length < 2);
listen(log.log);
