import Language
import Library
import Testing

@testable import Workbench

@Suite struct CompletionTests {
    private let session: Session
    private let engine: CompletionEngine

    init() {
        var options = Session.Options()
        options.showsResults = false
        session = Session(options: options)
        session.library.files = FileAccess(
            kind: { $0.hasSuffix("models") ? .folder : .file },
            names: {
                [".": ["data.npy", "models", ".hidden", "notes.txt"], "models/": ["vgg.conv", "unet.conv"]][$0]
            },
            read: { _ in [] }, readText: { _ in "" }, write: { _, _ in })
        engine = CompletionEngine(session)
        let setup = """
            x = Input(28, 28, 1)
            c1 = Conv2D(8, 3)(x)
            lay = Conv2D(4, 3)
            m = Model(x, c1)
            n = 12
            d = {'kernel': 1, 'bias': 2, 3: 4}
            def block(x, filters, act='relu'):
                return x
            """
        _ = session.run(SourceText(name: "test", setup))
    }

    private func found(_ line: String) -> Completions { engine.candidates(line, cursor: line.utf8.count) }
    private func words(_ line: String) -> [String] { found(line).words.map(\.text) }
    private func suffixes(_ line: String) -> [Character?] { found(line).words.map(\.suffix) }

    private func defineClasses() {
        let code = """
            class Block(layers.Layer):
                \"""A block.

                Args:
                    filters: the channels
                \"""
                def __init__(self, filters, stride=1, **kwargs):
                    super().__init__(**kwargs)
                    self.conv1 = Conv2D(filters, 3, strides=stride)
                def call(self, x):
                    return self.conv1(x)

            class Net(keras.Model):
                def __init__(self):
                    super().__init__()
                    self.stages = [Block(4), Block(8)]

            net = Net()
            """
        #expect(session.run(SourceText(name: "test", code)) == .finished)
    }

    // MARK: Classes

    @Test func callsOfOwnClassesOfferTheirParameters() {
        defineClasses()
        #expect(words("Block(").prefix(2) == ["filters", "stride"])
        #expect(found("Block(").notes.map(\.plain) == ["Block(filters, stride=1, **kwargs)", "filters: the channels"])
    }

    @Test func layersWrittenInTheLanguageOfferTheirParameters() {
        #expect(words("MultiHeadAttention(2, ").first == "key_dim", "beside files of any name")
        #expect(words("Bidirectional(lay, me").first == "merge_mode")
    }

    @Test func partsOfOwnModelsHaveTheirAttributes() {
        defineClasses()
        #expect(words("net.stages[0].con") == ["conv1"])
        #expect(words("net.stages[1].conv1.strid") == ["strides"])
    }

    @Test func inAMethodThatIsTypedSelfHasWhatTheTextSets() {
        let method =
            "class A(keras.Model):\n    def __init__(self):\n        self.down = Conv2D(1, 1)\n    def call(self, x):\n        "
        #expect(words(method + "self.do") == ["down"])
        #expect(words(method + "self.trainable_w") == ["trainable_weights"])
        #expect(words(method + "x.do").isEmpty)
    }

    // MARK: Calls

    @Test func anEmptyArgumentOffersTheOpenKeywordsWithDefaults() {
        let found = found("Conv2D(8, 3, ")
        #expect(found.words.first?.text == "strides")
        #expect(found.words.first?.shown == "strides=(1, 1)")
        #expect(found.words.count < 30)
        #expect(!found.words.contains { $0.text == "filters" || $0.text == "kernel_size" || $0.text == "Conv2D" })
    }

    @Test func givenKeywordsAreLeftOut() {
        #expect(!words("Conv2D(8, 3, padding='same', ").contains("padding"))
        #expect(words("Conv2D(8, 3, (1, 1), pad") == ["padding"])
        #expect(suffixes("Conv2D(8, 3, pad") == ["="])
    }

    @Test func keywordsComeBeforeNames() {
        #expect(words("Conv2D(8, 3, n").first == "name")
        #expect(words("Conv2D(8, 3, n").contains("n"))
    }

    @Test(arguments: [
        "Conv2D(8, 3, padding='", "keras.layers.Conv2D(8, 3, padding='", "tf.keras.layers.Conv2D(8, 3, padding='",
    ])
    func stringsOfAParameterAreOffered(line: String) {
        #expect(Set(words(line)) == ["valid", "same"])
        #expect(suffixes(line) == ["'", "'"])
    }

    @Test func stringsAreOfferedInLaterArgumentsAndForOldNames() {
        #expect(words("Conv2D(8, 3, activation='relu', padding=\"s") == ["same"])
        #expect(words("Conv2D(8, 3, kernel_initializer='he_n") == ["he_normal"])
        #expect(words("Convolution2D(8, 3, 3, border_mode='s") == ["same"])
        #expect(words("Conv2D(8, (3, 3), activation='sigm") == ["sigmoid"])
        #expect(words("ops.conv(x, k, padding='v") == ["valid"])
        #expect(words("show(c1, scale='") == ["shared", "each"])
    }

