#!/usr/bin/env python3
"""Scores the command line on every gold set there is, and writes RESULTS.md: one table, a row a set and layer.

    run.py DATELINE FOLDER [SET...]

DATELINE is the command line; FOLDER holds data/ (the gold sets, a folder a layer) and eval/ (the scorers). With SETs
("quotes/polnear.dev") only these are scored and printed, and nothing is written. Exits 1 where a report is missing or
has wrong offsets.
"""

import datetime
import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import bootstrap

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent

# Of each layer: the row to look at first, then the ones that are shown beside it.
ROWS = {
    "entities": ["typed", "plo", "untyped", "PER", "ORG", "LOC", "MISC"],
    "coreference": ["all names B3", "names found", "names B3", "CoNLL", "pronouns"],
    "times": ["value", "strict", "relaxed", "type", "value accuracy"],
    "events": ["timeline", "exact", "dct recall", "judged precision", "dates"],
    "quotes": ["quoted relaxed span", "quoted end to end", "quoted strict span", "quoted attribution",
               "all relaxed span", "all attribution"],
    "summaries": ["system", "lead", "oracle"],
    "grammar": ["las", "uas", "upos", "xpos", "lemma", "tokens", "sentences"],
}
TROUBLES = ("missing", "errors", "bad offsets", "wrong length")


def percent(value):
    return "" if value is None else "%.1f" % (100 * value)


def main_value(row):
    """The one number of a scorer's row: F, a share, or ROUGE-L."""
    for key in ("f", "share", "ROUGE-L"):
        if key in row:
            return row[key]
    return None


def gain_over_lead(scorer, gold, reports):
    gains = bootstrap.gains_over_lead(bootstrap.load_scorer(scorer), gold, reports)
    mean, low, high = (100 * value for value in bootstrap.interval(gains))
    return "; ROUGE-1 above the lead by %+.1f, 95 %% interval %+.1f to %+.1f" % (mean, low, high)


def table_row(layer, name, documents, rows, note=""):
    first, *others = ROWS[layer]
    main = rows.get(first, {})
    beside = "; ".join("%s %s" % (key, percent(main_value(rows[key]))) for key in others if key in rows)
    if layer == "summaries":
        first = "ROUGE-L"
        beside += "; ROUGE-1 %s, ROUGE-2 %s" % (percent(main["ROUGE-1"]), percent(main["ROUGE-2"])) + note
    cells = [layer, name, str(documents), first, percent(main.get("p")), percent(main.get("r")),
             "**%s**" % percent(main_value(main)), beside]
    return "| %s |" % " | ".join(cells)


def score_reports(program, scorer, layer, gold):
    """The row of a set of articles, and what was wrong with its reports."""
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as reports:
        with open(gold, "rb") as records:
            subprocess.run([program, "analyze", "--jsonl"], stdin=records, stdout=reports, check=True)
        scored = subprocess.run([sys.executable, scorer, layer, str(gold), reports.name, "--json"],
                                stdout=subprocess.PIPE, check=True)
        note = gain_over_lead(scorer, str(gold), reports.name) if layer == "summaries" else ""
    result = json.loads(scored.stdout)
    health = result["documents"]
    troubles = ["%s/%s: %s %d" % (layer, gold.stem, key, health[key]) for key in TROUBLES if health.get(key)]
    return table_row(layer, gold.stem, health["gold"], result[layer], note), troubles


def score_grammar(program, scorer, gold, given_tokens):
    """The row of a treebank: from its raw text, or with its tokens and sentences given."""
    options = ["--gold-tokens"] if given_tokens else []
    with gzip.open(gold, "rb") as treebank:
        text = treebank.read()
    with tempfile.NamedTemporaryFile(suffix=".conllu") as analysed:
        subprocess.run([program, "grammar"] + options, input=text, stdout=analysed, check=True)
        scored = subprocess.run([sys.executable, scorer, str(gold), analysed.name, "--json"],
                                stdout=subprocess.PIPE, check=True)
    name = gold.name.replace(".conllu.gz", "") + (", tokens given" if given_tokens else ", raw text")
    return table_row("grammar", name, text.count(b"# newdoc"), json.loads(scored.stdout))


def git_commit():
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().strip()


def main():
    program, folder, wanted = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
    lines = ["| layer | set | documents | measure | P | R | **F** | beside it |",
             "| --- | --- | ---: | --- | ---: | ---: | ---: | --- |"]
    troubles = []
    for layer in ROWS:
        pattern = "syntax/*.conllu.gz" if layer == "grammar" else layer + "/*.jsonl"
        for gold in sorted((folder / "data").glob(pattern), key=lambda path: (".train" in path.name, path.name)):
            name = gold.name.replace(".conllu.gz", "").replace(".jsonl", "")
            if wanted and "%s/%s" % (layer, name) not in wanted:
                continue
            print("%s/%s" % (layer, name), file=sys.stderr, flush=True)
            if layer == "grammar":
                for given_tokens in (False, True):
                    lines.append(score_grammar(program, folder / "eval/conllu.py", gold, given_tokens))
            else:
                line, wrong = score_reports(program, folder / "eval/score.py", layer, gold)
                lines.append(line)
                troubles += wrong
    table = "\n".join(lines)
    print(table)
    if not wanted:
        (HERE / "RESULTS.md").write_text(
            "# How accurate it is\n\n"
            "%s, commit %s, `build-scripts/accuracy`. In percent; P, R and F are precision, recall and F1 of the\n"
            "measure; for summaries it is ROUGE-L against the reference. What a model learnt from says nothing about\n"
            "articles it has not seen: the sets named `train` or `silver`, and those that the models' cards name.\n\n%s\n"
            % (datetime.date.today().isoformat(), git_commit(), table), encoding="utf-8")
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    sys.exit(1 if troubles else 0)


if __name__ == "__main__":
    main()
