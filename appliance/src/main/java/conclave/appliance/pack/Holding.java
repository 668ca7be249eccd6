package conclave.appliance.pack;

import conclave.exchange.parcel.Opening;
import conclave.main.PackageRoom;
import conclave.seal.Digests;
import conclave.seal.container.PackageKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Keys and passphrases, from files: on a command line everybody on the machine could read them. */
public final class Holding {

    private static final int LONGEST = 4096;

    @Option(names = "--key", paramLabel = "FILE", description = "私钥文件，可多次使用。A private key with its certificate; may be repeated.")
    private List<Path> keys = List.of();

    @Option(names = "--key-passphrase-file", paramLabel = "FILE", description = "私钥文件的口令，在文件的第一行。The passphrase of the keys, the first line of a file.")
    private Path keyPassphrase;

    @Option(names = "--passphrase-file", paramLabel = "FILE", description = "数据包的口令，在文件的第一行。The passphrase of the package, the first line of a file.")
    private Path passphrase;

    public List<PackageKey> keys() throws IOException {
        return keys(keys);
    }

    /** The same of others, under the same passphrase where there is one. */
    public List<PackageKey> keys(List<Path> files) throws IOException {
        var read = new ArrayList<PackageKey>();
        var secret = keyPassphrase == null ? Optional.<char[]>empty() : Optional.of(line(keyPassphrase));
        for (var file : files) read.add(PackageRoom.papers().read(file, secret));
        return read;
    }

    public List<byte[]> certificates() throws IOException {
        return keys().stream().map(PackageKey::certificate).toList();
    }

    public Optional<char[]> passphrase() throws IOException {
        return passphrase == null ? Optional.empty() : Optional.of(line(passphrase));
    }

    /** By passphrase where one is given, else by the keys; empty where there is neither. */
    public Optional<Opening> opening() throws IOException {
        var cryptography = PackageRoom.cryptography();
        var secret = passphrase();
        if (secret.isPresent()) return Optional.of(Opening.byPassphrase(cryptography.with(secret.get())));
        var read = keys();
        if (read.isEmpty()) return Optional.empty();
        return Optional.of(new Opening(cryptography.with(read), read.stream().map(key -> print(key.certificate())).collect(Collectors.toSet())));
    }

    /** The same for those who can do nothing without. */
    public Opening needed(CommandSpec spec) throws IOException {
        return opening().orElseThrow(() -> new ParameterException(spec.commandLine(),
                "请用 --key 给出接收方私钥，或用 --passphrase-file 给出口令。Say how to open it: --key, or --passphrase-file."));
    }

    public static String print(byte[] certificate) {
        return Digests.hex(Digests.sha256(certificate));
    }

    private static char[] line(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").toCharArray();
        }
    }
}
