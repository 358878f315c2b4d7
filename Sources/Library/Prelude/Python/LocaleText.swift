extension Prelude {
    /// The module `locale`.
    static let localeText = #"""
        from keras import _host
        """The customs of a place: always those of "C", whatever is set."""

        __all__ = [
            "Error", "LC_ALL", "LC_COLLATE", "LC_CTYPE", "LC_MESSAGES", "LC_MONETARY", "LC_NUMERIC", "LC_TIME", "atof",
            "atoi", "currency", "delocalize", "format_string", "getdefaultlocale", "getlocale", "getpreferredencoding",
            "localeconv", "normalize", "resetlocale", "setlocale", "str", "strcoll", "strxfrm"]

        LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
        CHAR_MAX = 127
        _str = str


        class Error(Exception):
            pass


        # Only "C" and "POSIX", and the place of the user, which is taken for "C", are known.
        _known = ("", "C", "POSIX", "C.UTF-8", "C.utf8")


        def setlocale(category, locale=None):
            if locale is None:
                return "C"
            if not isinstance(locale, _str):
                locale = ".".join(part for part in locale if part)
            if locale not in _known:
                raise Error("unsupported locale setting")
            return "C" if locale == "" else locale


        def getlocale(category=LC_CTYPE):
            return (None, None)


        def getdefaultlocale():
            return (None, None)


        def getpreferredencoding(do_setlocale=True):
            return "UTF-8"


        def getencoding():
            return "UTF-8"


        def normalize(localename):
            return localename


        def resetlocale(category=LC_ALL):
            pass


        def localeconv():
            return {
                "int_curr_symbol": "", "currency_symbol": "", "mon_decimal_point": "", "mon_thousands_sep": "",
                "mon_grouping": [], "positive_sign": "", "negative_sign": "", "int_frac_digits": CHAR_MAX,
                "frac_digits": CHAR_MAX, "p_cs_precedes": CHAR_MAX, "p_sep_by_space": CHAR_MAX, "n_cs_precedes": CHAR_MAX,
                "n_sep_by_space": CHAR_MAX, "p_sign_posn": CHAR_MAX, "n_sign_posn": CHAR_MAX, "decimal_point": ".",
                "thousands_sep": "", "grouping": []}


        def format_string(f, val, grouping=False, monetary=False):
            _host.refuse("format_string", grouping=grouping, monetary=monetary)
            return f % val


        def currency(val, symbol=True, grouping=False, international=False):
            raise ValueError("Currency formatting is not possible using the 'C' locale.")


        def delocalize(string):
            return string


        def atof(string, func=float):
            return func(string)


        def atoi(string):
            return int(string)


        def str(val):
            return "%.12g" % val


        def strcoll(os1, os2):
            return (os1 > os2) - (os1 < os2)


        def strxfrm(string):
            return string
        """#
}
