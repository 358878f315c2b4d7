import codecs
import os
print(codecs.encode("é","latin-1"), codecs.encode("é"), codecs.decode(b"\xe9","latin1"), codecs.decode(b"ab","ascii"), codecs.encode("hello","rot13"), codecs.encode(b"ab","hex"), codecs.decode("6162","hex"), codecs.encode(b"ab","base64"))
for g in (lambda: codecs.encode("é","ascii"), lambda: codecs.decode(b"\xff","utf-8"), lambda: codecs.encode("a","nope")):
    try: g()
    except Exception as e: print(type(e).__name__, e)
print(codecs.encode("é","ascii","ignore"), codecs.encode("aé","ascii","replace"), codecs.decode(b"a\xff","utf-8","replace"))
print(codecs.lookup("UTF8").name, codecs.lookup("latin-1").name, codecs.BOM_UTF8)
import ast
for s in ["1","-1","1.5","1e3","'a'","\"b\\n\\x41\\u00e9\"","(1,)","()","(1)","[1,2,[3]]","{'a':1,'b':[1,2]}","{1,2}","{}","set()","True","None","[True,False,None]","b'ab\\xff'","r'\\n'","'a' 'b'","'''x\ny'''","1_000","0x1F","0b11","0o17","1,2","  3","{'a':(1,2),}","[1,\n 2]","-0.5","+3","...", "[-1, +2.]", "''", "[]", "{'a': {'b': {'c': (1, [2, {3}])}}}", ".5", "u'x'", "3 # c"]:
    print(repr(s), repr(ast.literal_eval(s)))
for s in ["a","foo(1)","1+1","","[1,","(1 2)","{'a':}","'abc","1 2","os.system('x')","{'a' 1}","[1)","--1","-'a'","x+1","lambda: 1","not True", "01","1a", "f'x'", "[i for i in x]", "a.b","1 if 2 else 3", "  \n", "1\n2", "]"]:
    try: print(ast.literal_eval(s))
    except Exception as e: print(repr(s), type(e).__name__)
try: ast.literal_eval(5)
except ValueError as e: print(e)
from distutils.version import LooseVersion as LV, StrictVersion as SV
print(LV("1.2.3")<LV("1.10"), LV("2.0")>="1.15", LV("2.0.0rc1").version, LV("1.0")==LV("1.0"), str(LV("1.x")), repr(LV("1.2")))
print(SV("1.0a1")<SV("1.0"), SV("1.2.0"), SV("1.2.3b2"), repr(SV("1.2")), SV("1.2")=="1.2.0", SV("1.2").version, SV("1.0b1").prerelease, SV("1.0a1") < "1.0b1")
try: SV("1")
except ValueError as e: print(e)
try: LV("1.a") < LV("1.1")
except TypeError as e: print("TypeError")
print(max([LV("1.9"),LV("1.10"),LV("1.2")]), sorted(map(LV,["0.9","0.10"])))
from distutils.util import strtobool
print(int(strtobool("Yes")), int(strtobool("0")))
try: strtobool("x")
except ValueError as e: print(e)
import signal
def h(s,f): print("got", s)
print(signal.SIGINT, int(signal.SIGTERM), signal.SIGTERM.name, repr(signal.SIGKILL), signal.SIG_DFL)
print(signal.signal(signal.SIGTERM, h)); print(signal.getsignal(signal.SIGTERM) is h, signal.signal(signal.SIGTERM, signal.SIG_IGN) is h, repr(signal.getsignal(signal.SIGTERM)))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)
try: signal.signal(signal.SIGTERM, "x")
except TypeError as e: print(e)
try: signal.signal(100, h)
except ValueError as e: print(e)

import secrets
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), len(secrets.token_urlsafe(16)), secrets.randbelow(1), secrets.choice([4]), secrets.randbits(3)<8, len(secrets.token_hex()), secrets.compare_digest("a","a"))
try: secrets.randbelow(0)
except ValueError as e: print(e)
import locale
print(locale.setlocale(locale.LC_ALL,"C"), locale.getpreferredencoding(), locale.format_string("%d x %.2f",(1000,1.5)), locale.atof("1.5"), locale.atoi("3"), locale.str(1.5), locale.localeconv()["decimal_point"], locale.setlocale(locale.LC_NUMERIC), sorted(locale.localeconv()))
try: locale.setlocale(locale.LC_ALL,"xx_YY")
except locale.Error as e: print(e)
import importlib
print(importlib.import_module("math").pi, importlib.import_module("os.path").join("a","b"), importlib.import_module(".path","os").basename("a/b"))
for n,p in [("nope9",None),(".x",None)]:
    try: importlib.import_module(n,p)
    except Exception as e: print(type(e).__name__, e)
import pydoc
print(pydoc.locate("math.pi"), pydoc.locate("os.path.join")("a","b"), pydoc.locate("int"), pydoc.locate("nope.x"), pydoc.locate("str.upper")("a"), pydoc.splitdoc("A\n\nB\nC"), pydoc.plain("a\ba"))
def doc():
    """Words.

        More.
    """
print(pydoc.getdoc(doc))

import threading, queue, colorsys
from concurrent.futures import ThreadPoolExecutor, as_completed
seen = []
threads = [threading.Thread(target=seen.append, args=(i,)) for i in range(3)]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(seen), threading.current_thread().name, threads[0].is_alive())
lock = threading.RLock()
with lock:
    with lock: print("twice")
event = threading.Event(); event.set(); print(event.wait(1), event.is_set())
with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(pow, 2, i) for i in range(4)]
    print(sorted(f.result() for f in as_completed(futures)), list(pool.map(str, [1, 2])))
    bad = pool.submit(lambda: 1 / 0); print(type(bad.exception()).__name__)
q = queue.PriorityQueue()
for word in ["b", "a", "c"]: q.put(word)
print([q.get() for _ in range(3)], q.empty())
try: queue.Queue().get_nowait()
except queue.Empty as e: print("empty")
print([round(v, 4) for v in colorsys.rgb_to_hsv(0.2, 0.4, 0.6) + colorsys.hls_to_rgb(0.1, 0.5, 0.3) + colorsys.rgb_to_yiq(1, 0.5, 0)])
