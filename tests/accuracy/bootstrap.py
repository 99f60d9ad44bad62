"""How sure a gain over the lead is: a paired bootstrap (Efron 1979) over the articles of a summary set."""

import importlib.util
import random

SAMPLES = 1000


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gains_over_lead(score, gold, reports):
    """For each article, its ROUGE-1 F less that of the first sentences, both as the scorer has them."""
    docs, _ = score.load(gold, reports)
    gains = []
    for doc in docs:
        rows, _ = score.score_summaries([doc])
        gains.append(rows["system"]["ROUGE-1"] - rows["lead"]["ROUGE-1"])
    return gains


def interval(gains, samples=SAMPLES):
    """The mean gain and the ends of its 95 % interval: of the means of samples drawn with replacement, always the same."""
    dice = random.Random(20160211)
    means = sorted(sum(dice.choices(gains, k=len(gains))) / len(gains) for _ in range(samples))
    return sum(gains) / len(gains), means[samples // 40], means[samples - 1 - samples // 40]
