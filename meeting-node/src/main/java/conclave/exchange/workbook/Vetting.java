package conclave.exchange.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Looks at a file before the library does: is it a workbook at all, and does it unpack to something that people can have
 * written? What passes is small and flat enough that reading it can neither take long nor fill the memory.
 */
final class Vetting {

    static final int LARGEST = 8 << 20;
    static final int UNPACKED = 32 << 20;
    static final int PARTS = 1000;
    static final int ELEMENTS = 400_000;
    /** The library looks through all of them for every cell. */
    static final int ARRAYS = 200;
    private static final int DEEPEST = 64;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] END = {'P', 'K', 5, 6};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    private static final XMLInputFactory XML = XMLInputFactory.newDefaultFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private final TreeSet<String> names = new TreeSet<>();
    private int unpacked;
    private int elements;
    private int arrays;

    private Vetting() {
    }

    /** Excel 97 to 2003, or something else in the same kind of container. */
    static boolean old(byte[] file) {
        return starts(file, OLE) && file.length <= LARGEST;
    }

    static Optional<CellFinding> trouble(byte[] file) {
        if (file.length == 0) return found(Rule.FILE_EMPTY);
        if (file.length > LARGEST) return found(Rule.FILE_TOO_LARGE, LARGEST >> 20);
        if (starts(file, OLE)) return found(contains(file, "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE), 0) ? Rule.PROTECTED : Rule.OLD_EXCEL);
        if (!starts(file, ZIP)) return found(Rule.NOT_A_WORKBOOK);
        // A file that was cut off lacks its end, whatever else can still be unpacked.
        if (!contains(file, END, Math.max(0, file.length - 0xffff - 22))) return found(Rule.TORN);
        return new Vetting().unpack(file);
    }

    private Optional<CellFinding> unpack(byte[] file) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (!names.add(part.getName().toLowerCase(Locale.ROOT))) return found(Rule.TORN);
                if (names.size() > PARTS) return found(Rule.BOMB, "超过 " + PARTS + " 个部件");
                var content = zip.readNBytes(UNPACKED - unpacked + 1);
                unpacked += content.length;
                if (unpacked > UNPACKED) return found(Rule.BOMB, "超过 " + (UNPACKED >> 20) + " MB");
                if (part.getName().endsWith(".xml") || part.getName().endsWith(".rels")) look(content);
                if (arrays > ARRAYS) return found(Rule.BOMB, "超过 " + ARRAYS + " 个数组公式");
                if (elements > ELEMENTS) return found(Rule.BOMB, "超过 " + ELEMENTS + " 个单元");
            }
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            // An illegal argument is what the JDK calls a name in no known encoding.
            return found(Rule.TORN);
        }
        if (names.contains("xl/vbaproject.bin")) return found(Rule.MACROS);
        return names.contains("[content_types].xml") && names.contains("xl/workbook.xml") ? Optional.empty() : found(Rule.NOT_A_WORKBOOK);
    }

    /** Decoded here and strictly: what is not UTF-8, or says that it is something else, no spreadsheet wrote. */
    private void look(byte[] content) throws XMLStreamException, CharacterCodingException {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        var reader = XML.createXMLStreamReader(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
        var said = reader.getCharacterEncodingScheme();
        if (said != null && !said.equalsIgnoreCase("UTF-8")) throw new XMLStreamException("another encoding");
        for (int depth = 0; reader.hasNext() && elements <= ELEMENTS;) {
            var event = reader.next();
            if (event == XMLStreamConstants.DTD || depth > DEEPEST) throw new XMLStreamException("nothing that a workbook holds");
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                elements++;
                if (reader.getLocalName().equals("f") && "array".equals(reader.getAttributeValue(null, "t"))) arrays++;
            }
            if (event == XMLStreamConstants.END_ELEMENT) depth--;
        }
        reader.close();
    }

    private static boolean starts(byte[] file, byte[] with) {
        return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    private static boolean contains(byte[] file, byte[] what, int from) {
        for (int at = from; at + what.length <= file.length; at++) {
            if (file[at] == what[0] && Arrays.equals(file, at, at + what.length, what, 0, what.length)) return true;
        }
        return false;
    }

    private static Optional<CellFinding> found(Rule rule, Object... facts) {
        return Optional.of(rule.at(true, Spot.FILE, "", facts));
    }
}