    @Test func aValueWithoutQuotesIsOfferedWithThem() {
        #expect(words("Conv2D(8, 3, padding=").contains("\"same\""))
        #expect(words("Conv2D(8, 3, use_bias=") == ["True", "False"])
        #expect(words("Conv2D(8, 3, use_bias=F").first == "False")
    }

    @Test func theCurrentParameterIsExplained() {
        let notes = found("Conv2D(8, ").notes.map(\.plain)
        #expect(notes.first?.hasPrefix("Conv2D(filters, kernel_size, strides=(1, 1)") == true)
        #expect(notes.last?.hasPrefix("kernel_size: ") == true)
        #expect(found("Conv2D(8, 3, padding=").notes.last?.plain.hasPrefix("padding: ") == true)
        #expect(found("block(x, ").notes.map(\.plain) == ["block(x, filters, act='relu')", "filters"])
    }

    @Test func aLayersCallTakesTensorsFirst() {
        #expect(words("Conv2D(8, 3)(").prefix(2) == ["c1", "x"])
        #expect(words("lay(").prefix(2) == ["c1", "x"])
        #expect(words("show(").prefix(2) == ["c1", "x"])
    }

    @Test func functionsOfOnesOwnAreCallsToo() {
        #expect(words("block(x, ") == ["filters", "act"])
        #expect(words("block(x, fil").first == "filters")
    }

    @Test func probesAndFilesCanBeFed() {
        #expect(words("x.feed('ed") == ["edges"])
        #expect(words("x.feed('da") == ["data.npy"])
    }

