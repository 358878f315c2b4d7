extension Prelude {
    /// The module `queue`, for one thread.
    static let queueText = #"""
        """Queues. Threads run one after another here, so that what would wait is refused."""
        import collections
        import heapq

        __all__ = ["Empty", "Full", "LifoQueue", "PriorityQueue", "Queue", "SimpleQueue"]


        class Empty(Exception):
            pass


        class Full(Exception):
            pass


        class Queue:
            """A queue: what was put first is got first.

            Args:
                maxsize: how many items it holds; 0 for any number
            """

            def __init__(self, maxsize=0):
                self.maxsize = maxsize
                self.unfinished_tasks = 0
                self._init(maxsize)

            def _init(self, maxsize):
                self.queue = collections.deque()

            def _qsize(self):
                return len(self.queue)

            def _put(self, item):
                self.queue.append(item)

            def _get(self):
                return self.queue.popleft()

            def qsize(self):
                return self._qsize()

            def empty(self):
                return not self._qsize()

            def full(self):
                return 0 < self.maxsize <= self._qsize()

            def put(self, item, block=True, timeout=None):
                if self.full():
                    _wait(block, timeout, Full, "put")
                self._put(item)
                self.unfinished_tasks += 1

            def get(self, block=True, timeout=None):
                if not self._qsize():
                    _wait(block, timeout, Empty, "get")
                return self._get()

            def put_nowait(self, item):
                self.put(item, block=False)

            def get_nowait(self):
                return self.get(block=False)

            def task_done(self):
                if self.unfinished_tasks <= 0:
                    raise ValueError("task_done() called too many times")
                self.unfinished_tasks -= 1

            def join(self):
                if self.unfinished_tasks:
                    _refuse("join")


        class LifoQueue(Queue):
            def _init(self, maxsize):
                self.queue = []

            def _get(self):
                return self.queue.pop()


        class PriorityQueue(Queue):
            def _init(self, maxsize):
                self.queue = []

            def _put(self, item):
                heapq.heappush(self.queue, item)

            def _get(self):
                return heapq.heappop(self.queue)


        class SimpleQueue:
            def __init__(self):
                self._queue = collections.deque()

            def qsize(self):
                return len(self._queue)

            def empty(self):
                return not self._queue

            def put(self, item, block=True, timeout=None):
                self._queue.append(item)

            def get(self, block=True, timeout=None):
                if not self._queue:
                    _wait(block, timeout, Empty, "get")
                return self._queue.popleft()

            put_nowait = put

            def get_nowait(self):
                return self.get(block=False)


        # No other thread changes a queue meanwhile: a wait with a time limit ends as it would, and one without is refused.
        def _wait(block, timeout, error, name):
            if block and timeout is None:
                _refuse(name)
            if block and timeout < 0:
                raise ValueError("'timeout' must be a non-negative number")
            raise error


        def _refuse(name):
            raise NotImplementedError(f"Queue.{name}() would wait for another thread; threads run one after another here")
        """#
}
