package conclave.appliance.pack;

import conclave.appliance.office.FromForms;
import conclave.exchange.MeetingFolder;
import conclave.exchange.parcel.Order;
import conclave.exchange.parcel.Packing;
import conclave.main.PackageRoom;
import conclave.seal.RandomIds;
import conclave.seal.container.Envelope;
import conclave.seal.container.PackageType;
import conclave.seal.container.Profile;
import conclave.seal.container.VolumeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package build}: 0 where the package stands, signed and durable; 1 with a reason, and then nothing of it is there. */
@Command(name = "build", mixinStandardHelpOptions = true, description = {
    "把会议文件夹，或填好的工作簿和扫描件，制成数据包：检查内容，加密，分卷，签名。",
    "Makes a package of a meeting's folder, or of workbooks and scans: checked, sealed, in volumes, signed."})
public final class BuildCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Mixin
    private Holding holding;

    @Mixin
    private FromForms workbooks;

    @Parameters(paramLabel = "FOLDER", description = "会议文件夹（BagIt），或填好的工作簿所在的文件夹。The meeting's folder, or a folder of workbooks.")
    private Path folder;

    @Option(names = "--out", paramLabel = "DIR", description = "数据包写到哪个文件夹；只检查时不必写。Where the package goes; not with --dry-run.")
    private Path out;

    @Option(names = "--name", paramLabel = "NAME", description = "数据包文件名，不含扩展名；默认取文件夹名。File name without its ending (the folder's).")
    private String name;

    @Option(names = "--recipient", paramLabel = "CERT", description = "接收方证书，可多次使用。A recipient's certificate; may be repeated.")
    private List<Path> recipients = List.of();

    @Option(names = "--profile", defaultValue = "international", description = "算法体系：international 或 gm（国密）。international or gm (${DEFAULT-VALUE}).")
    private String profile;

    @Option(names = "--type", defaultValue = "meeting", description = "meeting、result、receipt、amendment (${DEFAULT-VALUE})。")
    private String type;

    @Option(names = "--meeting", paramLabel = "ID", description = "会议编号；默认取文件名。The meeting's number (NAME).")
    private String meeting;

    @Option(names = "--id", paramLabel = "ID", description = "数据包编号；默认随机。The package's id (random).")
    private String id;

    @Mixin
    private Replacing replacing;

    @Option(names = "--purpose", paramLabel = "TEXT", defaultValue = "review meeting", description = "用途，一句话。What it is for (${DEFAULT-VALUE}).")
    private String purpose;

    @Option(names = "--valid-from", paramLabel = "YYYY-MM-DD", description = "从哪天起可以导入；默认今天。First day of import (today).")
    private LocalDate from;

    @Option(names = "--valid-until", paramLabel = "YYYY-MM-DD", description = "到哪天为止可以导入；默认 60 天后。Last day of import (60 days).")
    private LocalDate until;

    @Option(names = "--dry-run", description = "只检查并列出问题，不制作。Says what would be wrong, and makes nothing.")
    private boolean dryRun;

    @Option(names = "--frozen", paramLabel = "TIME", description = "名单冻结时间，如 2026-11-20T18:00；24 小时接收时限由此起计。"
            + "When the list was closed, as in 2026-11-20T18:00: the 24 hours of the way in are counted from then.")
    private String frozen;

    @Option(names = "--volume-size", paramLabel = "MB", description = "每卷大小上限，单位 MB；默认适合 FAT32 U 盘。Largest volume in MB (fits FAT32).")
    private Long volumeSize;

    @Option(names = "--json", description = "供程序读取。For programs.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        var said = new Said(spec, json);
        var called = name == null ? String.valueOf(folder.toAbsolutePath().normalize().getFileName()) : name;
        if (!dryRun && out == null) throw wrong("请用 --out 写明数据包写到哪个文件夹；只检查内容的，用 --dry-run。Say where the package goes with --out; to check only, --dry-run.");
        if (!dryRun && !VolumeNames.isName(called)) throw wrong("文件名只能用字母、数字、点、连字符，请用 --name 给出。The name may hold letters, digits, dots and hyphens: give --name.");
        boolean forms = type.equals(PackageType.MEETING.word()) && Ingredients.areWorkbooks(folder);
        if (dryRun && !forms) return said.checked(MeetingFolder.read(folder));
        try (var meter = new Meter(System.err, System.console() != null)) {
            var order = dryRun ? Optional.<Order>empty() : Optional.of(order(called));
            try (var from = forms ? Ingredients.of(folder, workbooks, said, spec.commandLine().getErr()) : Ingredients.asTheyStand(folder)) {
                if (forms && from.gathered().isEmpty()) return Said.NOT_DONE;
                if (forms && (dryRun || from.gathered().get().meeting().isEmpty())) return said.gathered(from.gathered().get(), dryRun);
                if (forms) said.hints(from.gathered().get());
                return built(said, called, new Packing(from.folder(), order.orElseThrow(), meter));
            }
        } catch (IOException reason) {
            return said.refused(Packing.complaint(reason));
        }
    }

    private int built(Said said, String called, Packing packing) throws IOException {
        Files.createDirectories(out);
        var statement = packing.into(out, called);
        var lines = new ArrayList<>(Facing.lines(statement, Known.NOBODY.and(certificates()).and(holding.certificates())));
        lines.add("✓ 数据包已制成并签名：" + out.resolve(VolumeNames.of(called, 0)) + "。请连同各卷和 .p7s 文件一起交付。");
        lines.add("  The package stands. Hand on all its volumes together with the .p7s file.");
        lines.add("  请记下编号 " + statement.packageId() + "：U盘遗失时凭它作废（package revoke）。Note the id: a lost stick is revoked by it.");
        return said.done(lines, Said.fields(statement).put("file", out.resolve(VolumeNames.of(called, 0)).toString()));
    }

    private Order order(String called) throws IOException {
        var cryptography = PackageRoom.cryptography();
        var with = Profile.named(profile).orElseThrow(() -> wrong("--profile 只能是 international 或 gm。It is international or gm."));
        var what = PackageType.named(type).orElseThrow(() -> wrong("--type 只能是 meeting、result、receipt 或 amendment。No such type."));
        var keys = holding.keys();
        if (keys.isEmpty()) throw wrong("请用 --key 给出签名私钥。Name the key that signs with --key.");
        var certificates = certificates();
        var first = from == null ? LocalDate.now(WallClock.HERE) : from;
        var last = until == null ? first.plusDays(60) : until;
        try {
            return new Order(what, id == null ? RandomIds.next("pkg") : id, replacing.sequence(), replacing.predecessor(),
                    meeting == null ? called : meeting, replacing.purpose(purpose),
                    first.atStartOfDay(WallClock.HERE).toInstant(), last.plusDays(1).atStartOfDay(WallClock.HERE).toInstant(),
                    certificates.stream().map(Holding::print).toList(), tool(), cryptography.of(with), envelope(with, certificates),
                    cryptography.signer(keys), volumeSize == null ? VolumeNames.USUAL_SIZE : volumeSize * MEGABYTE, listClosed());
        } catch (IllegalArgumentException e) {
            throw wrong("参数不正确。" + e.getMessage());
        }
    }

    private List<byte[]> certificates() throws IOException {
        var certificates = new ArrayList<byte[]>();
        for (var file : recipients) certificates.add(PackageRoom.papers().certificates(file).getFirst());
        return certificates;
    }

    private Optional<Instant> listClosed() {
        if (frozen == null) return Optional.empty();
        var at = DayClock.time(frozen);
        if (at.isEmpty()) throw wrong("--frozen 请写成 2026-11-20T18:00。Write the time as in 2026-11-20T18:00.");
        return at;
    }

    private Envelope envelope(Profile with, List<byte[]> certificates) throws IOException {
        var secret = holding.passphrase();
        if (secret.isPresent() != certificates.isEmpty()) {
            throw wrong("请用 --recipient 给出接收方证书，或用 --passphrase-file 给出口令，二者取其一。Say who may open it: --recipient, or --passphrase-file.");
        }
        return secret.isPresent() ? PackageRoom.cryptography().envelopeFor(with, secret.get()) : PackageRoom.cryptography().envelopeFor(with, certificates);
    }

    private static String tool() {
        return "conclave package build";
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
