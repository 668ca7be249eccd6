package conclave.appliance.bench;

import com.fasterxml.jackson.core.JsonFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one case, printed as they come and kept for programs. */
final class Report {

    private static final String LINE = "%-26s %-24s %12s %12s %12s  %-8s %s%n";

    private final String name;
    private final PrintStream out;
    private final List<Figure> figures = new ArrayList<>();

    Report(String name, PrintStream out) {
        this.name = name;
        this.out = out;
        out.printf(Locale.ROOT, LINE, name, "metric", "min", "median", "max", "unit", "against");
    }

    Figure add(Figure figure) {
        figures.add(figure);
        out.printf(Locale.ROOT, LINE, figure.variant(), figure.metric(), shown(figure.min()), shown(figure.median()), shown(figure.max()),
                figure.unit(), figure.against().map(a -> shown(a.ratio()) + " × " + a.what()).orElse(""));
        return figure;
    }

    /** A sentence that belongs to the figures and is not one. */
    void say(String sentence) {
        out.println(sentence);
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value >= 1000 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    void write(Path file) throws IOException {
        try (var json = new JsonFactory().createGenerator(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            json.useDefaultPrettyPrinter();
            json.writeStartArray();
            for (var figure : figures) {
                json.writeStartObject();
                json.writeStringField("case", name);
                json.writeStringField("variant", figure.variant());
                json.writeStringField("metric", figure.metric());
                json.writeStringField("unit", figure.unit());
                json.writeNumberField("min", rounded(figure.min()));
                json.writeNumberField("median", rounded(figure.median()));
                json.writeNumberField("max", rounded(figure.max()));
                json.writeFieldName("against");
                json.writeString(figure.against().map(Figure.Against::what).orElse(null));
                json.writeFieldName("ratio");
                if (figure.against().isPresent()) json.writeNumber(rounded(figure.against().get().ratio()));
                else json.writeNull();
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
