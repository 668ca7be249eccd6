package conclave.appliance;

import conclave.config.DataFolder;
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
final class SampleMeeting implements Preparation {

    private final List<String> wishes;
    private volatile Process making;

    /** @param wishes options for {@code conclave package sample} */
    SampleMeeting(List<String> wishes) {
        this.wishes = List.copyOf(wishes);
    }

    @Override
    public void begin(DataFolder data) throws IOException {
        if (!data.holdsMeetings()) make(folder(data));
    }

    @Override
    public void prepare(ConclaveNode node) throws IOException, InterruptedException {
        if (node.house().halls().stream().allMatch(hall -> hall.register().isEmpty())) takeIn(node, folder(node.data()));
        else if (!wishes.isEmpty()) sayIgnored();
    }

    private void takeIn(ConclaveNode node, Path folder) throws IOException, InterruptedException {
        if (making == null) make(folder);
        if (making.waitFor() != 0) throw new IOException("示例会议未能生成。The sample meeting could not be made.");
        var reading = MeetingFolder.read(folder);
        var meeting = reading.meeting().orElseThrow(() -> new IOException("the sample does not hold: " + reading.findings()));
        new Admission(node.house()).admit(meeting, folder);
        delete(folder);
    }

    private void sayIgnored() {
        System.err.println("数据目录中已有会议，忽略 " + String.join(" ", wishes)
                + "。There is a meeting in the data folder already; these options are ignored.");
    }

    private void make(Path folder) throws IOException {
        delete(folder);
        System.err.println("正在生成示例会议… Making the sample meeting…");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx320m", "-Djava.awt.headless=true",
                "-Dstderr.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
        command.add(Conclave.class.getName());
        command.addAll(PackageCommand.sample());
        command.addAll(List.of("--out", folder.toString()));
        command.addAll(wishes);
        making = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    @Override
    public void abandon() {
        if (making != null) making.destroyForcibly();
    }

    private static Path folder(DataFolder data) {
        return data.root().resolve("sample");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
