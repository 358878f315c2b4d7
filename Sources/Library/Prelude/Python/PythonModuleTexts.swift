extension Prelude {
    /// The modules of Python that are written in the language.
    static var pythonTexts: [String: String] {
        [
            "pathlib": joined(purePaths, concretePaths), "logging": joined(loggingHandlers, loggers),
            "argparse": joined(
                argparseHelp, argparseActions, argparseGroups, argparseParser, argparseReading),
            "csv": csvText, "warnings": warningsText,
            "heapq": heapqText, "bisect": bisectText, "statistics": statisticsText, "textwrap": textwrapText,
            "pprint": pprintText, "types": typesText, "traceback": tracebackText, "shutil": shutilText,
            "tempfile": tempfileText, "platform": platformText, "base64": base64Text, "inspect": inspectText,
            "struct": structText, "hashlib": hashlibText, "uuid": uuidText, "fnmatch": fnmatchText,
            "fractions": fractionsText, "ast": astText, "codecs": codecsText, "colorsys": colorsysText,
            "queue": queueText, "threading": threadingText, "concurrent.futures": futuresText,
            "distutils.version": distutilsVersionText, "distutils.util": distutilsUtilText,
            "distutils.spawn": distutilsSpawnText, "pydoc": pydocText, "getpass": getpassText,
            "secrets": secretsText, "signal": signalText, "socket": socketText, "locale": localeText,
            "importlib": importlibText,
        ]
    }
}
