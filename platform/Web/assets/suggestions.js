// A search field that shows what may be meant while one types: the combobox of WAI-ARIA's authoring practices
// (list autocomplete, selection by hand). Without it the field is a plain search.
const pause = 150;
const shortest = 2;

export function suggest(input) {
  const list = document.createElement("ul");
  const status = document.createElement("div");
  let chosen = -1;
  let waiting;
  let asking;

  list.id = `${input.id}-suggestions`;
  list.className = "p-suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  status.className = "govuk-visually-hidden";
  status.setAttribute("role", "status");
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }
  input.parentElement.append(list, status);

  const choose = index => {
    chosen = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    const option = list.children[index];
    option ? input.setAttribute("aria-activedescendant", option.id) : input.removeAttribute("aria-activedescendant");
    option?.scrollIntoView({ block: "nearest" });
  };

  const close = () => {
    asking?.abort();
    clearTimeout(waiting);
    list.hidden = true;
    list.replaceChildren();
    input.setAttribute("aria-expanded", "false");
    status.textContent = "";
    choose(-1);
  };

  const show = found => {
    list.replaceChildren(...found.map(({ title, href }, i) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${i}`;
      option.setAttribute("role", "option");
      option.textContent = title;
      option.dataset.href = href;
      return option;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
    status.textContent = input.dataset.found.replace("#", found.length);
    choose(-1);
  };

  const ask = async () => {
    const address = new URL(input.dataset.suggestions, location.href);
    address.searchParams.set("q", input.value);
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok) show(await answer.json());
    } catch {
      // No line, or typed on: the field goes on working as it is.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (input.value.trim().length < shortest) {
      close();
    } else {
      waiting = setTimeout(ask, pause);
    }
  });
  input.addEventListener("keydown", event => {
    const count = list.children.length;
    if (event.key === "Escape" && !list.hidden) {
      // A browser would empty the field; what was typed stays.
      event.preventDefault();
      close();
    } else if (count > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? (chosen + 1) % count : chosen <= 0 ? count - 1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.href = list.children[chosen].dataset.href;
    }
  });
  input.addEventListener("blur", close);
  // Before the field loses the focus, and with it the list.
  list.addEventListener("mousedown", event => {
    const option = event.target.closest("[role=option]");
    if (option) {
      event.preventDefault();
      location.href = option.dataset.href;
    }
  });
}
