import Language
import Testing
import Workbench

/// A replay as an HTML page.
@Suite struct HTMLPageTests {
    @Test func statementsAndWhatTheyShowAreBlocks() {
        var page = HTMLPage(title: "a<b>.conv")
        #expect(page.head.contains("<title>a&lt;b&gt;.conv</title>"))
        #expect(page.head.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">"))
        var text = page.code("\n\n# about x\nx = 1 < 2\n\n")
        text += page.code("print(x)\n\n")
        text += page.item(.printed("True\n"), DisplaySettings())
        text += page.code("\ny = 2\n")
        text += page.end()
        #expect(
            text == """
                <pre class="code"><span class="dim"># about x</span>
                x = 1 &lt; 2

                print(x)</pre>
                <pre class="result">True
                </pre>
                <pre class="code">y = 2</pre>
                </main>
                </body>
                </html>

                """)
    }

    @Test func mapsAreImages() {
        var page = HTMLPage(title: "maps")
        var text = ""
        let session = Session { text += page.item($0, DisplaySettings()) }
        _ = session.run(
            SourceText(name: "test", "x = Input(12, 12, 1)\nshow(x, values=True)\nshow(x, style=\"ascii\")"))
        #expect(text.contains("<img alt=\"maps\""))
        #expect(text.contains("<span class=\"cell\" style=\"color:#"))
        #expect(text.contains("@"))
    }
}
