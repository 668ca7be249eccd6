package conclave.appliance.prepare;

import conclave.appliance.pack.Holding;
import conclave.exchange.parcel.MeetingAtHand;
import conclave.exchange.parcel.Order;
import conclave.exchange.parcel.Progress;
import conclave.exchange.parcel.Repacking;
import conclave.exchange.parcel.Repacking.Added;
import conclave.main.PackageRoom;
import conclave.seal.RandomIds;
import conclave.seal.container.Envelope;
import conclave.seal.container.PackageKey;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.Statement;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The package in which what was prepared travels: the meeting's own, sealed and signed anew; it takes the place of the one that was opened. */
final class NewPackage {

    private static final long MEGABYTE = 1_000_000;
    private static final int DAYS = 60;

    @Option(names = "--out", paramLabel = "DIR", description = "全部备好后，把含备好页面的新数据包写到这个文件夹。Where the new package goes when all is prepared.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "新数据包文件名，不含扩展名；默认与原来的相同。Its file name without ending (as before).")
    private String name;

    @Option(names = "--meeting", paramLabel = "ID", description = "会议编号；只在处理文件夹时需要，默认取文件名。The meeting's number, of a folder (NAME).")
    private String meeting;

    @Option(names = "--sign-key", paramLabel = "FILE", description = "签名私钥，可多次使用；处理文件夹时也可用 --key。The key that signs; may be repeated. Of a folder, --key will do.")
    private List<Path> signing = List.of();

    @Option(names = "--recipient", paramLabel = "CERT", description = "接收方证书，可多次使用；不写时凭 --passphrase-file 的口令打开。A recipient's certificate; may be repeated. Without one, the passphrase opens it.")
    private List<Path> recipients = List.of();

    @Option(names = "--profile", description = "算法体系：international 或 gm（国密）；默认与原来的相同。international or gm (as before).")
    private String profile;

    @Option(names = "--volume-size", paramLabel = "MB", description = "每卷大小上限，单位 MB。Largest volume in MB (fits FAT32).")
    private Long volumeSize;

    boolean wanted() {
        return out != null;
    }

    void check(CommandSpec spec) {
        if (name != null && !VolumeNames.isName(name)) throw wrong(spec, "文件名只能用字母、数字、点、连字符。The name may hold letters, digits, dots and hyphens.");
        if (profile != null && Profile.named(profile).isEmpty()) throw wrong(spec, "--profile 只能是 international 或 gm。It is international or gm.");
    }

    Path first(Path source) {
        return out.resolve(VolumeNames.of(called(source), 0));
    }

    private String called(Path source) {
        if (name != null) return name;
        var file = String.valueOf(source.toAbsolutePath().normalize().getFileName());
        return file.endsWith(".mpkg") ? file.substring(0, file.length() - ".mpkg".length()) : file;
    }

    /** Asked for before hours of work: whoever lacks a key hears of it at once. */
    Optional<Order> order(CommandSpec spec, Path source, MeetingAtHand at, Sealed sealed) throws IOException {
        if (!wanted()) return Optional.empty();
        var called = called(source);
        if (!VolumeNames.isName(called)) throw wrong(spec, "文件名只能用字母、数字、点、连字符，请用 --name 给出。The name may hold letters, digits, dots and hyphens: give --name.");
        if (Files.exists(out.resolve(VolumeNames.signature(called)))) throw Refused.because(Reason.EXISTS, "volume", VolumeNames.signature(called));
        return Optional.of(order(spec, called, at, sealed.holding()));
    }

    Statement packed(Order order, Path source, MeetingAtHand at, SortedMap<String, Added> files, Progress progress) throws IOException {
        Files.createDirectories(out);
        return new Repacking(at.meeting(), at.files(), files, order, progress).into(out, called(source));
    }

    private Order order(CommandSpec spec, String called, MeetingAtHand at, Holding holding) throws IOException {
        var cryptography = PackageRoom.cryptography();
        var before = at.signed().map(signed -> signed.statement());
        var with = profile == null ? before.map(Statement::profile).orElse(Profile.INTERNATIONAL) : Profile.named(profile).orElseThrow();
        var keys = keys(spec, holding, before.isPresent());
        var prints = new ArrayList<String>();
        for (var certificate : certificates()) prints.add(Holding.print(certificate));
        var today = LocalDate.now(ZoneOffset.UTC);
        return new Order(PackageType.MEETING, RandomIds.next("pkg"), before.map(Statement::sequence).orElse(0L) + 1, before.map(Statement::packageId),
                before.map(Statement::meeting).orElse(meeting == null ? called : meeting), purpose(before),
                before.map(Statement::notBefore).orElse(today.atStartOfDay(ZoneOffset.UTC).toInstant()),
                before.map(Statement::notAfter).orElse(today.plusDays(DAYS + 1L).atStartOfDay(ZoneOffset.UTC).toInstant()), prints, "conclave prepare",
                cryptography.of(with), envelope(spec, with, holding), cryptography.signer(keys),
                volumeSize == null ? VolumeNames.USUAL_SIZE : volumeSize * MEGABYTE, before.flatMap(Statement::frozen));
    }

    /** So that a venue takes it whether the one before came in or not. */
    private static String purpose(Optional<Statement> before) {
        if (before.isEmpty()) return "review meeting";
        var said = before.get().purpose();
        var plain = before.get().predecessor().map(Statement::replacing).filter(said::endsWith).map(ending -> said.substring(0, said.length() - ending.length())).orElse(said);
        return plain + Statement.replacing(before.get().packageId());
    }

    private List<PackageKey> keys(CommandSpec spec, Holding holding, boolean opened) throws IOException {
        if (signing.isEmpty() && !opened && !holding.keys().isEmpty()) return holding.keys();
        if (signing.isEmpty()) throw wrong(spec, "请用 --sign-key 给出签名私钥。Name the key that signs with --sign-key.");
        return holding.keys(signing);
    }

    private List<byte[]> certificates() throws IOException {
        var certificates = new ArrayList<byte[]>();
        for (var file : recipients) certificates.add(PackageRoom.papers().certificates(file).getFirst());
        return certificates;
    }

    private Envelope envelope(CommandSpec spec, Profile with, Holding holding) throws IOException {
        var cryptography = PackageRoom.cryptography();
        if (!recipients.isEmpty()) return cryptography.envelopeFor(with, certificates());
        var secret = holding.passphrase().orElseThrow(() -> wrong(spec, "请用 --recipient 给出接收方证书，或用 --passphrase-file 给出口令。Say who may open it: --recipient, or --passphrase-file."));
        return cryptography.envelopeFor(with, secret);
    }

    private static ParameterException wrong(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
