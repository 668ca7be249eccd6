package conclave.ledger;

final class MemoryLedgersTest extends LedgerContract {

    @Override
    Ledgers start() {
        return new MemoryLedgers(this::alarm);
    }

    @Override
    Ledgers restart() {
        return ((MemoryLedgers) ledgers).restarted(this::alarm);
    }
}
