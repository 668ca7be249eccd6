package conclave.appliance;

import conclave.exchange.result.Ended;
import conclave.exchange.result.ResultFolder.NoResult;
import conclave.meeting.event.Item.Description;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The meetings of a data folder, for whoever has to say which one is meant: nobody knows a meeting by its number alone. */
public final class MeetingsHere {

    private MeetingsHere() {
    }

    /**
     * A mistyped folder does not become one of ours.
     *
     * @param meeting its number, or nothing where there is only one
     */
    public static Path meant(Path data, Optional<String> meeting, CommandSpec spec) throws IOException {
        var meetings = data.resolve("meetings");
        if (!Files.isDirectory(meetings)) throw wrong(spec, "没有数据目录 " + data + "。There is no data folder.");
        List<Path> here;
        try (var all = Files.list(meetings)) {
            here = all.filter(one -> Files.isRegularFile(one.resolve("evidence.jsonl"))).sorted().toList();
        }
        var meant = here.stream().filter(one -> meeting.isEmpty() || name(one).equals(meeting.get())).toList();
        if (meant.size() == 1) return meant.getFirst();
        if (here.isEmpty()) throw wrong(spec, "数据目录中没有会议。There is no meeting in the data folder.");
        throw wrong(spec, "请用 --meeting 写明哪场会议，此处有：" + shown(here) + "。Say which meeting with --meeting.");
    }

    private static String shown(List<Path> here) throws IOException {
        var shown = new ArrayList<String>();
        for (var one : here) shown.add(name(one) + title(one).map(title -> "（" + title + "）").orElse(""));
        return String.join("、", shown);
    }

    /** One whose record cannot be read has its number only; what ails it is said when it is chosen. */
    private static Optional<String> title(Path folder) throws IOException {
        try {
            return Ended.read(folder.resolve("evidence.jsonl")).end().walk().register().description().map(Description::title);
        } catch (NoResult e) {
            return Optional.empty();
        }
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }

    private static ParameterException wrong(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
