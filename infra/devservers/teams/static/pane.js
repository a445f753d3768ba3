// One person's view: chats, messages, real cards, and what the person does.
const COLOURS = ["#5b5fc7", "#0f6c5c", "#a4262c", "#8764b8", "#986f0b", "#4f6bed"];
const MOVING = new Set(["sent", "updated", "deleted", "said", "answered", "reacted"]);
const CHATS = [["personal", "Order Desk"], ["channel", "# Orders"]];
const HOST = {
  fontFamily: "inherit",
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 12, large: 20, extraLarge: 28, padding: 14 },
  fontSizes: { small: 12, default: 14, medium: 15, large: 18, extraLarge: 22 },
  separator: { lineThickness: 1, lineColor: "#e6e6ea" },
  actions: {
    maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal",
    actionAlignment: "left", showCard: { actionMode: "inline", inlineTopMargin: 10 },
  },
  factSet: {
    title: { weight: "bolder", maxWidth: 180, wrap: true }, value: { wrap: true }, spacing: 12,
  },
  containerStyles: {
    default: { backgroundColor: "#ffffff", ...colours() },
    emphasis: { backgroundColor: "#f5f5f8", ...colours() },
    good: { backgroundColor: "#e7f4ea", ...colours() },
    warning: { backgroundColor: "#fff6e0", ...colours() },
    attention: { backgroundColor: "#fdecee", ...colours() },
    accent: { backgroundColor: "#ebebfa", ...colours() },
  },
};

function colours() {
  const pair = (dark, subtle) => ({ default: dark, subtle });
  return {
    foregroundColors: {
      default: pair("#242424", "#5c5c66"), dark: pair("#000000", "#484644"),
      light: pair("#ffffff", "#e1dfdd"), accent: pair("#4f52b2", "#6264a7"),
      good: pair("#0e700e", "#2f7d32"), warning: pair("#835b00", "#8a6d1f"),
      attention: pair("#b10e1c", "#a4373a"),
    },
  };
}

function prepareRenderer() {
  if (!window.AdaptiveCards) return false;
  const markdown = window.markdownit ? window.markdownit({ html: false }) : null;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    if (!markdown) return;
    result.outputHtml = markdown.render(text);
    result.didProcess = true;
  };
  return true;
}

const canDraw = prepareRenderer();

function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text) element.textContent = text;
  return element;
}

function initials(name) {
  return name.split(" ").slice(0, 2).map((word) => word[0]).join("");
}

export class Pane {
  constructor(people, who, ask, changed) {
    Object.assign(this, { people, who, ask, changed, chat: "personal", drawn: new Map() });
    this.element = document.getElementById("pane").content.firstElementChild.cloneNode(true);
    this.find = (name) => this.element.querySelector(`.${name}`);
    for (const one of people) this.find("who").append(new Option(one.name, one.key));
    this.find("who").value = who;
    this.find("who").onchange = (event) => this.become(event.target.value);
    this.find("composer").onsubmit = (event) => this.say(event);
    this.find("attach").onclick = () => this.find("file").click();
    this.find("file").onchange = (event) => this.dropFiles([...event.target.files]);
    this.acceptDrops();
  }

  get person() { return this.people.find((one) => one.key === this.who); }

  api(deed, body) { return this.ask("POST", `/api/people/${this.who}/${deed}`, body); }

  become(who) {
    this.who = who;
    this.changed();
    this.show();
  }

  async show() {
    this.find("part").textContent = `${this.person.part} · ${this.person.locale}`;
    this.drawn.clear();
    this.find("messages").replaceChildren();
    await this.load();
    for (const message of this.inChat()) this.look(message, "shown");
  }

  async load() {
    const ticket = (this.ticket = (this.ticket || 0) + 1);
    const { ok, value } = await this.ask("GET", `/api/people/${this.who}/messages`);
    // A later question was asked meanwhile: its answer is the newer one.
    if (!ok || ticket !== this.ticket) return;
    this.messages = value;
    this.drawChats();
    this.drawMessages();
  }

  inChat() { return (this.messages || []).filter((one) => one.conversation === this.chat); }

