package conclave.document.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamReader;

/** The words that the cells of a workbook refer to; those that no cell refers to any more are still there. */
final class SharedStrings implements Xml.Listener {

    private final List<String> strings = new ArrayList<>();
    private final BitSet used = new BitSet();
    private final StringBuilder phonetic = new StringBuilder();
    private final StringBuilder one = new StringBuilder();
    private boolean inText;
    private boolean inPhonetic;

    String get(String index) {
        try {
            int at = Integer.parseInt(index.strip());
            if (at < 0 || at >= strings.size()) return "";
            used.set(at);
            return strings.get(at);
        } catch (NumberFormatException e) {
            return index;
        }
    }

    void tellUnused(Gathering to) {
        var unused = new StringBuilder();
        for (int at = used.nextClearBit(0); at < strings.size(); at = used.nextClearBit(at + 1)) unused.append(strings.get(at)).append('\n');
        to.hidden(HidingPlace.UNUSED, 0, unused.toString());
        to.hidden(HidingPlace.OTHER, 0, phonetic.toString());
    }

    @Override
    public void begins(String name, XMLStreamReader element) {
        switch (name) {
            case "si" -> one.setLength(0);
            case "t" -> inText = true;
            case "rPh" -> inPhonetic = true;
            default -> { }
        }
    }

    @Override
    public void ends(String name) {
        switch (name) {
            case "si" -> strings.add(one.toString());
            case "t" -> inText = false;
            case "rPh" -> inPhonetic = false;
            default -> { }
        }
    }

    @Override
    public void says(String text) {
        if (inText) (inPhonetic ? phonetic : one).append(text);
    }
}
