package conclave.appliance.report;

import conclave.exchange.result.Ended;
import conclave.exchange.result.Enclosure;
import conclave.exchange.result.NamesFile;
import conclave.main.PackageRoom;
import conclave.report.Forms;
import conclave.report.Held;
import conclave.report.Roll;
import conclave.report.print.Printed;
import conclave.report.print.Typefaces;
import conclave.seal.container.Profile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What every result takes with it: the forms, by codes, and the names, sealed for the platform and for nobody else. Forms with names
 * are made where somebody may know them ({@code conclave package reports}).
 *
 * @param meeting   the node's folder of the meeting, for its key
 * @param platform  certificates of those who may open the names; none: no names
 */
public record Enclosed(Path meeting, Optional<Typefaces> types, Profile profile, List<byte[]> platform, PrintWriter err) implements Enclosure {

    public static final String REPORTS = "reports/";

    public Enclosed {
        platform = List.copyOf(platform);
    }

    @Override
    public SortedMap<String, byte[]> of(Ended ended) throws IOException {
        var printed = Printed.of(Forms.of(new Held(ended.facts(), ended.end(), ended.head(), Roll.NONE)), types);
        Sheaf.said(printed, err);
        var files = new TreeMap<String, byte[]>();
        printed.files().forEach((name, bytes) -> files.put(REPORTS + name, bytes));
        if (!platform.isEmpty()) {
            var envelope = PackageRoom.cryptography().envelopeFor(profile, platform);
            files.put(NamesFile.SEALED.substring("data/".length()), SealedNames.seal(Names.file(ended, Names.open(meeting, ended)), profile, envelope));
        }
        return files;
    }
}
