// swift-tools-version: 6.1
import PackageDescription

#if os(macOS)
    // Homebrew keeps its libraries apart; the readline that is found by default is libedit.
    let pkgConfig = ["readline": "readline", "png": "libpng", "jpeg": "libjpeg"]
#else
    // pkg-config's library folders would come before the one in which release builds look for static libraries.
    let pkgConfig: [String: String] = [:]
#endif

// The modules form a one-way stack, described in ARCHITECTURE.md.
let package = Package(
    name: "convsh",
    platforms: [.macOS(.v14)],
    products: [.executable(name: "convsh", targets: ["convsh"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    ],
    targets: [
        .target(name: "CKernels"),
        .target(name: "PythonText"),
        .target(name: "Signatures", dependencies: ["PythonText"]),
        .target(name: "TensorEngine", dependencies: ["CKernels", "PythonText"]),
        .target(name: "Layers", dependencies: ["TensorEngine", "PythonText", "Signatures"]),
        .target(name: "Network", dependencies: ["Layers", "TensorEngine", "PythonText"]),
        .target(name: "Inspection", dependencies: ["Network", "Layers", "TensorEngine", "PythonText"]),
        .target(name: "Language"),
        .target(
            name: "Interpreter",
            dependencies: [
                "Language", "PythonText", "Signatures",
                .product(name: "OrderedCollections", package: "swift-collections"),
            ],
            // Checks of overlapping accesses take a tenth of the time of a script; debug builds, and so the tests, have them.
            swiftSettings: [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CPNG", pkgConfig: pkgConfig["png"], providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
        .systemLibrary(
            name: "CJPEG", pkgConfig: pkgConfig["jpeg"], providers: [.apt(["libjpeg-dev"]), .brew(["jpeg-turbo"])]),
        .target(
            name: "CImages", dependencies: ["CPNG", "CJPEG"],
            linkerSettings: [.linkedLibrary("png16"), .linkedLibrary("jpeg")]),
        .target(name: "ImageFiles", dependencies: ["CImages", "CZlib"]),
        .target(name: "Arrays", dependencies: ["TensorEngine", "PythonText", "CZlib"]),
        .target(name: "RegularExpressions"),
        .target(name: "Upgrading", dependencies: ["Language", "Layers", "PythonText"]),
        .target(
            name: "Library",
            dependencies: [
                "RegularExpressions", "Upgrading", "Interpreter", "Language", "Inspection", "Network", "Layers",
                "Arrays", "ImageFiles", "TensorEngine",
                "PythonText", "Signatures",
            ]),
        .target(name: "Presentation", dependencies: ["ImageFiles", "PythonText"]),
        .target(
            name: "Workbench",
            dependencies: [
                "Library", "Interpreter", "Language", "Inspection", "Network", "Layers", "TensorEngine", "Presentation",
                "PythonText", "Signatures",
            ]),
        .systemLibrary(
            name: "CReadline",
            pkgConfig: pkgConfig["readline"],
            providers: [.apt(["libreadline-dev"]), .brew(["readline"])]),
        .target(name: "LineEditing", dependencies: ["CReadline"]),
        .executableTarget(
            name: "convsh",
            dependencies: [
                "Workbench", "Library", "Upgrading", "Interpreter", "Layers", "Language", "TensorEngine", "LineEditing",
                "Presentation",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .executableTarget(name: "convsh-bench", dependencies: ["TensorEngine", "Presentation"], path: "Sources/Bench"),
        .executableTarget(
            name: "convsh-fuzz",
            dependencies: [
                "Workbench", "Library", "Interpreter", "Layers", "Language", "TensorEngine", "Presentation",
                "Signatures",
            ],
            path: "Sources/Fuzz"),
        .target(name: "CPty", path: "Tests/CPty", linkerSettings: [.linkedLibrary("util", .when(platforms: [.linux]))]),
        .executableTarget(name: "EditorProbe", dependencies: ["LineEditing"], path: "Tests/EditorProbe"),
        .testTarget(name: "PythonTextTests", dependencies: ["PythonText"]),
        .testTarget(name: "TensorEngineTests", dependencies: ["TensorEngine"]),
        .testTarget(name: "LayersTests", dependencies: ["Layers"]),
        .testTarget(name: "NetworkTests", dependencies: ["Network"]),
        .testTarget(name: "InspectionTests", dependencies: ["Inspection"]),
        .testTarget(name: "LanguageTests", dependencies: ["Language"]),
        .testTarget(
            name: "InterpreterTests", dependencies: ["Interpreter", "Language"], exclude: ["Recorded"]),
        .testTarget(name: "RegularExpressionsTests", dependencies: ["RegularExpressions"]),
        .testTarget(name: "UpgradingTests", dependencies: ["Upgrading"]),
        .testTarget(name: "ArraysTests", dependencies: ["Arrays"]),
        .testTarget(name: "ImageFilesTests", dependencies: ["ImageFiles"], exclude: ["Recorded"]),
        .testTarget(name: "PresentationTests", dependencies: ["Presentation", "CZlib"]),
        .testTarget(
            name: "WorkbenchTests",
            dependencies: [
                "Workbench", "Library", "Language", "Interpreter", "Inspection", "Network", "Layers", "TensorEngine",
                "Signatures", "Presentation", "Arrays",
            ]),
        .testTarget(name: "LineEditingTests", dependencies: ["LineEditing"]),
        .testTarget(
            name: "RefereeTests",
            dependencies: [
                "Workbench", "Library", "Upgrading", "Interpreter", "Network", "Layers", "Language", "TensorEngine",
            ],
            exclude: ["Recorded", "Fragments", "Classes", "Surroundings", "FORMAT.md"]),
        .testTarget(name: "EndToEndTests", dependencies: ["CPty"], exclude: ["FilePrograms"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu11
)
