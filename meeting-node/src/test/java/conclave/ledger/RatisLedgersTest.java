package conclave.ledger;

import conclave.ledger.ratis.RatisLedgers;
import conclave.ledger.ratis.RatisOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

final class RatisLedgersTest extends LedgerContract {

    @TempDir
    Path folder;

    @Override
    Ledgers start() throws Exception {
        return new RatisLedgers(new RatisOptions(folder, "node-1", "127.0.0.1", 0, Optional.empty(), this::alarm));
    }

    @Override
    Ledgers restart() throws Exception {
        ledgers.close();
        return start();
    }
}
