"""ROC AUC of scikit-learn's isolation forest (20 seeds) and of a direct transcription of ECOD's formulas on each labelled table of a folder."""
import glob, json, os, re, sys
import numpy
from sklearn.ensemble import IsolationForest
from sklearn.metrics import roc_auc_score


def ecod(table):
    rows, features = table.shape
    score = numpy.zeros(rows)
    for j in range(features):
        x = table[:, j]
        ordered = numpy.sort(x)
        left = -numpy.log(numpy.searchsorted(ordered, x, "right") / rows)
        right = -numpy.log((rows - numpy.searchsorted(ordered, x, "left")) / rows)
        centred = x - x.mean()
        skew = (centred**3).mean() / max(1e-300, (centred**2).sum() / (rows - 1)) ** 1.5
        score += numpy.maximum(numpy.maximum(left, right), left if skew < 0 else right)
    return score


answers = {}
for path in glob.glob(os.path.join(sys.argv[1], "*.npz")):
    data = numpy.load(path)
    table, label = data["X"].astype(float), data["y"].ravel()
    forest = [
        roc_auc_score(label, -IsolationForest(n_estimators=100, max_samples=min(256, len(table)), random_state=seed).fit(table).score_samples(table))
        for seed in range(int(sys.argv[2]))
    ]
    name = re.sub(r"^\d+_|\.npz$", "", os.path.basename(path))
    answers[name] = {"forest": float(numpy.mean(forest)), "ecod": float(roc_auc_score(label, ecod(table)))}
print(json.dumps(answers))
