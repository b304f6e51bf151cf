"""One fit and one scoring by scikit-learn of a row-major table of doubles; prints times, processor time and peak memory, writes the scores."""
import json, resource, sys, time
import numpy
from sklearn.ensemble import IsolationForest

path, rows, out = sys.argv[1], int(sys.argv[2]), sys.argv[3]
table = numpy.fromfile(path).reshape(rows, -1)
cpu = lambda: time.process_time() * 1000
started, busy = time.perf_counter(), cpu()
forest = IsolationForest(n_estimators=100, max_samples=256, random_state=1).fit(table)
fitted = time.perf_counter()
scores = -forest.score_samples(table)
done = time.perf_counter()
scores.tofile(out)
print(json.dumps({
    "fitMs": (fitted - started) * 1000, "scoreMs": (done - fitted) * 1000, "cpuMs": cpu() - busy,
    "rssMib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
