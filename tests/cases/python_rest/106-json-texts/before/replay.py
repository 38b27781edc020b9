import sys

import httpx

import samples

for name in sys.argv[2:]:
    answer = httpx.post(sys.argv[1], content=getattr(samples, name.upper()), headers={"Content-Type": "application/json"})
    print(name, answer.status_code)
