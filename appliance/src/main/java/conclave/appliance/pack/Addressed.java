package conclave.appliance.pack;

import conclave.exchange.parcel.Order;
import conclave.main.PackageRoom;
import conclave.seal.RandomIds;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** For whom a package is, after which other one it comes, and how long it may be imported. */
final class Addressed {

    private static final long MEGABYTE = 1_000_000;

    @Option(names = "--recipient", paramLabel = "CERT", description = "接收方证书，可多次使用。A recipient's certificate; may be repeated.")
    private List<Path> recipients = List.of();

    @Option(names = "--profile", defaultValue = "international", description = "算法体系：international 或 gm（国密）。international or gm (${DEFAULT-VALUE}).")
    private String profile;

    @Option(names = "--meeting", required = true, paramLabel = "ID", description = "会议编号，与原数据包相同。The meeting's number, as in the package before.")
    private String meeting;

    @Option(names = "--predecessor", required = true, paramLabel = "ID", description = "所更正的数据包编号。The id of the package that is amended.")
    private String predecessor;

    @Option(names = "--sequence", defaultValue = "2", paramLabel = "N", description = "该会议的第几个数据包。Which package of the meeting (${DEFAULT-VALUE}).")
    private long sequence;

    @Option(names = "--id", paramLabel = "ID", description = "数据包编号；默认随机。The package's id (random).")
    private String id;

    @Option(names = "--valid-until", paramLabel = "YYYY-MM-DD", description = "到哪天为止可以导入；默认 60 天后。Last day of import (60 days).")
    private LocalDate until;

    @Option(names = "--volume-size", paramLabel = "MB", description = "每卷大小上限，单位 MB；默认适合 FAT32 U 盘。Largest volume in MB (fits FAT32).")
    private Long volumeSize;

    String predecessor() {
        return predecessor;
    }

    Order order(CommandSpec spec, Holding holding, PackageType type, String purpose) throws IOException {
        var cryptography = PackageRoom.cryptography();
        var with = Profile.named(profile).orElseThrow(() -> wrong(spec, "--profile 只能是 international 或 gm。It is international or gm."));
        var keys = holding.keys();
        if (keys.isEmpty()) throw wrong(spec, "请用 --key 给出签名私钥。Name the key that signs with --key.");
        var certificates = certificates();
        var first = LocalDate.now(WallClock.HERE);
        var last = until == null ? first.plusDays(60) : until;
        try {
            return new Order(type, id == null ? RandomIds.next("pkg") : id, sequence, Optional.of(predecessor), meeting, purpose,
                    first.atStartOfDay(WallClock.HERE).toInstant(), last.plusDays(1).atStartOfDay(WallClock.HERE).toInstant(),
                    certificates.stream().map(Holding::print).toList(), "conclave package " + type.word(), cryptography.of(with),
                    envelope(spec, holding, with, certificates), cryptography.signer(keys),
                    volumeSize == null ? VolumeNames.USUAL_SIZE : volumeSize * MEGABYTE);
        } catch (IllegalArgumentException e) {
            throw wrong(spec, "参数不正确。" + e.getMessage());
        }
    }

    List<byte[]> certificates() throws IOException {
        var certificates = new ArrayList<byte[]>();
        for (var file : recipients) certificates.add(PackageRoom.papers().certificates(file).getFirst());
        return certificates;
    }

    private static Envelope envelope(CommandSpec spec, Holding holding, Profile with, List<byte[]> certificates) throws IOException {
        var secret = holding.passphrase();
        if (secret.isPresent() != certificates.isEmpty()) {
            throw wrong(spec, "请用 --recipient 给出接收方证书，或用 --passphrase-file 给出口令，二者取其一。Say who may open it: --recipient, or --passphrase-file.");
        }
        return secret.isPresent() ? PackageRoom.cryptography().envelopeFor(with, secret.get()) : PackageRoom.cryptography().envelopeFor(with, certificates);
    }

    private static ParameterException wrong(CommandSpec spec, String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
