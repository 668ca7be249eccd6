package conclave.appliance.pack;

import conclave.main.PackageRoom;
import conclave.seal.container.PackageKey;
import conclave.seal.container.PackagePapers;
import conclave.seal.container.PackagePapers.Holder;
import conclave.seal.container.PackagePapers.Kind;
import conclave.seal.container.Reason;
import conclave.seal.container.Refused;
import conclave.seal.container.SignerRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conclave package keys}: keys of those who send and take packages, made where they are used, and compared by words. */
@Command(name = "keys", mixinStandardHelpOptions = true, description = "数据包的密钥与证书。Keys and certificates for packages.")
public final class PapersCommand implements Runnable {

    private static final int NOT_DONE = 1;
    private static final int LONGEST_NAME = 64;
    private static final String KIND = "ec（国际算法）或 sm2（国密）。ec, or sm2 for the GM profile.";

    private final PackagePapers papers = PackageRoom.papers();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw wrong("请给出子命令。Say which subcommand: " + String.join(", ", spec.subcommands().keySet()));
    }

    @Command(name = "make", mixinStandardHelpOptions = true, description = "生成密钥和自签证书：FILE.key 自己保管，FILE.crt 交给对方。"
            + "Makes a key and a certificate: FILE.key stays here, FILE.crt goes to the others.")
    int make(@Parameters(paramLabel = "FILE", description = "不带扩展名的文件名。The files' name, without .key.") Path file,
             @Option(names = "--name", required = true, paramLabel = "NAME", description = "单位名称，如“水利厅职改办”。Whose key it is.") String name,
             @Option(names = "--role", paramLabel = "ROLE", description = "platform、office、node、venue；可重复。What its holder may sign; may be repeated.")
             List<String> roles,
             @Option(names = "--kind", defaultValue = "ec", paramLabel = "KIND", description = KIND) String kind,
             @Option(names = "--years", defaultValue = "3", paramLabel = "N", description = "有效年数，1 至 10。Valid for so many years.") int years,
             @Option(names = "--key-passphrase-file", paramLabel = "FILE", description = "文件第一行为密钥口令。The key's passphrase, the first line of a file.")
             Path passphrase, @Option(names = "--json", description = "供程序读取。For programs.") boolean json) {
        if (name.isBlank() || name.length() > LONGEST_NAME) throw wrong("--name 为 1 至 64 个字。--name has 1 to 64 signs.");
        if (years < 1 || years > 10) throw wrong("--years 为 1 至 10。--years is 1 to 10.");
        var from = Instant.now().truncatedTo(ChronoUnit.DAYS);
        var holder = new Holder(name.strip(), roles(roles), from, from.plus(years * 366L, ChronoUnit.DAYS));
        return told(json, shown -> {
            var key = papers.make(kind(kind), holder);
            var certificate = with(file, ".crt");
            if (Files.exists(certificate)) throw Refused.because(Reason.KEY_EXISTS, "file", certificate.getFileName().toString());
            papers.write(with(file, ".key"), key, passphrase(passphrase));
            Files.writeString(certificate, papers.certificateText(key), StandardCharsets.US_ASCII);
            shown.certificate(papers.look(key.certificate()), key.certificate(), List.of(with(file, ".key").toString(), certificate.toString()));
        });
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "显示证书的指纹：十个词（电话核对）和二维码。"
            + "Shows a certificate's fingerprint: ten words to compare by phone, and a QR code.")
    int show(@Parameters(paramLabel = "FILE", description = "证书或密钥文件。A certificate, or a key file with one.") Path file,
             @Option(names = "--json", description = "供程序读取。For programs.") boolean json) {
        return told(json, shown -> {
            var certificate = papers.certificates(file).getFirst();
            shown.certificate(papers.look(certificate), certificate, List.of());
        });
    }

    @Command(name = "request", mixinStandardHelpOptions = true, description = "生成证书申请（PKCS#10），交证书机构签发；签发的证书存为 FILE.crt。"
            + "Writes a certificate request for an authority; what it issues is put beside the key.")
    int request(@Parameters(paramLabel = "KEYFILE", description = "密钥文件。The key file.") Path file,
                @Option(names = "--out", required = true, paramLabel = "FILE", description = "写到此文件。The request goes here.") Path out,
                @Option(names = "--key-passphrase-file", paramLabel = "FILE", description = "文件第一行为密钥口令。The key's passphrase, the first line of a file.")
                Path passphrase, @Option(names = "--json", description = "供程序读取。For programs.") boolean json) {
        return told(json, shown -> {
            PackageKey key = papers.read(file, passphrase(passphrase));
            if (Files.exists(out)) throw Refused.because(Reason.KEY_EXISTS, "file", String.valueOf(out.getFileName()));
            Files.writeString(out, papers.request(key), StandardCharsets.US_ASCII);
            shown.written(out.toString());
        });
    }

    /** What a subcommand does; what stands in its way is said, and nothing is left half done. */
    private interface Work {
        void tell(PapersShown shown) throws IOException;
    }

    private int told(boolean json, Work work) {
        var shown = new PapersShown(spec.commandLine(), json);
        try {
            work.tell(shown);
            return 0;
        } catch (Refused refused) {
            shown.refused(refused);
        } catch (IOException disk) {
            shown.disk(disk);
        }
        return NOT_DONE;
    }

    private Set<SignerRole> roles(List<String> words) {
        var roles = new TreeSet<SignerRole>();
        for (var word : words == null ? List.<String>of() : words) {
            roles.add(SignerRole.named(word).orElseThrow(() -> wrong("没有这个角色。No such role: " + word)));
        }
        return roles;
    }

    private Kind kind(String word) {
        return switch (word) {
            case "ec" -> Kind.EC;
            case "sm2" -> Kind.SM2;
            default -> throw wrong("--kind 为 ec 或 sm2。--kind is ec or sm2.");
        };
    }

    private static Optional<char[]> passphrase(Path file) throws IOException {
        if (file == null) return Optional.empty();
        try (var in = Files.newInputStream(file)) {
            var line = new String(in.readNBytes(4096), StandardCharsets.UTF_8).lines().findFirst().orElse("");
            return Optional.of(line.toCharArray());
        }
    }

    private static Path with(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
