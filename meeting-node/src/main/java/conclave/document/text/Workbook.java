package conclave.document.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Which sheets a workbook has, which of them are hidden, and what names it gives to places. */
final class Workbook implements Xml.Listener {

    private record Sheet(String name, boolean hidden, String relation) {
    }

    private final List<Sheet> sheets = new ArrayList<>();
    private final Map<String, String> parts = new HashMap<>();
    private final StringBuilder definedNames = new StringBuilder();
    private boolean inName;

    void tell(Gathering to) {
        to.hidden(HidingPlace.SHEET_NAME, 0, String.join("\n", sheets.stream().map(Sheet::name).toList()));
        to.hidden(HidingPlace.DEFINED_NAME, 0, definedNames.toString());
    }

    /** A sheet of which nothing is known is taken for one that is shown: it is read all the same. */
    boolean hides(String part) {
        return sheets.stream().anyMatch(sheet -> sheet.hidden() && part.endsWith(parts.getOrDefault(sheet.relation(), "nowhere")));
    }

    @Override
    public void begins(String name, XMLStreamReader element) {
        switch (name) {
            case "sheet" -> {
                var state = attribute(element, "state");
                sheets.add(new Sheet(attribute(element, "name"), !state.isEmpty() && !state.equals("visible"), attribute(element, "id")));
            }
            case "Relationship" -> parts.put(attribute(element, "Id"), lastOf(attribute(element, "Target")));
            case "definedName" -> {
                inName = true;
                definedNames.append(attribute(element, "name")).append(' ').append(attribute(element, "comment")).append(' ');
            }
            default -> { }
        }
    }

    private static String lastOf(String target) {
        return target.substring(target.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    static String attribute(XMLStreamReader element, String name) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (element.getAttributeLocalName(i).equals(name)) return element.getAttributeValue(i);
        }
        return "";
    }

    @Override
    public void ends(String name) {
        if (name.equals("definedName")) definedNames.append('\n');
        if (name.equals("definedName")) inName = false;
    }

    @Override
    public void says(String text) {
        if (inName) definedNames.append(text);
    }
}
