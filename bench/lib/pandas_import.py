"""One import of a CSV file by pandas: read_csv, then to_sql into a fresh SQLite file. No dedupe, no checks, no lineage."""
import json, os, resource, sqlite3, sys, tempfile, time
import pandas

path = sys.argv[1]
folder = tempfile.mkdtemp(prefix="farthing-bench-")
db = os.path.join(folder, "bench.db")
started = time.perf_counter()
frame = pandas.read_csv(path)
connection = sqlite3.connect(db)
frame.to_sql("entry", connection, index=False, chunksize=50_000)
connection.commit()
ms = (time.perf_counter() - started) * 1000
total = int((frame["amount"] * 100).round().sum())
size = os.path.getsize(db)
connection.close()
os.remove(db)
os.rmdir(folder)
print(json.dumps({"ms": ms, "rssKib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, "sum": str(total), "count": str(len(frame)), "bytes": size}))
