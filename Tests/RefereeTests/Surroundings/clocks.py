import time
print(tuple(time.gmtime(0)), time.gmtime(1e9)[:6], time.strftime("%Y-%m-%d %H:%M:%S %j %a", time.gmtime(1234567890)))
print(time.mktime(time.localtime(1234567890)), time.asctime(time.gmtime(86400 * 40)), time.ctime(0)[-4:])
t = time.localtime()
print(t.tm_year > 2000, len(t), isinstance(time.time_ns(), int), time.process_time() >= 0, time.perf_counter_ns() > 0)
for f in (lambda: time.strftime("%Y", (1, 2)), lambda: time.gmtime("a"), lambda: time.strftime("%Y", (2000, 13, 1, 0, 0, 0, 0, 1, 0))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__)

print(time.strftime("a%%b", time.gmtime(0)))
