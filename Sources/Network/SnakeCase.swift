/// A class name as Keras spells it in automatic names: `Conv2DTranspose` → `conv2d_transpose`, `PReLU` → `p_re_lu`.
///
/// An underscore goes before a capital that starts a word (a lowercase letter follows), and between a lowercase
/// letter and a capital. Source: Keras's `to_snake_case`.
public func snakeCase(_ name: String) -> String {
    let letters = name.filter { $0.isLetter || $0.isNumber || $0 == "_" }
    return betweenCases(beforeWords(Array(letters))).lowercased()
}

/// Puts an underscore before each capital that lowercase letters follow, except at the start.
private func beforeWords(_ letters: [Character]) -> [Character] {
    var result: [Character] = []
    var index = 0
    while index < letters.count {
        if index > 0, letters[index].isUppercase, index + 1 < letters.count, letters[index + 1].isLowercase {
            result.append("_")
        }
        result.append(letters[index])
        index += 1
    }
    return result
}

/// Puts an underscore between a lowercase letter and a capital that follows it.
private func betweenCases(_ letters: [Character]) -> String {
    var result = ""
    for (index, letter) in letters.enumerated() {
        if index > 0, letters[index - 1].isLowercase, letter.isUppercase { result.append("_") }
        result.append(letter)
    }
    return result
}
