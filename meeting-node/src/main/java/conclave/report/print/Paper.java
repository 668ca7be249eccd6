package conclave.report.print;

import conclave.report.Form;
import conclave.report.Head;
import conclave.report.Part;
import conclave.report.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** A form on A4, ready to be signed: heads of tables on every page, pages counted, long names over several lines. */
public final class Paper {

    /** Tables of more letters than this lie across. */
    private static final int UPRIGHT = 96;
    private static final float TITLE = 18;
    private static final float ABOUT = 10.5f;
    private static final float HEADING = 12;
    private static final float BASIS = 7.5f;

    private final Form form;
    private final Galley galley;

    private Paper(Form form, Galley galley) {
        this.form = form;
        this.galley = galley;
    }

    public static byte[] of(Form form, Typefaces types) {
        try (var galley = new Galley(types, form.title(), form.basis(), form.width() > UPRIGHT)) {
            new Paper(form, galley).set();
            return galley.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many characters of the form no face can set; they are marked on the paper, and the workbook has them. */
    public static long unset(Form form, Typefaces types) {
        return texts(form).flatMapToInt(String::codePoints).filter(types::lacks).count();
    }

    private static Stream<String> texts(Form form) {
        var parts = form.parts().stream().flatMap(part -> switch (part) {
            case Part.Grid grid -> grid.rows().stream().flatMap(List::stream).map(Value::shown);
            case Part.Prose prose -> prose.paragraphs().stream();
        });
        return Stream.concat(form.about().stream(), parts);
    }

    private void set() throws IOException {
        galley.title(form.title(), TITLE);
        galley.space(6);
        for (var line : form.about()) galley.paragraph(line, ABOUT, false);
        for (var part : form.parts()) {
            galley.space(8);
            if (!part.heading().isEmpty()) galley.heading(part.heading(), HEADING);
            switch (part) {
                case Part.Prose prose -> {
                    for (var paragraph : prose.paragraphs()) galley.paragraph(paragraph, ABOUT, true);
                }
                case Part.Grid grid -> new PrintedTable(galley, grid.heads().stream().map(Head::title).toList(), widths(grid), grid.heads().stream()
                        .map(Head::side).toList()).set(grid.rows());
            }
        }
        signatures();
        if (!form.basis().isEmpty()) {
            galley.space(10);
            galley.paragraph(form.basis(), BASIS, false);
        }
    }

    /** As wide as the sheet, each column its share. */
    private float[] widths(Part.Grid grid) {
        int all = grid.heads().stream().mapToInt(Head::width).sum();
        var widths = new float[grid.heads().size()];
        for (int i = 0; i < widths.length; i++) widths[i] = galley.width() * grid.heads().get(i).width() / all;
        return widths;
    }

    /** Two beside each other, never torn apart by the end of a page. */
    private void signatures() throws IOException {
        if (form.signatures().isEmpty()) return;
        galley.space(16);
        galley.need((form.signatures().size() + 1) / 2 * 34f);
        for (int i = 0; i < form.signatures().size(); i += 2) {
            galley.space(34);
            galley.blank(form.signatures().get(i) + "：", 0, ABOUT);
            if (i + 1 < form.signatures().size()) galley.blank(form.signatures().get(i + 1) + "：", galley.width() / 2, ABOUT);
        }
    }
}
