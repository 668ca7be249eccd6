package conclave.appliance.pack;

import conclave.appliance.report.Enclosed;
import conclave.appliance.report.Names;
import conclave.exchange.parcel.Order;
import conclave.main.PackageRoom;
import conclave.report.print.Typefaces;
import conclave.seal.container.Envelope;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** For whom something is sealed and by whom it is signed, where a command makes a package of its own. */
public final class Sealing {

    private static final long MEGABYTE = 1_000_000;

    @Mixin
    private Holding holding;

    @Option(names = "--recipient", paramLabel = "CERT", description = "接收方证书，可多次使用。A recipient's certificate; may be repeated.")
    private List<Path> recipients = List.of();

    @Option(names = "--profile", defaultValue = "international", description = "算法体系：international 或 gm（国密）。international or gm (${DEFAULT-VALUE}).")
    private String profile;

    @Option(names = "--volume-size", paramLabel = "MB", description = "每卷大小上限，单位 MB；默认适合 FAT32 U 盘。Largest volume in MB (fits FAT32).")
    private Long volumeSize;

    /** What a package is, apart from who seals it. */
    public record Contents(PackageType type, String id, long sequence, Optional<String> predecessor, String meeting, String purpose, int days, String tool) {
    }

    public Holding holding() {
        return holding;
    }

    /** Whether anybody is named who may open it; else what is made is signed in the open. */
    public boolean sealed() throws IOException {
        return !recipients.isEmpty() || holding.passphrase().isPresent();
    }

    /** SHA-256 of the recipients' certificates, in hex. */
    public List<String> prints() throws IOException {
        return certificates().stream().map(Holding::print).toList();
    }

    /** The same of the certificates that sign. */
    public List<String> signers() throws IOException {
        return holding.keys().stream().map(key -> Holding.print(key.certificate())).toList();
    }

    /** Forms for people, and the names for whoever may open the package. */
    public Enclosed enclosed(Path meeting, CommandSpec spec) throws IOException {
        return new Enclosed(meeting, Typefaces.find(Typefaces.PLACES), profile(spec), Names.held(meeting) ? certificates() : List.of(),
                spec.commandLine().getErr());
    }

    private Profile profile(CommandSpec spec) {
        return Profile.named(profile).orElseThrow(() -> wrong(spec, "--profile 只能是 international 或 gm。It is international or gm."));
    }

    public Order order(CommandSpec spec, Contents contents) throws IOException {
        var cryptography = PackageRoom.cryptography();
        var with = profile(spec);
        var keys = holding.keys();
        if (keys.isEmpty()) throw wrong(spec, "请用 --key 给出签名私钥。Name the key that signs with --key.");
        var first = LocalDate.now(WallClock.HERE);
        try {
            return new Order(contents.type(), contents.id(), contents.sequence(), contents.predecessor(), contents.meeting(), contents.purpose(),
                    first.atStartOfDay(WallClock.HERE).toInstant(), first.plusDays(contents.days() + 1L).atStartOfDay(WallClock.HERE).toInstant(), prints(),
                    contents.tool(), cryptography.of(with), envelope(spec, with), cryptography.signer(keys),
                    volumeSize == null ? VolumeNames.USUAL_SIZE : volumeSize * MEGABYTE);
        } catch (IllegalArgumentException e) {
            throw wrong(spec, "参数不正确。" + e.getMessage());
        }
    }

    private Envelope envelope(CommandSpec spec, Profile with) throws IOException {
        var secret = holding.passphrase();
        if (secret.isPresent() != recipients.isEmpty()) {
            throw wrong(spec, "请用 --recipient 给出接收方证书，或用 --passphrase-file 给出口令，二者取其一。Say who may open it: --recipient, or --passphrase-file.");
        }
        var cryptography = PackageRoom.cryptography();
        return secret.isPresent() ? cryptography.envelopeFor(with, secret.get()) : cryptography.envelopeFor(with, certificates());
    }

    public List<byte[]> certificates() throws IOException {
        var certificates = new ArrayList<byte[]>();
        for (var file : recipients) certificates.add(PackageRoom.papers().certificates(file).getFirst());
        return certificates;
    }

    private static ParameterException wrong(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
