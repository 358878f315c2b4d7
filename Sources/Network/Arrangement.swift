/// How the inputs or the outputs of a model were given, which is how data go in and come out.
public enum Arrangement: Equatable, Sendable {
    /// A tensor by itself.
    case one
    /// A list, even of a single tensor.
    case list
    /// A tuple, even of a single tensor.
    case tuple
    /// A dict with these keys, in the order of the tensors.
    case dict([String])
}
