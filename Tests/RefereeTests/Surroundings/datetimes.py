from datetime import datetime, timedelta
for a in (datetime(2024, 2, 29, 13, 5, 9), datetime(1999, 12, 31, 23, 59, 59, 123), datetime(2000, 3, 1), datetime(1970, 1, 1), datetime(2100, 7, 4, 0, 30)):
    print(a, repr(a), a.isoformat(), a.weekday(), a.strftime("%Y%m%d-%H%M%S %y %j %b %B %a %A %I%p 100%% %f"), a + timedelta(days=1, hours=5), a - timedelta(seconds=1))
d = datetime(2024, 3, 1) - datetime(2023, 2, 27, 12, 30, 1)
print(d, repr(d), d.days, d.seconds, d.total_seconds(), timedelta(minutes=90), timedelta(microseconds=5), timedelta(days=-1, seconds=3), repr(timedelta()), timedelta(1) / timedelta(hours=6), timedelta(hours=1) * 2.5, timedelta(2) > timedelta(1))
import string

print(datetime.fromtimestamp(datetime(2020, 5, 6, 7, 8, 9).timestamp()), (datetime.now() - datetime.now()).days in (0, -1))
print(repr(string.printable), string.punctuation, string.ascii_letters, string.hexdigits, repr(string.whitespace))
