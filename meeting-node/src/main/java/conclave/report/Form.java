package conclave.report;

import java.util.List;

/**
 * A form as people know it: a title, what it is about, its tables, and who signs.
 *
 * @param name   of its files, without ending; ASCII, the same in every meeting
 * @param about  lines between the title and the first table
 * @param basis  the last line, small: which record it follows from, so that paper and record can be held against each other
 */
public record Form(String name, String title, List<String> about, List<Part> parts, List<String> signatures, String basis) {

    public Form {
        if (!name.matches("[a-z0-9-]+")) throw new IllegalArgumentException("not a name of a form: " + name);
        about = List.copyOf(about);
        parts = List.copyOf(parts);
        signatures = List.copyOf(signatures);
    }

    /** The widest table decides how the sheet lies. */
    public int width() {
        return parts.stream().mapToInt(part -> switch (part) {
            case Part.Grid grid -> grid.heads().stream().mapToInt(Head::width).sum();
            case Part.Prose _ -> 0;
        }).max().orElse(0);
    }
}
