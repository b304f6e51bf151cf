# The dashboard's seven widgets in pandas: object columns, as read_csv gives them. Answers one JSON line for each line of input.
import json
import os
import sys
import time

import pandas as pd

path = sys.argv[1]
pickle = path + ".pickle"
if os.path.exists(pickle):
    frame = pd.read_pickle(pickle)
else:
    frame = pd.read_csv(path, parse_dates=["date"], dtype={"amount": str})
    # Exact pence: digits only, never through a float.
    frame["amount"] = frame["amount"].str.replace(".", "", regex=False).astype("int64")
    frame["month"] = frame["date"].dt.strftime("%Y-%m")
    frame.to_pickle(pickle)


def chosen(f):
    mask = frame["scenario"] == "Actual"
    if f:
        mask &= (frame["date"] >= f["from"]) & (frame["date"] <= f["to"])
        mask &= frame["directorate"].isin(f["directorates"])
    return frame[mask]


def top(part, name):
    figures = part.groupby(name)["amount"].agg(["sum", "count"]).reset_index()
    return figures.sort_values(["sum", name], ascending=[False, True]).head(8).values.tolist()


def by(part, names):
    return part.groupby(names)["amount"].sum().reset_index().values.tolist()


def widgets(f):
    part = chosen(f)
    earlier = part
    if f:
        year = lambda text: str(int(text[:4]) - 1) + text[4:]
        earlier = chosen({**f, "from": year(f["from"]), "to": year(f["to"])})
    return [
        [[int(part["amount"].sum()), len(part)]],
        by(part, ["month"]),
        top(part, "category"),
        top(part, "payee"),
        by(part, ["cost_centre", "month"]),
        by(part, ["flow", "month"]),
        [[int(earlier["amount"].sum()), len(earlier)]],
    ]


print("ready", flush=True)
for line in sys.stdin:
    wanted = json.loads(line)
    start = time.perf_counter()
    answer = widgets(wanted)
    ms = (time.perf_counter() - start) * 1000
    print(json.dumps({"ms": ms, "answer": answer}), flush=True)
