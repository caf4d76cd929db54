"""Takes a picture of every kind of page at 390 and 1440 pixels, in both languages, light and dark: screens.py ADDRESS FOLDER [NAME…].

Besides one PNG each, whole pages, it puts the tops of several side by side on sheets, to be looked through.
"""

import os
import pathlib
import shutil
import sys

FOLDER = pathlib.Path(sys.argv[2])
WANTED = sys.argv[3:]
sys.argv[2:] = []

from drive import ADDRESS, Driver, sync_playwright  # noqa: E402

# Width of the window, width and height of a page's top on a sheet, pages on a sheet.
FORMS = {390: (390, 1700, 4), 1440: (960, 1500, 2)}


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"), args=["--no-sandbox"])
        driver = Driver(browser)
        pages = {name: path for name, path in driver.pages().items() if not WANTED or name in WANTED}
        for width, (shown, height, beside) in FORMS.items():
            for lang in ("zh-CN", "en-GB"):
                for scheme in ("light", "dark"):
                    made = []
                    with driver.page(width=width, lang=lang, scheme=scheme) as page:
                        for name, path in pages.items():
                            page.goto(ADDRESS + path)
                            file = FOLDER / f"{name}-{width}-{lang[:2]}-{scheme}.png"
                            page.screenshot(path=file, full_page=True)
                            made.append(file)
                    for first in range(0, len(made), beside):
                        sheet(browser, made[first:first + beside], shown, height, FOLDER / f"sheet-{width}-{lang[:2]}-{scheme}-{first // beside + 1}.png")
        browser.close()


def sheet(browser, files, width, height, to):
    page = browser.new_page(viewport={"width": len(files) * (width + 12), "height": height + 24})
    parts = "".join(
        f'<figure><figcaption>{file.stem}</figcaption><div><img src="{file.resolve().as_uri()}" width="{width}"></div></figure>' for file in files)
    style = f"body{{margin:0;display:flex;gap:12px;background:#888;font:14px sans-serif}}figure{{margin:0}}div{{height:{height}px;overflow:hidden}}"
    source = to.with_suffix(".html")
    source.write_text(f"<!doctype html><meta charset=utf-8><style>{style}</style>{parts}")
    page.goto(source.resolve().as_uri())
    page.screenshot(path=to)
    page.close()
    source.unlink()


main()
