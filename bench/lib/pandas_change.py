# The change between two periods by five dimensions in pandas: object columns, as read_csv gives them. One JSON line for each line of input.
import json
import sys
import time

import pandas as pd

frame = pd.read_csv(sys.argv[1], dtype={"amount": str})
# Exact pence: digits only, never through a float.
frame["amount"] = frame["amount"].str.replace(".", "", regex=False).astype("int64")


def change(asked):
    kept = frame[(frame["scenario"] == "Actual") & (frame["flow"] == "expense")]
    sides = [kept[(kept["date"] >= a) & (kept["date"] <= b)] for a, b in (asked["before"], asked["after"])]
    answer = []
    for name in asked["by"]:
        before, after = (side.groupby(name)["amount"].sum() for side in sides)
        delta = after.sub(before, fill_value=0).astype("int64")
        answer.append(sorted([key, int(value)] for key, value in delta.items()))
    return answer


print("ready", flush=True)
for line in sys.stdin:
    asked = json.loads(line)
    start = time.perf_counter()
    answer = change(asked)
    ms = (time.perf_counter() - start) * 1000
    print(json.dumps({"ms": ms, "answer": answer}), flush=True)