    @Test func oldKeywordsComeAfterThoseOfToday() {
        #expect(words("Conv2D(8, 3, border") == ["border_mode"])
        #expect(words("Conv2D(8, 3, sub").first == "subsample")
        #expect(words("Dense(3, W_").contains("W_regularizer"))
        #expect(!words("Conv2D(8, 3, ").contains("border_mode"))
        let old = words("Convolution2D(8, 3, 3, ")
        #expect(old.firstIndex(of: "padding").map { $0 < old.firstIndex(of: "border_mode") ?? 0 } == true)
        #expect(
            !words("Convolution2D(8, 3, 3, border_mode='same', ").contains { ["padding", "border_mode"].contains($0) })
        #expect(words("Convolution2D(8, 3, 3, border_mode='") == ["valid", "same", "full"])
        #expect(words("Conv2D(8, 3, dim_ordering=\"") == ["tf", "th"])
    }

    @Test func argumentsInTheOldOrderAreCounted() {
        // nb_filter, nb_row, nb_col: the strides are still open, and init is next.
        let words = words("Convolution2D(8, 3, 3, ")
        #expect(words.contains("strides") && words.contains("subsample"))
        #expect(!words.contains("kernel_size") && !words.contains("filters") && !words.contains("nb_row"))
        #expect(found("Convolution2D(8, 3, 3, ").notes.last?.plain.hasPrefix("kernel_initializer: ") == true)
    }

    @Test func whatTakesOnlyNoneIsNotOffered() {
        #expect(!words("Conv2D(8, 3, ").contains("lora_rank"))
    }

    @Test func valuesAreShownAsTheyAreWritten() {
        #expect(words("Conv2D(8, 3, strides=") == ["(1, 1)", "2", "(2, 2)", "d", "n"])
        #expect(words("Conv2D(8, kernel_size=").prefix(2) == ["2", "(2, 2)"])
        #expect(words("Conv1D(8, 3, strides=").prefix(3) == ["(1,)", "1", "2"])
        #expect(words("Conv2D(8, 3, groups=").prefix(2) == ["1", "2"])
        #expect(words("show(c1, columns=").first == "None")
    }

    @Test func sweepTakesTheArgumentsOfItsLayer() {
        let words = words("sweep(Conv2D, x, 8, 3, ")
        #expect(words.first == "maps" && words.contains("padding") && words.contains("dilation_rate"))
        #expect(!words.contains("filters") && !words.contains("kernel_size"))
        #expect(self.words("sweep(c1, ").contains("strides"))
        #expect(self.words("sweep(c1, padding=").first == "[\"valid\", \"same\"]")
        #expect(self.words("sweep(c1, padding=[\"s") == ["same"])
        #expect(self.words("sweep(c1, strides=").first == "[2, (2, 2)]")
    }

    @Test func callsWithoutBracketsAreCallsToo() {
        #expect(words("show c1, sc").first == "scale")
        #expect(words("show c1, ").contains("cmap"))
        #expect(words("show c1, scale=\"") == ["shared", "each"])
        #expect(words("show c1, c") == ["channels", "columns", "cmap", "clip"] + words("y = c"))
        #expect(words("show [c1, ").prefix(2) == ["c1", "x"])
        #expect(words("compare c1, ").prefix(2) == ["c1", "x"])
        #expect(!words("sum = c1, sc").contains("scale"))
    }

    @Test func stringsOfFunctionsAreOffered() {
        #expect(words("set_kernel(c1, \"sob") == ["sobel_x", "sobel_y"])
        #expect(words("set_kernel(c1, [\"blur\", \"ident").count == 1)
        #expect(words("compare(c1, c1, weights='") == ["same", "own"])
        #expect(words("impulse(c1, data=\"") == ["zeros", "input"])
    }

    @Test func modelTakesInputsAndOutputs() {
        let words = words("Model(")
        #expect(words.contains("inputs") && words.contains("outputs"))
        #expect(found("Model(").notes.first?.plain.hasPrefix("Model(inputs=…, outputs=…") == true)
    }

    // MARK: Names

    @Test func tensorsComeFirstAfterACommandWord() {
        #expect(words("show ").prefix(4) == ["c1", "x", "lay", "m"])
        #expect(suffixes("show l").allSatisfy { $0 == nil })
    }

    @Test func whereNothingIsTypedVariablesAreOffered() {
        #expect(words("y = ").prefix(2) == ["c1", "x"])
        #expect(!words("y = ").contains("Conv2D"))
    }

    @Test func namesHaveABracketWhereTheyAreCalled() {
        #expect(found("y = Conv2DTr").words == [.init("Conv2DTranspose", suffix: "(")])
        #expect(found("y = bloc").words == [.init("block", suffix: "(")])
    }

    @Test func statementsBeginWithKeywordsToo() {
        #expect(words("impo") == ["import"])
        #expect(words("x = 1; fo").first == "for")
    }

    @Test func helpTakesNoBracket() {
        #expect(found("?Conv2DTr").words == [.init("Conv2DTranspose")])
        #expect(words("?%his") == ["%history"])
        #expect(words("??blo") == ["block"])
    }

    // MARK: Members

    @Test func attributesAndMethods() {
        #expect(words("c1.sha") == ["shape"])
        #expect(found("m.summ").words == [.init("summary", suffix: "(")])
        #expect(words("m.layers[0].na").contains("name"))
        #expect(words("'abc'.upp") == ["upper"])
        #expect(words("Conv2D(8, 3).filt") == ["filters"])
        #expect(!words("c1.").contains { $0.hasPrefix("_") })
    }

    @Test func modulesAndTheirMembers() {
        #expect(words("import ker") == ["keras"])
        #expect(words("import keras.lay") == ["keras.layers"])
        #expect(words("from keras.layers import Conv2DTr") == ["Conv2DTranspose"])
        #expect(words("from keras.layers import Conv2D, Dens") == ["Dense"])
        #expect(words("from keras.mod") == ["keras.models"])
        #expect(found("np.zer").words.first == .init("zeros", suffix: "("))
        #expect(words("keras.layers.Conv2DTr") == ["Conv2DTranspose"])
    }

    @Test func keysOfDicts() {
        #expect(words("d['ke") == ["kernel"])
        #expect(suffixes("d['ke") == ["'"])
        #expect(words("d[") == ["'kernel'", "'bias'", "3"])
    }

    // MARK: Commands

    @Test func commandsAndTheirArguments() {
        #expect(found("%histo").words == [.init("history", suffix: " ")])
        #expect(words("%set gho") == ["ghost"])
        #expect(words("%set ghost o") == ["ghost on", "ghost off"])
        #expect(words("%run mod") == ["models/"])
        #expect(words("%run models/v") == ["models/vgg.conv"])
        #expect(words("%time show c").first == "show c1")
    }

    @Test func filesStandInTheQuotesThatWereTyped() {
        #expect(words("%save da") == ["data.npy"])
        #expect(words("%record n") == ["notes.txt"])
        #expect(found("%run \"no").words == [.init("\"notes.txt", suffix: "\"", shown: "notes.txt")])
        #expect(found("%run 'models/v").words == [.init("'models/vgg.conv", suffix: "'", shown: "vgg.conv")])
    }

    @Test func foldersAreOfferedWhereOnlyTheyMakeSense() {
        #expect(words("%cd ") == ["models/"])
        #expect(words("%ls ") == ["models/"])
        #expect(words("%lesson n").isEmpty)
        #expect(words("%lesson models/u") == ["models/unet.conv"])
    }

    @Test func filesArePathsWithoutHiddenOnes() {
        #expect(words("np.load('") == ["data.npy", "models/", "notes.txt"])
        #expect(words("np.load('.h") == [".hidden"])
        #expect(words("np.load('models/u") == ["models/unet.conv"])
        #expect(suffixes("np.load('mod") == [nil])
    }

    @Test func completionRunsNoProperty() {
        let code = """
            runs = []
            class Gauge:
                @property
                def level(self):
                    runs.append(1)
                    return [1]
            g = Gauge()
            """
        _ = session.run(SourceText(name: "class", code))
        #expect(words("g.le") == ["level"])
        #expect(words("g.level.") == [])
        #expect(words("g.level.app") == [])
        guard case .list(let runs)? = session.interpreter.globals["runs"] else { return }
        #expect(runs.items.isEmpty)
    }

    @Test(arguments: [
        "", "(", ")", "'", "d[", "f(]", "%", "?", "!", "from", "import ", "a.b.c.", "1.", "x[1:", "lambda: ", "\n",
        "é.é", "f('''",
    ])
    func nothingIsTooOdd(line: String) {
        let found = found(line)
        #expect(found.start <= line.utf8.count)
    }
}
