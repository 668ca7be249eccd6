package conclave.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Starts an {@link AppendingChild} and listens to it; its words are all that a client would know. */
final class Child {

    private final Process process;
    private final BufferedReader voice;
    final List<String> said = new ArrayList<>();

    private Child(Process process) {
        this.process = process;
        this.voice = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child start(List<String> under, Path folder, LedgerId id, long first, long count, int submitters) throws IOException {
        var command = new ArrayList<>(under);
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow",
                AppendingChild.class.getName(), folder.toString(), id.toString(), "" + first, "" + count, "" + submitters));
        return new Child(new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
    }

    static boolean installed(String tool) {
        return Arrays.stream(System.getenv("PATH").split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    /** Listens until this many entries were acknowledged, then takes the process away without a word. */
    void killAfter(int acknowledgements) throws Exception {
        while (acknowledged().size() < acknowledgements && listen()) continue;
        // By its handle: the Process object would close the pipe, and with it the words still in it.
        process.toHandle().destroyForcibly();
        listenToTheEnd();
    }

    void listenToTheEnd() throws Exception {
        while (listen()) continue;
        process.waitFor();
    }

    private boolean listen() throws IOException {
        var line = voice.readLine();
        if (line != null) said.add(line);
        return line != null;
    }

    Set<Long> acknowledged() {
        return numbers(said);
    }

    Set<Long> acknowledgedAfterTheAlarm() {
        int alarm = 0;
        while (alarm < said.size() && !said.get(alarm).startsWith("broken")) alarm++;
        return numbers(said.subList(alarm, said.size()));
    }

    String alarm() {
        return said.stream().filter(line -> line.startsWith("broken") || line.startsWith("refused")).findFirst().orElse("");
    }

    private static Set<Long> numbers(List<String> lines) {
        var numbers = new TreeSet<Long>();
        for (var line : lines) {
            if (line.startsWith("ack ")) numbers.add(Long.parseLong(line.substring(4)));
        }
        return numbers;
    }
}
