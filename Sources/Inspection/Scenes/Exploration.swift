/// A layer to be explored with the keys of a terminal, from one output element on.
public struct Exploration: Report {
    /// The layer at work.
    public let scene: LayerScene
    /// The element.
    public let cell: LayerScene.Cell

    /// A layer, and the element to begin with.
    public init(_ scene: LayerScene, at cell: LayerScene.Cell) { (self.scene, self.cell) = (scene, cell) }
}
