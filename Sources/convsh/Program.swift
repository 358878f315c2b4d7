import Language
import Layers
import Library
import LineEditing
import Presentation
import TensorEngine
import Workbench

/// Runs what the command line asks for, with one session.
struct Program {
    private let options: ProgramOptions
    private let session: Session
    private let output: Output

    init(options: ProgramOptions) {
        self.options = options
        var settings = Session.Options()
        settings.showsResults = !options.quiet
        settings.keepsGoing = options.keepGoing
        settings.isStrict = options.strict
        settings.dialect = options.dialect
        settings.arguments = [options.file ?? (options.statements == nil ? "" : "-c")] + options.arguments
        session = Program.session(settings)
        let name = options.file?.split(separator: "/").last.map(String.init) ?? "convsh"
        output = Output(
            isJSON: options.json, echoes: options.echo, isQuiet: options.quiet,
            page: options.html ? HTMLPage(title: name) : nil)
        let output = self.output
        session.receive = { output.show($0) }
        output.display = { [session] in session.display }
    }

    /// A session with the person's Keras configuration and the files of this machine.
    static func session(_ options: Session.Options) -> Session {
        var options = options
        options.imageDataFormat = KerasConfigurationFile.read()?.imageDataFormat ?? .channelsLast
        let session = Session(options: options)
        session.library.files = FileAccess(
            kind: { DataFile.isFile($0) ? .file : (DataFile.isFolder($0) ? .folder : nil) },
            names: { DataFile.names(inFolder: $0) },
            // What is read is held once more as numbers.
            read: { try DataFile.load(path: $0, limit: min(DataFile.limit, Memory.available() / 2)) },
            readText: { try ScriptFile.read(path: $0) },
            write: { try DataFile.store($1, path: $0) })
        session.library.files.change = { change in
            switch change {
            case .makeFolder(let path, let mode): FileChange.makeFolder(path, mode: mode)
            case .removeFile(let path): FileChange.removeFile(path)
            case .removeFolder(let path): FileChange.removeFolder(path)
            case .move(let path, let target): FileChange.move(path, to: target)
            }
        }
        session.library.files.facts = { path in
            FileChange.facts(path).map { FileAccess.Facts(size: $0.size, modified: $0.modified, mode: $0.mode) }
        }
        session.library.files.mayUse = { FileChange.mayUse($0, mode: $1) }
        session.library.files.home = { Terminal.variable("HOME") }
        session.library.files.environment = { Terminal.allVariables }
        session.library.files.kerasFolder = { KerasConfigurationFile.folder }
        session.library.files.folder = { Folder.current }
        session.library.files.changeFolder = { try Folder.change(to: $0) }
        session.lessons = LessonFolder.shelf()
        return session
    }

    /// Runs everything and answers the exit status.
    func run() -> Int32 {
        if options.html, options.json || options.staysInShell {
            output.complain("convsh: --html writes a page, without --\(options.json ? "json" : "i")")
            return 2
        }
        let interrupts = installInterrupts()
        output.livePages = LivePages(interrupts: interrupts) { [unowned output] in output.renderer() }
        let staysInShell =
            options.staysInShell || (options.statements == nil && options.file == nil && Terminal.isInteractive)
        if staysInShell || options.steps, options.readsConfiguration { Configuration.run(in: session, output) }
        if !staysInShell, !options.json, !options.html {
            session.interpreter.errorOutput = { [output] in output.complain(text: $0) }
        }
        let source: SourceText?
        do { source = try self.source() } catch {
            output.complain("convsh: \(error)")
            return options.file == nil ? 1 : 2
        }
        var next = After.ends(0)
        if let source, options.steps || options.types {
            let replay = Replay(source, session, output, waits: options.steps, types: options.types)
            next = self.replay(replay) { Shell(session: session, output: output, interrupts: interrupts) }
        } else if let source {
            next = replay(source)
        }
        if case .ends(let status) = next, !staysInShell { return status }
        return Shell(session: session, output: output, interrupts: interrupts).run() ?? 0
    }

    /// Replays a script for people who watch, and gives them the shell between its statements where they want it.
    private func replay(_ replay: Replay, _ makeShell: () -> Shell) -> After {
        var shell: Shell?
        while true {
            let next = replay.run()
            guard case .shell = next else { return next }
            let opened = shell ?? makeShell()
            shell = opened
            if let status = opened.run(leaving: "to go back") { return .ends(status) }
        }
    }

    /// What comes after a script.
    enum After {
        case ends(Int32)
        /// The person wants to go on by hand.
        case shell
    }

    /// The statements to run; nil where there are none.
    private func source() throws -> SourceText? {
        if let statements = options.statements { return SourceText(name: "<command>", statements) }
        if let file = options.file, file != "-" { return SourceText(name: file, try ScriptFile.read(path: file)) }
        if options.file != nil || !Terminal.isInteractive {
            return SourceText(name: "<stdin>", try PlainLineSource().readText())
        }
        return nil
    }

    /// Makes Ctrl-C set the flag that the language and the engine look at.
    private func installInterrupts() -> InterruptSource {
        let interrupts = InterruptSource(
            handler: interruptHandler, isRequested: { Interrupt.isRequested }, clear: { Interrupt.clear() })
        interrupts.install()
        return interrupts
    }

    private func replay(_ source: SourceText) -> After {
        output.begin(source)
        let ending = session.run(source) { output.echo($0) }
        if ending == .finished { output.finish() }
        output.end()
        switch ending {
        case .finished: return .ends(0)
        case .failed: return .ends(1)
        case .interrupted: return .ends(130)
        case .exited(let status): return .ends(status)
        }
    }
}

/// Runs in the signal handler, so it sets a flag and nothing else.
private func interruptHandler(_ signal: Int32) { Interrupt.request() }
