import Interpreter

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

// Runs made-up inputs against fresh sessions and reports crashes, hangs and too much memory. `Scripts/fuzz` builds and runs it.
//
//   convsh-fuzz [--count N] [--seed N] [--jobs N] [--seeds FOLDER…] [--save FOLDER]   makes inputs and runs them
//   convsh-fuzz --show N [--seed N] [--seeds FOLDER…]                                 prints input number N
//   convsh-fuzz FILE…                                                                 runs these inputs
//   convsh-fuzz --worker                                                              what the program starts itself as

signal(SIGPIPE, SIG_IGN)
do {
    let options = try FuzzOptions(CommandLine.arguments.dropFirst())
    if options.isWorker {
        WideStack.run { Worker().run() }
    } else {
        exit(try Campaign(options).run())
    }
} catch {
    Files.complain("convsh-fuzz: \(error)")
    exit(2)
}
