package conclave.document.text;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** What XML of any kind says: its words one under the other, and the attributes in which names are found. */
final class XmlText implements Xml.Listener {

    private static final Set<String> TELLING = Set.of("author", "initials", "title", "descr", "target", "tooltip", "displayname",
            "userid", "string", "alt", "name", "lastmodifiedby", "display", "href", "prompt", "prompttitle");

    private final boolean everyAttribute;
    private final StringBuilder words = new StringBuilder();
    private final Set<String> attributes = new LinkedHashSet<>();

    private XmlText(boolean everyAttribute) {
        this.everyAttribute = everyAttribute;
    }

    /** XMP keeps simple values in attributes; all of them are words. */
    static void xmp(byte[] xml, HidingPlace place, int page, Gathering to) {
        read(xml, new XmlText(true), place, page, to);
    }

    static void any(byte[] xml, HidingPlace place, int page, Gathering to) {
        read(xml, new XmlText(false), place, page, to);
    }

    private static void read(byte[] xml, XmlText text, HidingPlace place, int page, Gathering to) {
        boolean whole = Xml.read(xml, text);
        if (!text.words.isEmpty()) to.hidden(place, page, text.words.toString());
        if (!text.attributes.isEmpty()) to.hidden(place, page, String.join("\n", text.attributes));
        if (!whole) asItStands(xml, place, page, to);
    }

    /** XML that is broken, or that asks for what is not granted, is shown as it stands. */
    static void asItStands(byte[] xml, HidingPlace place, int page, Gathering to) {
        to.missing(Unread.DAMAGED);
        to.hidden(place, page, PlainText.guessed(xml));
    }

    @Override
    public void begins(String name, XMLStreamReader element) {
        breakLine();
        for (int i = 0; i < element.getAttributeCount(); i++) {
            var value = element.getAttributeValue(i);
            if (everyAttribute || tells(element.getAttributeLocalName(i), value)) attributes.add(value);
        }
    }

    static boolean tells(String name, String value) {
        return TELLING.contains(name.toLowerCase(Locale.ROOT)) || value.indexOf('@') >= 0 || value.chars().anyMatch(letter -> letter > 0x7F);
    }

    @Override
    public void ends(String name) {
        breakLine();
    }

    @Override
    public void says(String text) {
        if (!text.isBlank() || !words.isEmpty() && words.charAt(words.length() - 1) != '\n') words.append(text);
    }

    private void breakLine() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != '\n') words.append('\n');
    }
}
