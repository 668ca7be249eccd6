package conclave.ledger.ratis;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.apache.ratis.thirdparty.io.netty.handler.ssl.NotSslRecordException;

/**
 * What came to the ledger's port and was no greeting at all. gRPC ends such a connection and tells nobody but its log, so
 * its log is what is listened to. Papers that do not fit are seen where they are looked at; a peer that is cut off in the
 * middle of a word is no stranger.
 */
final class FailedGreetings extends Handler {

    private static final String GRPC_SERVER = "org.apache.ratis.thirdparty.io.grpc.netty.WriteBufferingAndExceptionHandler";

    private final Logger log = Logger.getLogger(GRPC_SERVER);
    private final Runnable told;

    private FailedGreetings(Runnable told) {
        this.told = told;
        setLevel(Level.ALL);
    }

    static FailedGreetings toldTo(Runnable told) {
        var heard = new FailedGreetings(told);
        heard.log.setLevel(Level.FINE);
        heard.log.addHandler(heard);
        return heard;
    }

    @Override
    public void publish(LogRecord entry) {
        for (var why = entry.getThrown(); why != null; why = why.getCause()) {
            if (why instanceof NotSslRecordException) told.run();
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        log.removeHandler(this);
    }
}
