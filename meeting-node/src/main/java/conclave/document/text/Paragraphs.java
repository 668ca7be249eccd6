package conclave.document.text;

import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** The words of an OpenDocument file: all of them, with a line for each paragraph. */
record Paragraphs(StringBuilder words) implements Xml.Listener {

    private static final Set<String> LINES = Set.of("p", "h", "line-break", "table-row");

    @Override
    public void begins(String name, XMLStreamReader element) {
        if (name.equals("s") || name.equals("tab")) words.append(' ');
    }

    @Override
    public void ends(String name) {
        if (LINES.contains(name)) words.append('\n');
    }

    @Override
    public void says(String text) {
        words.append(text);
    }
}
