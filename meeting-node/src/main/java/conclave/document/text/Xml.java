package conclave.document.text;

import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads foreign XML as a stream: no document types, no entities of its own, nothing from outside, nothing built up. */
final class Xml {

    private static final int MOST_DEPTH = 2000;

    interface Listener {

        /** @param element stands at its beginning: its name without prefix and its attributes may be asked */
        void begins(String name, XMLStreamReader element);

        void ends(String name);

        void says(String text);
    }

    private Xml() {
    }

    /** @return false where it is not what it should be; what came before was told */
    static boolean read(byte[] xml, Listener to) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return walk(factory.createXMLStreamReader(new StringReader(PlainText.guessed(xml))), to);
        } catch (XMLStreamException | RuntimeException e) {
            return false;
        }
    }

    private static boolean walk(XMLStreamReader reader, Listener to) throws XMLStreamException {
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > MOST_DEPTH) return false;
                    to.begins(reader.getLocalName(), reader);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    to.ends(reader.getLocalName());
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.COMMENT -> to.says(reader.getText());
                case XMLStreamConstants.ENTITY_REFERENCE -> {
                    return false;
                }
                default -> { }
            }
        }
        return true;
    }
}
