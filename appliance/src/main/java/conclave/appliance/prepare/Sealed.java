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
        var cryptography = PackageRoom.cryptography();
        return new Desk(cryptography.check(), trusting.trust(Path.of(""), at), holding.needed(spec), cryptography, at, judging.confirmed(), Optional.empty());
    }
}
