import Foundation
import Testing

@testable import Layers

/// What every definition of the catalogue promises.
@Suite struct RegistryTests {
    private static let sources = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Sources/Layers")

    private func check<Product>(_ registry: Registry<Product>) throws {
        var names: Set<String> = []
        for definition in registry.definitions {
            for name in definition.allNames {
                #expect(names.insert(name).inserted, "\(name) is taken twice")
            }
            #expect(definition.summary.count > 2 && definition.summary.last != " ", "\(definition.name) has no summary")
            var parameters: Set<String> = []
            for parameter in definition.parameters {
                #expect(parameters.insert(parameter.name).inserted, "\(definition.name): \(parameter.name) twice")
                #expect(parameter.doc.hasSuffix("."), "\(definition.name): \(parameter.name) has no doc")
                if let value = parameter.default {
                    let check = ParameterCheck(layer: definition.name, parameter: parameter, settings: Settings())
                    _ = try check.normalise(value)
                }
            }
            for signature in definition.oldSignatures {
                #expect(definition.allNames.contains(signature.name))
                for name in signature.parameters {
                    let isKnown = definition.parameters.contains {
                        $0.name == name || $0.oldNames.contains(name) || $0.oldParts.contains(name)
                    }
                    #expect(isKnown || signature.dropped[name] != nil, "\(signature.name): \(name) means nothing")
                }
            }
        }
    }

    @Test func layersKeepTheirPromises() throws { try check(Catalogue.layers) }

    @Test func activationsKeepTheirPromises() throws { try check(Catalogue.activations) }

    @Test func initializersKeepTheirPromises() throws { try check(Catalogue.initializers) }

    @Test func regularizersKeepTheirPromises() throws { try check(Catalogue.regularizers) }

    @Test func constraintsKeepTheirPromises() throws { try check(Catalogue.constraints) }

    /// A file in a folder of definitions that the registry does not know would be a layer nobody can make.
    @Test(arguments: ["Definitions", "Activations", "Initializers", "Regularizers", "Constraints"])
    func everyFileIsRegistered(folder: String) throws {
        let catalogue = try String(
            contentsOf: Self.sources.appendingPathComponent("Core/Catalogue.swift"), encoding: .utf8)
        let files = try FileManager.default.contentsOfDirectory(
            at: Self.sources.appendingPathComponent(folder), includingPropertiesForKeys: nil)
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            for line in text.split(separator: "\n") where line.hasPrefix("    static let ") {
                guard line.hasSuffix("= layer(") || line.hasSuffix("= Definition(") || line.hasSuffix("= scaled(")
                else {
                    continue
                }
                let name = line.dropFirst("    static let ".count).prefix { $0.isLetter || $0.isNumber }
                let isListed = catalogue.split { !$0.isLetter && !$0.isNumber }.contains { $0 == name }
                #expect(isListed, "\(file.lastPathComponent): \(name) is not in the catalogue")
            }
        }
    }
}
