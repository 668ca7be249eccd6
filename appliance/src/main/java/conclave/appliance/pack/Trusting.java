package conclave.appliance.pack;

import conclave.main.PackageRoom;
import conclave.seal.container.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Whose packages are believed here. */
final class Trusting {

    @Option(names = "--trust", paramLabel = "CERT", description = "可信任的证书或其签发机构的证书，可多次使用；不给出时用数据目录 trust 文件夹内的证书。"
            + "A certificate that is believed, or its authority's; may be repeated. Without it, those in the folder trust of the data folder.")
    private List<Path> files = List.of();

    Trust trust(Path data) throws IOException {
        var anchors = new ArrayList<byte[]>();
        for (var file : files.isEmpty() ? enrolled(data) : files) anchors.addAll(PackageRoom.papers().certificates(file));
        return Trust.in(anchors.toArray(byte[][]::new));
    }

    Trust trust() throws IOException {
        return trust(Path.of(""));
    }

    private static List<Path> enrolled(Path data) throws IOException {
        var folder = data.resolve("trust");
        if (data.toString().isEmpty() || !Files.isDirectory(folder)) return List.of();
        try (var all = Files.list(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
