import Arrays
import Inspection
import Interpreter
import Layers
import Network

/// What the objects a script works with share: the network's context, and where reports and notes go.
public final class LibraryContext {
    /// Names, random numbers, settings and feature maps.
    public let network: NetworkContext
    /// The generator that `numpy.random.seed` seeds.
    let numpyRandom = LegacyGenerator(seed: 0)
    /// How arrays print.
    let printSettings = PrintSettings()
    /// Takes what inspection functions have to say, while the script runs.
    public var emit: (any Report) -> Void = { _ in }
    /// The text of a report, as a file would get it.
    public var text: (_ report: any Report) -> String = { _ in "" }
    /// Draws maps as a file.
    public var draw: (MapsReport, PictureFile) throws(RaisedError) -> PictureFile.Drawn = { _, _ throws(RaisedError) in
        throw RaisedError(.notImplementedError, "pictures cannot be drawn here")
    }
    /// Draws an animation as a file.
    public var animate: (Animation, MovingFile) throws(RaisedError) -> MovingFile.Drawn = { _, _ throws(RaisedError) in
        throw RaisedError(.notImplementedError, "moving pictures cannot be drawn here")
    }
    /// What a script types for a layer: a variable, `model.stages[2].conv1`, or else its name.
    var typedName: (Layer) -> String = { $0.shownName }
    /// Takes remarks, such as how an old spelling was read.
    public var note: (Note) -> Void = { _ in }
    /// What scripts ask for and do not get.
    private(set) lazy var omissions = {
        let omissions = Omissions()
        omissions.note = { [unowned self] in self.note($0) }
        return omissions
    }()
    /// Models that scripts have saved, to be loaded again.
    let savedModels = SavedModels()
    /// The files that can be read and written.
    public var files = FileAccess.none
    /// The names of the types of numbers.
    public static let numberTypes = NumericType.allCases.map(\.rawValue)
    /// The words after the script's name on the command line, the name first.
    public var arguments: [String] = [""]
    /// The classes of scripts that configs may name.
    let customObjects = CustomObjects()
    /// The functions over tensors, which the operators of tensors use.
    var functions: () -> TensorFunctions? = { nil }
    /// The functions that masks of a network are made by.
    var masks: NetworkMasks?
    /// The modules that the interpreter has from here.
    weak var modules: Modules?
    /// The folder where the session began; nil while that is where it still is.
    private var firstFolder: String?
    /// Files that are open for writing.
    var openFiles: [ObjectIdentifier: WeakFile] = [:]
    private var layerObjects: [ObjectIdentifier: LayerObject] = [:]
    private var tensorObjects: [ObjectIdentifier: TensorObject] = [:]
    /// Activations by how they are written.
    private var activationObjects: [String: MadeObject] = [:]
    /// Classes of operations that have no definition, by name.
    private var operationTypes: [String: TypeObject] = [:]
    private var notedTranslations: Set<String> = []

    /// The shared state of a session over a network context.
    public init(network: NetworkContext = NetworkContext()) { self.network = network }

    /// The one object that stands for a layer.
    func object(for layer: Layer) -> LayerObject {
        if let known = layerObjects[ObjectIdentifier(layer)] { return known }
        if let own = (layer as? ScriptedLayer)?.script as? LayerObject { return own }
        let made = LayerObject(layer, self)
        layerObjects[ObjectIdentifier(layer)] = made
        return made
    }

    /// The object that stands for a layer; nil where none does yet.
    func known(_ layer: Layer) -> LayerObject? { layerObjects[ObjectIdentifier(layer)] }

    /// Makes an object the one that stands for its layer.
    func adopt(_ object: LayerObject) { layerObjects[ObjectIdentifier(object.layer)] = object }

    /// The class of a layer, a model or an operation.
    func type(of layer: Layer) -> TypeObject {
        if let object = (layer as? ScriptedLayer)?.script as? LayerObject { return object.typeObject }
        if let type = KerasClasses.type(of: layer) { return type }
        if let known = operationTypes[layer.className] { return known }
        let type = TypeObject(
            layer.className, module: "keras", "A function of tensors in a network.", bases: [KerasClasses.operation])
        operationTypes[layer.className] = type
        return type
    }

    /// The object that stands for an activation, an initializer and the like. Functions are the same object wherever they
    /// are asked for, so that `is` and sets know them.
    func object(for argument: Argument) -> MadeObject {
        guard case .activation(let made) = argument, made.product.origin == nil else { return MadeObject(argument) }
        if let known = activationObjects[made.description] { return known }
        let object = MadeObject(argument)
        activationObjects[made.description] = object
        return object
    }

    /// The one object that stands for a symbolic tensor.
    func object(for tensor: SymbolicTensor) -> TensorObject {
        if let known = tensorObjects[ObjectIdentifier(tensor)] { return known }
        let made = TensorObject(tensor, self)
        tensorObjects[ObjectIdentifier(tensor)] = made
        return made
    }

    /// Symbolic tensors as a script sees them: one alone, several as a list.
    func value(of tensors: [SymbolicTensor]) -> Value {
        tensors.count == 1
            ? .host(object(for: tensors[0])) : .list(ListObject(tensors.map { .host(object(for: $0)) }))
    }

