package conclave.appliance.report;

import conclave.report.Form;
import conclave.report.print.Printed;
import conclave.report.print.Typefaces;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** A single form as PDF, for commands that write a report where somebody names a file. */
public final class OnPaper {

    private OnPaper() {
    }

    private static boolean wanted(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
    }

    /** Nothing where the machine has no font for it, which is said. */
    private static Optional<byte[]> of(Form form, PrintWriter err) throws IOException {
        var printed = Printed.of(List.of(form), Typefaces.find(Typefaces.PLACES));
        Sheaf.said(printed, err);
        return Optional.ofNullable(printed.files().get(form.name() + ".pdf"));
    }

    /** As a workbook, or on paper where the file is named like that; nothing where the machine has no font for it, which is said. */
    public static Optional<byte[]> of(Path file, Supplier<byte[]> workbook, Supplier<Form> form, PrintWriter err) throws IOException {
        return wanted(file) ? of(form.get(), err) : Optional.of(workbook.get());
    }
}
