extension Prelude {
    /// The functions of `time` about dates.
    static let timeText = """
        from collections import namedtuple
        import time
        from keras import _host

        struct_time = namedtuple("struct_time", [
            "tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"])


        def localtime(seconds=None, /):
            return struct_time(*_host.time_fields(time.time() if seconds is None else seconds, True))


        def gmtime(seconds=None, /):
            return struct_time(*_host.time_fields(time.time() if seconds is None else seconds, False))


        def mktime(time_tuple, /):
            return float(_host.time_seconds(tuple(time_tuple)))


        def strftime(format, time_tuple=None, /):
            return _host.time_text(format, tuple(localtime() if time_tuple is None else time_tuple))


        def asctime(time_tuple=None, /):
            fields = tuple(localtime() if time_tuple is None else time_tuple)
            return f"{_host.time_text('%a %b', fields)} {fields[2]:2d} {_host.time_text('%H:%M:%S', fields)} {fields[0]}"


        def ctime(seconds=None, /):
            return asctime(localtime(seconds))
        """
}
