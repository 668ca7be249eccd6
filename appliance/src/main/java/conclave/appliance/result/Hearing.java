package conclave.appliance.result;

import conclave.appliance.pack.Holding;
import conclave.appliance.pack.Trusting;
import conclave.exchange.parcel.Desk;
import conclave.exchange.parcel.Opening;
import conclave.main.PackageRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;

/** Whose answers are believed here, and with what those that are sealed open. */
final class Hearing {

    @Mixin
    private Holding holding;

    @Mixin
    private Trusting trusting;

    /** A key is needed for sealed answers only: without one they open to nobody. */
    Desk desk(Path data, String meeting) throws IOException {
        return desk(holding, trusting, data, meeting);
    }

    static Desk desk(Holding holding, Trusting trusting, Path data, String meeting) throws IOException {
        var cryptography = PackageRoom.cryptography();
        var opening = holding.opening().orElse(new Opening(cryptography.with(List.of()), Set.of("")));
        return new Desk(cryptography.check(), trusting.trust(data), opening, cryptography, Instant.now(), false, Optional.of(meeting));
    }
}
