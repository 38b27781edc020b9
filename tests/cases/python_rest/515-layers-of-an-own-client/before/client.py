import requests


class Graph:
    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token

    def _request(self, method, url, **options):
        answer = self.session.request(method, url, timeout=30, **options)
        answer.raise_for_status()
        return answer

    def _get(self, url):
        return self._request("GET", url).json()

    def _pages(self, url):
        while url:
            page = self._get(url)
            yield page
            url = page.get("@odata.nextLink")

    def _items(self, url):
        for page in self._pages(url):
            yield from page["value"]

    def all(self, url):
        found = []
        for item in self._items(url):
            found.append(item)
        return found
