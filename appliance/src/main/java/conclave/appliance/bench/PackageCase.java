package conclave.appliance.bench;

import conclave.exchange.parcel.Desk;
import conclave.exchange.parcel.Import;
import conclave.exchange.parcel.Opening;
import conclave.exchange.parcel.Order;
import conclave.exchange.parcel.Outcome;
import conclave.exchange.parcel.Packing;
import conclave.exchange.parcel.Progress;
import conclave.exchange.parcel.Shelf;
import conclave.main.PackageRoom;
import conclave.seal.Digests;
import conclave.seal.container.PackageKey;
import conclave.seal.container.PackagePapers.Holder;
import conclave.seal.container.PackagePapers.Kind;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.SignerRole;
import conclave.seal.container.Trust;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "package", mixinStandardHelpOptions = true, description = "数据包的制作和导入，与 tar、openssl、cp 相比。"
        + "Building and importing a package, beside tar, openssl and cp on the same bytes.")
final class PackageCase implements Callable<Integer> {

    @Mixin
    private CaseOptions options;

    @Option(names = "--gigabytes", defaultValue = "4", paramLabel = "GB", description = "数据量。How much (${DEFAULT-VALUE}).")
    private double gigabytes;

    @Option(names = "--files", defaultValue = "5000", paramLabel = "N", description = "文件数。How many files (${DEFAULT-VALUE}).")
    private int files;

    @Option(names = "--gm", description = "再测国密算法体系。The GM profile as well.")
    private boolean gm;

    @Option(names = "--flat", split = ",", paramLabel = "GB:FILES", description = "只测内存：每个命令的堆不超过 256 MB，例如 2:1000,24:1000,2:60000。"
            + "The memory instead: every command with a heap of 256 MB, at these sizes.")
    private List<String> flat = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        var report = new Report("package", System.out);
        if (!flat.isEmpty()) return held(report);
        try (var stand = options.stand()) {
            var shell = new Shell(stand.folder());
            var folder = HeavyMeeting.make(stand.folder(), files, (long) (gigabytes * 1e9));
            var bytes = shell.bytes(folder);
            report.say(files + " files, " + bytes + " bytes");
            measure(report, shell, folder, Profile.INTERNATIONAL, Kind.EC, bytes);
            if (gm) measure(report, shell, folder, Profile.GM, Kind.SM2, bytes);
        }
        options.keep(report);
        return 0;
    }

    private int held(Report report) throws IOException, InterruptedException {
        for (var load : flat) {
            try (var stand = options.stand()) {
                new HeldMemory(stand, HeldMemory.Load.of(load), report).measure();
            }
        }
        options.keep(report);
        return 0;
    }

    private void measure(Report report, Shell shell, Path folder, Profile profile, Kind kind, long bytes) throws IOException, InterruptedException {
        int runs = options.runs();
        var hashed = new double[runs];
        var enciphered = new double[runs];
        var built = new double[runs];
        var copied = new double[runs];
        var imported = new double[runs];
        var office = key(kind, Set.of(SignerRole.OFFICE));
        var venue = key(kind, Set.of());
        var work = folder.resolveSibling("work");
        for (int i = 0; i < runs; i++) {
            shell.fresh(work);
            hashed[i] = rate(bytes, shell.seconds("tar -cf - -C heavy . | sha256sum"));
            enciphered[i] = rate(bytes, shell.seconds("tar -cf - -C heavy . | openssl enc -aes-256-ctr -K " + "0b".repeat(32) + " -iv " + "0c".repeat(16)
                    + " -out work/enc && sync work/enc && rm work/enc"));
            var building = new Stages();
            built[i] = rate(bytes, seconds(() -> new Packing(folder, order(profile, office, venue), building).into(work, "P")));
            copied[i] = rate(bytes, shell.seconds("mkdir work/cp && cp work/P.mpkg* work/cp && sync work/cp/* && sha256sum work/cp/* && rm -r work/cp"));
            var importing = new Stages();
            imported[i] = rate(bytes, seconds(() -> bring(work, office, venue, importing)));
            report.say("build: " + building.said() + "; import: " + importing.said());
        }
        shell.fresh(work);
        var variant = profile.word() + ", " + files + " files";
        var hash = report.add(Figure.of(variant, "tar | sha256sum", "GB/s", hashed));
        var cipher = report.add(Figure.of(variant, "tar | openssl, sync", "GB/s", enciphered));
        var slower = hash.median() < cipher.median() ? hash : cipher;
        report.add(Figure.of(variant, "check, build, sign", "GB/s", built).against(slower.metric(), slower));
        var copy = report.add(Figure.of(variant, "cp, sync, sha256sum", "GB/s", copied));
        report.add(Figure.of(variant, "import", "GB/s", imported).against(copy.metric(), copy));
    }

    private static void bring(Path work, PackageKey office, PackageKey venue, Progress progress) throws IOException {
        var cryptography = PackageRoom.cryptography();
        var opening = new Opening(cryptography.with(List.of(venue)), Set.of(print(venue)));
        var desk = new Desk(cryptography.check(), Trust.in(office.certificate()), opening, cryptography, Instant.now(), false, Optional.empty());
        var data = Files.createDirectories(work.resolve("data"));
        try (var shelf = Shelf.open(data)) {
            var outcome = new Import(work.resolve(VolumeNames.of("P", 0)), shelf, desk, progress).run();
            if (!(outcome instanceof Outcome.Taken)) throw new IOException("the package was not taken: " + outcome);
        }
    }

    private static Order order(Profile profile, PackageKey office, PackageKey venue) throws IOException {
        var cryptography = PackageRoom.cryptography();
        var now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        return new Order(PackageType.MEETING, "pkg-bench", 1, Optional.empty(), "mtg-bench", "bench", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)),
                List.of(print(venue)), "conclave bench", cryptography.of(profile), cryptography.envelopeFor(profile, List.of(venue.certificate())),
                cryptography.signer(List.of(office)), VolumeNames.USUAL_SIZE);
    }

    private static PackageKey key(Kind kind, Set<SignerRole> roles) {
        var now = Instant.ofEpochSecond(Instant.now().getEpochSecond());
        return PackageRoom.papers().make(kind, new Holder("bench", roles, now.minus(Duration.ofDays(2)), now.plus(Duration.ofDays(2))));
    }

    private static String print(PackageKey key) {
        return Digests.hex(Digests.sha256(key.certificate()));
    }

    private static double rate(long bytes, double seconds) {
        return bytes / 1e9 / seconds;
    }

    private static double seconds(Work work) throws IOException {
        long began = System.nanoTime();
        work.done();
        return (System.nanoTime() - began) / 1e9;
    }

    @FunctionalInterface
    private interface Work {
        void done() throws IOException;
    }
}
