package conclave.document.text;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a Word document or of slides, read in the order of its paragraphs. Pieces of a word are put together
 * again across the changes of format that office programs strew in. What was deleted, hidden or put into a box goes
 * its own way.
 */
final class WordText implements Xml.Listener {

    private final StringBuilder body = new StringBuilder();
    private final StringBuilder deleted = new StringBuilder();
    private final StringBuilder inserted = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private final StringBuilder instructions = new StringBuilder();
    private final StringBuilder boxes = new StringBuilder();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final Set<String> authors = new LinkedHashSet<>();
    /** The paragraph around a text box goes on behind it. */
    private final Deque<StringBuilder> around = new ArrayDeque<>();
    private StringBuilder writing = body;
    private StringBuilder saying;
    private boolean hiddenRun;
    private boolean formatOfParagraph;
    private int insertions;

    /** What is shown on the pages themselves. */
    static void readBody(byte[] xml, Gathering to) {
        var text = new WordText();
        boolean whole = Xml.read(xml, text);
        if (!text.body.isEmpty()) to.layer(Documents.withoutPlaces(text.body.toString()));
        text.tell(HidingPlace.TEXT_BOX, HidingPlace.TRACKED_CHANGE, to);
        if (!whole) XmlText.asItStands(xml, HidingPlace.OTHER, 0, to);
    }

    static void readBeside(byte[] xml, HidingPlace place, Gathering to) {
        var text = new WordText();
        boolean whole = Xml.read(xml, text);
        to.hidden(place, 0, text.body.toString());
        text.tell(place, place, to);
        if (!whole) XmlText.asItStands(xml, place, 0, to);
    }

    private void tell(HidingPlace ofBoxes, HidingPlace ofAuthors, Gathering to) {
        to.hidden(ofBoxes, 0, boxes.toString());
        to.hidden(HidingPlace.TRACKED_CHANGE, 0, deleted.toString());
        to.hidden(HidingPlace.TRACKED_CHANGE, 0, inserted.toString());
        to.hidden(ofAuthors, 0, String.join("\n", authors));
        to.hidden(HidingPlace.HIDDEN_TEXT, 0, hidden.toString());
        to.hidden(HidingPlace.LINK, 0, instructions.toString());
        to.hidden(HidingPlace.ALTERNATE_TEXT, 0, String.join("\n", attributes));
    }

    @Override
    public void begins(String name, XMLStreamReader element) {
        switch (name) {
            case "t" -> saying = writing;
            case "delText" -> saying = deleted;
            case "instrText", "delInstrText" -> saying = instructions;
            case "tab" -> writing.append(formatOfParagraph ? "" : "\t");
            case "br", "cr" -> writing.append('\n');
            case "noBreakHyphen" -> writing.append('-');
            case "pPr" -> formatOfParagraph = true;
            case "r" -> hiddenRun = false;
            case "vanish", "webHidden" -> hiddenRun = !formatOfParagraph && !isOff(element);
            case "ins", "moveTo" -> insertions++;
            case "txbxContent" -> {
                around.push(writing);
                writing = boxes;
            }
            default -> { }
        }
        for (int i = 0; i < element.getAttributeCount(); i++) note(element.getAttributeLocalName(i), element.getAttributeValue(i));
    }

    private static boolean isOff(XMLStreamReader element) {
        var value = element.getAttributeCount() == 0 ? "1" : element.getAttributeValue(0);
        return value.equals("0") || value.equals("false") || value.equals("off");
    }

    private void note(String name, String value) {
        if (name.equals("author") || name.equals("initials")) authors.add(value);
        else if (XmlText.tells(name, value)) attributes.add(value);
    }

    @Override
    public void ends(String name) {
        switch (name) {
            case "t", "delText", "instrText", "delInstrText" -> saying = null;
            case "p" -> {
                for (var text : new StringBuilder[] {writing, deleted, inserted, hidden, instructions}) breakLine(text);
            }
            case "pPr" -> formatOfParagraph = false;
            case "ins", "moveTo" -> insertions = Math.max(0, insertions - 1);
            case "txbxContent" -> writing = around.isEmpty() ? body : around.pop();
            default -> { }
        }
    }

    @Override
    public void says(String text) {
        if (saying == null) return;
        saying.append(text);
        if (saying == writing && hiddenRun) hidden.append(text);
        if (saying == writing && insertions > 0) inserted.append(text);
    }

    private static void breakLine(StringBuilder text) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
    }
}
