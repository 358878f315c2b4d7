extension Session {
    /// Whether a command may write a file: where there is none yet, or the session has written it before.
    func mayWrite(_ path: String) -> Bool { library.files.kind(path) == nil || ownFiles.contains(path) }

    /// Refuses to replace a file.
    /// - Parameter command: what replaces it.
    func refuseToReplace(_ path: String, _ command: String) -> Ending {
        refuse("\(path) is there already", hint: "\(command) replaces it")
    }
}
