package conclave.appliance.pack;

import conclave.appliance.sample.SampleCommand;
import conclave.main.PackageRoom;
import conclave.seal.container.PackagePapers.Holder;
import conclave.seal.container.PackagePapers.Kind;
import conclave.seal.container.SignerRole;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** Somebody types package commands: an office with a key that signs, a venue with a key that opens, a sample to send. */
public final class Counter {

    private final Path temp;
    private final Path sample;
    private String out = "";
    private String err = "";

    private Counter(Path temp) {
        this.temp = temp;
        this.sample = temp.resolve("sample");
    }

    public static Counter at(Path temp) throws IOException {
        var counter = new Counter(temp);
        counter.make("office", Kind.EC, Set.of(SignerRole.OFFICE));
        counter.make("stranger", Kind.EC, Set.of(SignerRole.OFFICE));
        counter.make("venue", Kind.EC, Set.of());
        counter.make("gm-office", Kind.SM2, Set.of(SignerRole.OFFICE));
        counter.make("gm-venue", Kind.SM2, Set.of());
        counter.type(new SampleCommand(), "--out", counter.sample.toString(), "--rooms", "1", "--experts", "3", "--applicants", "1", "--seed", "5");
        return counter;
    }

    private void make(String name, Kind kind, Set<SignerRole> roles) throws IOException {
        var now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        var key = PackageRoom.papers().make(kind, new Holder(name, roles, now.minusSeconds(TimeUnit.DAYS.toSeconds(2)), now.plusSeconds(TimeUnit.DAYS.toSeconds(900))));
        PackageRoom.papers().write(temp.resolve(name + ".key"), key, Optional.empty());
        Files.writeString(temp.resolve(name + ".crt"), PackageRoom.papers().certificateText(key));
    }

    public String file(String name) {
        return temp.resolve(name).toString();
    }

    public int build(String... more) {
        return type(new BuildCommand(), with(List.of(sample.toString(), "--out", file("stick"), "--recipient", file("venue.crt"), "--key", file("office.key")),
                List.of(more).contains("--name") ? more : with(List.of("--name", "P"), more)));
    }

    public int gmBuild(String... more) {
        return type(new BuildCommand(), with(List.of(sample.toString(), "--out", file("stick"), "--name", "G", "--profile", "gm", "--recipient", file("gm-venue.crt"),
                "--key", file("gm-office.key")), more));
    }

    public int bring(String... more) {
        return bringNamed("P", more);
    }

    public int bringNamed(String name, String... more) {
        return type(new ImportCommand(), with(List.of(file("stick/" + name + ".mpkg"), "--key", file("venue.key"), "--trust", file("office.crt")),
                List.of(more).contains("--data") ? more : with(List.of("--data", file("data")), more)));
    }

    public int amend(String changed, String... more) {
        return type(new AmendCommand(), with(List.of(sample.toString(), changed, "--out", file("stick"), "--name", "A", "--meeting", "P", "--predecessor", "pkg-1",
                "--id", "pkg-2", "--recipient", file("venue.crt"), "--key", file("office.key")), more));
    }

    public static String[] with(List<String> arguments, String... more) {
        var all = new ArrayList<>(arguments);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    public int type(Callable<Integer> command, String... arguments) {
        var said = new StringWriter();
        var complained = new StringWriter();
        int exit = new CommandLine(command).setOut(new PrintWriter(said, true)).setErr(new PrintWriter(complained, true)).execute(arguments);
        out = said.toString();
        err = complained.toString();
        return exit;
    }

    public String said() {
        return out + err;
    }
}
