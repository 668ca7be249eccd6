package conclave.document.text;

import java.math.BigDecimal;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/** One sheet of a workbook, row by row; cells apart by a tab. Hidden rows and columns go their own way, as do formulas. */
final class SheetText implements Xml.Listener {

    private static final int MOST_COLUMNS = 16_384;

    private final SharedStrings strings;
    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder hidden = new StringBuilder();
    private final StringBuilder formulas = new StringBuilder();
    private final StringBuilder margins = new StringBuilder();
    private final StringBuilder others = new StringBuilder();
    private final StringBuilder value = new StringBuilder();
    private final Set<String> attributes = new LinkedHashSet<>();
    private final BitSet hiddenColumns = new BitSet();
    private StringBuilder saying = others;
    private boolean hiddenRow;
    private String type = "";
    private int column;

    SheetText(SharedStrings strings) {
        this.strings = strings;
    }

    static void read(byte[] xml, SharedStrings strings, boolean hiddenSheet, Gathering to) {
        var sheet = new SheetText(strings);
        boolean whole = Xml.read(xml, sheet);
        if (hiddenSheet) to.hidden(HidingPlace.HIDDEN_SHEET, 0, sheet.shown.toString());
        else if (!sheet.shown.isEmpty()) to.layer(Documents.withoutPlaces(sheet.shown.toString()));
        to.hidden(HidingPlace.HIDDEN_CELLS, 0, sheet.hidden.toString());
        to.hidden(HidingPlace.SCRIPT, 0, sheet.formulas.toString());
        to.hidden(HidingPlace.HEADER_OR_FOOTER, 0, sheet.margins.toString());
        to.hidden(HidingPlace.OTHER, 0, sheet.others.toString());
        to.hidden(HidingPlace.LINK, 0, String.join("\n", sheet.attributes));
        if (!whole) XmlText.asItStands(xml, HidingPlace.OTHER, 0, to);
    }

    @Override
    public void begins(String name, XMLStreamReader element) {
        switch (name) {
            case "col" -> hideColumns(element);
            case "row" -> {
                hiddenRow = isOn(Workbook.attribute(element, "hidden"));
                column = 0;
            }
            case "c" -> {
                type = Workbook.attribute(element, "t");
                column = columnOf(Workbook.attribute(element, "r"), column + 1);
                value.setLength(0);
            }
            case "v", "t" -> saying = value;
            case "f" -> saying = formulas;
            case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter" -> saying = margins;
            default -> { }
        }
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (XmlText.tells(element.getAttributeLocalName(i), element.getAttributeValue(i))) attributes.add(element.getAttributeValue(i));
        }
    }

    private void hideColumns(XMLStreamReader element) {
        if (!isOn(Workbook.attribute(element, "hidden"))) return;
        int from = number(Workbook.attribute(element, "min"));
        int to = number(Workbook.attribute(element, "max"));
        if (from >= 1 && from <= to) hiddenColumns.set(from, to + 1);
    }

    private static int number(String said) {
        return said.matches("[0-9]{1,5}") ? Math.min(MOST_COLUMNS, Integer.parseInt(said)) : 0;
    }

    private static boolean isOn(String flag) {
        return flag.equals("1") || flag.equals("true");
    }

    private static int columnOf(String reference, int otherwise) {
        int column = 0;
        for (int i = 0; i < Math.min(3, reference.length()) && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z'; i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column == 0 ? otherwise : column;
    }

    @Override
    public void ends(String name) {
        switch (name) {
            case "c" -> endCell();
            case "row" -> (hiddenRow ? hidden : shown).append('\n');
            case "f", "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter" -> {
                saying.append('\n');
                saying = others;
            }
            case "v", "t" -> saying = others;
            default -> { }
        }
    }

    private void endCell() {
        var said = type.equals("s") ? strings.get(value.toString()) : type.isEmpty() || type.equals("n") ? written(value.toString()) : value.toString();
        value.setLength(0);
        if (!said.isEmpty()) (hiddenRow || hiddenColumns.get(column) ? hidden : shown).append(said).append('\t');
    }

    /** A telephone number is a number to a workbook, and may be kept as 1.39E10. */
    private static String written(String number) {
        if (number.length() > 40 || number.indexOf('E') < 0 && number.indexOf('e') < 0) return number;
        try {
            double size = Math.abs(Double.parseDouble(number));
            return size > 1e-9 && size < 1e30 ? new BigDecimal(number.strip()).toPlainString() : number;
        } catch (NumberFormatException e) {
            return number;
        }
    }

    @Override
    public void says(String text) {
        saying.append(text);
    }
}