  drawChats() {
    const rows = CHATS.map(([kind, name]) => {
      const last = this.messages.filter((one) => one.conversation === kind).at(-1);
      const button = make("button", "", "");
      button.type = "button";
      button.append(make("strong", "", name));
      const preview = make("span", "", last ? last.text.split("\n")[0].replace(/^[#!] /, "") : "Nothing yet");
      preview.dir = "auto";
      button.append(preview);
      button.setAttribute("aria-current", String(kind === this.chat));
      button.onclick = () => { this.chat = kind; this.show(); };
      const row = make("li");
      row.append(button);
      return row;
    });
    this.find("chats").replaceChildren(...rows);
  }

  drawMessages() {
    const list = this.find("messages");
    const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
    for (const message of this.inChat()) {
      const key = JSON.stringify(message);
      const old = this.drawn.get(message.id);
      if (old && old.key === key) continue;
      const row = this.drawMessage(message);
      if (old) old.row.replaceWith(row); else list.append(row);
      this.drawn.set(message.id, { key, row });
    }
    if (!list.children.length) list.append(make("li", "empty", "Drop an order spreadsheet here, or say hello."));
    else list.querySelector(".empty:not(:only-child)")?.remove();
    if (atEnd) list.scrollTop = list.scrollHeight;
  }

  drawMessage(message) {
    const mine = message.author === this.who;
    const row = make("li", `message ${mine ? "mine" : ""}`);
    row.dataset.id = message.id;
    const face = make("span", "face", message.author === "bot" ? "OD" : initials(message.name));
    const index = this.people.findIndex((one) => one.key === message.author);
    face.style.background = COLOURS[(index + 1) % COLOURS.length];
    face.setAttribute("aria-hidden", "true");
    const box = make("div", "box");
    const time = new Date(message.at * 1000).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    const title = make("div", "title");
    title.append(make("b", "", message.name), make("time", "", time));
    if (message.edited) title.append(make("i", "", "Edited"));
    box.append(title, this.drawBody(message), make("p", "note"));
    row.append(face, box);
    return row;
  }

  drawBody(message) {
    if (message.deleted) return make("p", "gone", "This message has been deleted.");
    if (message.card) return this.drawCard(message);
    const body = make("div", "bubble");
    if (message.said) {
      const text = make("p", "", message.said);
      // Teams shows plain text left to right whatever its language; only cards can do better.
      text.dir = "ltr";
      body.append(text);
    }
    for (const name of message.files) {
      const file = make("p", "attached");
      const own = make("bdi", "", name);
      file.append(make("span", "sheet", (name.split(".").at(-1) || "?").slice(0, 4)), own);
      body.append(file);
    }
    return body;
  }

  drawCard(message) {
    const holder = make("div", "card");
    if (!canDraw) {
      holder.append(make("pre", "", message.text));
      return holder;
    }
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(HOST);
    card.onExecuteAction = (action) => this.press(message, action);
    card.parse(message.card);
    const drawn = card.render();
    if (drawn) holder.append(drawn);
    if (message.card.refresh) holder.append(this.refreshButton(message));
    return holder;
  }

  refreshButton(message) {
    const button = make("button", "refresh", "Refresh");
    button.type = "button";
    button.onclick = () => this.look(message, "asked");
    return button;
  }

  async press(message, action) {
    const kind = action.getJsonTypeName();
    if (kind === "Action.OpenUrl") {
      if (/^https?:/i.test(action.url)) window.open(action.url, "_blank", "noopener");
      return;
    }
    if (kind !== "Action.Execute") {
      this.tell(message.id, `${kind} is not sent by this client.`);
      return;
    }
    const inputs = {};
    const referenced = action.internalGetReferencedInputs() || {};
    for (const [id, input] of Object.entries(referenced)) inputs[id] = input.isSet() ? input.value : "";
    const wanted = { message: message.id, verb: action.verb, title: action.title, data: action.data, inputs };
    if (action.id) wanted.id = action.id;
    this.wait(message.id, true);
    const { value } = await this.api("click", wanted);
    this.wait(message.id, false);
    if (value.error || value.outcome !== "card") this.tell(message.id, value.error || value.text);
  }

  async look(message, why) {
    if (!message.card?.refresh) return;
    const { value } = await this.api("open", { message: message.id, why });
    if (value.outcome === "unreachable") this.tell(message.id, value.text);
  }

  wait(id, waiting) { this.drawn.get(id)?.row.classList.toggle("waiting", waiting); }

  tell(id, text) {
    const note = this.drawn.get(id)?.row.querySelector(".note");
    if (!note) return;
    note.textContent = text;
    note.dir = "auto";
  }

  async say(event) {
    event.preventDefault();
    const field = this.find("text");
    const text = field.value.trim();
    if (!text) return;
    field.value = "";
    this.report(await this.api("say", { text, conversation: this.chat }));
  }

  async dropFiles(files) {
    if (!files.length) return;
    const form = new FormData();
    for (const file of files) form.append("file", file, file.name);
    this.find("file").value = "";
    const path = `/api/people/${this.who}/files?conversation=${this.chat}`;
    this.report(await this.ask("POST", path, form));
  }

  async report({ value }) {
    if (!value.error && value.status >= 200 && value.status < 300) return;
    await this.load();
    const why = value.error || value.problem || `the bot answered ${value.status}`;
    this.tell(value.message || this.inChat().at(-1)?.id, `Not delivered: ${why}`);
  }

  acceptDrops() {
    const chat = this.find("chat");
    const veil = this.find("drop");
    chat.ondragover = (event) => { event.preventDefault(); veil.hidden = false; };
    chat.ondragleave = (event) => { if (!chat.contains(event.relatedTarget)) veil.hidden = true; };
    chat.ondrop = (event) => {
      event.preventDefault();
      veil.hidden = true;
      this.dropFiles([...event.dataTransfer.files]);
    };
  }

  async hear(entry) {
    if (!MOVING.has(entry.kind)) return;
    await this.load();
    if (entry.kind !== "updated") return;
    const message = this.inChat().find((one) => one.id === entry.message);
    if (message) this.look(message, "edited");
  }
}
