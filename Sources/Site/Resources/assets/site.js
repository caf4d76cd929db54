// The only script: “/” goes to the search box, as on many reference sites. Everything works without it.
document.addEventListener("keydown", (event) => {
    const target = event.target;
    const isTyping = target instanceof Element && target.closest("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
    const box = document.querySelector("input[type=search]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
});
