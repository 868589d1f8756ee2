"""A catalogue of any size, made of the shipped one.

    make_catalogue.py SHIPPED FOLDER ITEMS

Each sheet has the shipped items, under a prefix of its own: as where a ministry keeps all its sheets in one place.
"""
import pathlib
import re
import shutil
import sys


def make(shipped, folder, items):
    folder.mkdir(parents=True)
    for name in ("catalog.yaml", "roster.yaml", "holidays-jp.yaml"):
        shutil.copy(shipped / name, folder / name)
    sheet = (shipped / "incident" / "sheet.yaml").read_text(encoding="utf-8")
    books = {path.name: path.read_text(encoding="utf-8")
             for path in sorted((shipped / "incident").glob("[0-9]*.yaml"))}
    number = 0
    while items > 0:
        number += 1
        prefix = "inc" if number == 1 else f"s{number:03}"
        here = folder / ("incident" if number == 1 else f"sheet-{number:03}")
        here.mkdir()
        (here / "sheet.yaml").write_text(re.sub(r"(?m)^prefix: .*$", f"prefix: {prefix}", sheet), encoding="utf-8")
        for name, text in list(books.items())[:items]:
            (here / name).write_text(re.sub(r"(?m)^id: inc-", f"id: {prefix}-", text), encoding="utf-8")
        items -= len(books)


if __name__ == "__main__":
    make(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]))
