package conclave.appliance.prepare;

import conclave.appliance.pack.Holding;
import conclave.appliance.pack.Judging;
import conclave.appliance.pack.Trusting;
import conclave.exchange.parcel.Desk;
import conclave.main.PackageRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** How a package is opened by the office that prepares it, which is one of its recipients. */
final class Sealed {

    @Mixin
    private Holding holding;

    @Mixin
    private Trusting trusting;

    @Mixin
    private Judging judging;

    Holding holding() {
        return holding;
    }

    Desk desk(CommandSpec spec) throws IOException {
        var at = judging.at();
        var opening = holding.opening().orElseThrow(() -> new ParameterException(spec.commandLine(),
                "请用 --key 给出接收方私钥，或用 --passphrase-file 给出口令。Say how to open it: --key, or --passphrase-file."));
        var cryptography = PackageRoom.cryptography();
        return new Desk(cryptography.check(), trusting.trust(Path.of(""), at), opening, cryptography, at, judging.confirmed(), Optional.empty());
    }
}