    /// Notes, once, how a call in an old spelling was read.
    func noteTranslation(_ translation: Translation?) {
        guard let translation, notedTranslations.insert(translation.canonical).inserted else { return }
        note(.translation(translation))
    }

    /// Notes old spellings anew, whatever was noted before.
    public func forgetTranslations() { notedTranslations = [] }

    /// Does something in which arrays print as the session says.
    public func withOwnSettings<Result>(_ body: () -> Result) -> Result {
        PrintSettings.$current.withValue(printSettings, operation: body)
    }

    /// Forgets layers, names and feature maps, as `keras.backend.clear_session` does.
    public func clear() {
        layerObjects = [:]
        tensorObjects = [:]
        network.clear()
    }
}

extension LibraryContext {
    /// Makes temporary parts of a network: afterwards names, random numbers and objects are as before, and nothing
    /// has been reported.
    func leavingNoTrace<Result>(_ body: () -> Result) -> Result {
        let (before, objects) = (begin(), (layerObjects, tensorObjects, operationTypes, notedTranslations))
        let (emit, note, didCall) = (self.emit, self.note, network.didCall)
        let said = omissions.state
        self.emit = { _ in }
        self.note = { _ in }
        network.didCall = { _ in }
        defer {
            network.didCall = didCall
            rollBack(to: before)
            (layerObjects, tensorObjects, operationTypes, notedTranslations) = objects
            (self.emit, self.note) = (emit, note)
            omissions.state = said
        }
        return body()
    }

    /// Everything that is shared, to go back to.
    public struct Saved {
        fileprivate let snapshot: Snapshot
        fileprivate let layers: [ObjectIdentifier: LayerObject]
        fileprivate let tensors: [ObjectIdentifier: TensorObject]
        fileprivate let settings: Settings
        fileprivate let modules: [String: ModuleObject.Contents]
        fileprivate let folder: String
    }

    /// Everything as it is now.
    public var saved: Saved {
        Saved(
            snapshot: snapshot, layers: layerObjects, tensors: tensorObjects, settings: network.settings,
            modules: modules?.contents ?? [:], folder: files.folder())
    }

    /// Goes back to what was saved.
    public func restore(_ saved: Saved) {
        restore(saved.snapshot)
        (layerObjects, tensorObjects, network.settings) = (saved.layers, saved.tensors, saved.settings)
        modules?.restore(saved.modules)
        if firstFolder != nil { try? files.changeFolder(saved.folder) }
    }

    /// Takes modules and the folder as they are now as where the session begins.
    public func markBeginning() {
        modules?.markBeginning()
        firstFolder = nil
    }

    /// Begins as a new session does.
    public func beginAnew(dialect: Settings.Dialect, _ format: DataFormat) {
        clear()
        setSeed(0)
        notedTranslations = []
        printSettings.options = PrintOptions()
        omissions.state = .init()
        savedModels.forget()
        network.settings = Settings(dialect: dialect, imageDataFormat: format)
        modules?.beginAnew()
        if let firstFolder { try? files.changeFolder(firstFolder) }
    }

    /// Goes to another folder, and notes where the session began.
    /// - Throws: the system's reason.
    func enterFolder(_ path: String) throws {
        let folder = files.folder()
        try files.changeFolder(path)
        firstFolder = firstFolder ?? folder
    }

    /// Goes to another folder and returns its path.
    /// - Throws: FileNotFoundError with the system's reason.
    public func changeFolder(_ path: String) throws(RaisedError) -> String {
        do { try enterFolder(path) } catch { throw RaisedError(.fileNotFoundError, "\(error)") }
        return files.folder()
    }

    /// What a statement that fails must leave as it was, beside what the journal keeps: automatic names and random numbers.
    public struct Snapshot {
        fileprivate let network: NetworkContext.Snapshot
        fileprivate let numpy: LegacyGenerator.State
    }

    /// The state as it is now.
    public var snapshot: Snapshot { Snapshot(network: network.snapshot, numpy: numpyRandom.state) }

    /// Begins a statement, which ends with `commit` or `rollBack`.
    public func begin() -> Snapshot {
        network.journal.begin()
        return snapshot
    }

    /// Ends a statement; what it changed stays.
    public func commit() { network.journal.commit() }

    /// Ends a statement and takes back what it changed.
    public func rollBack(to snapshot: Snapshot) {
        network.journal.restore()
        restore(snapshot)
    }

    /// Goes back to a state.
    public func restore(_ snapshot: Snapshot) {
        network.restore(snapshot.network)
        numpyRandom.state = snapshot.numpy
    }

    /// Begins anew with a seed, as `keras.utils.set_random_seed` does for Python, numpy and Keras.
    func setSeed(_ seed: UInt32) {
        network.setSeed(Int(seed))
        numpyRandom.state = LegacyGenerator(seed: seed).state
    }
}

/// A remark beside a result.
public enum Note {
    /// How an old spelling was read.
    case translation(Translation)
    case text(String)
    /// What was left out, and the script went on.
    case omission(String)
}
