package conclave.appliance;

import conclave.exchange.MeetingFolder;
import conclave.main.ConclaveNode;
import conclave.node.Admission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A meeting to try everything with, made by a process of its own, so that its fonts and papers leave the server's
 * memory with it, and taken in by the same way as a real one. Cut off half-way, it is made again at the next start.
 */
final class SampleMeeting {

    private SampleMeeting() {
    }

    static void into(ConclaveNode node, List<String> wishes) throws IOException, InterruptedException {
        var folder = node.data().root().resolve("sample");
        delete(folder);
        System.err.println("正在生成示例会议… Making the sample meeting…");
        make(folder, wishes);
        var reading = MeetingFolder.read(folder);
        var meeting = reading.meeting().orElseThrow(() -> new IOException("the sample does not hold: " + reading.findings()));
        new Admission(node.house()).admit(meeting, folder);
        delete(folder);
    }

    private static void make(Path folder, List<String> wishes) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx768m", "-Djava.awt.headless=true",
                "-Dstderr.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Conclave.class.getName()));
        command.addAll(List.of(PackageCommand.sample()));
        command.addAll(List.of("--out", folder.toString()));
        command.addAll(wishes);
        var process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        int code = process.waitFor();
        if (code != 0) throw new IOException("示例会议未能生成。The sample meeting could not be made.");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
