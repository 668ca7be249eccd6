package conclave.main;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import org.apache.ratis.protocol.exceptions.ServerNotReadyException;
import org.junit.jupiter.api.Test;

/** A node that begins or ends beside this one is no error of this one; everything else is heard as before. */
class KnownNoiseTest {

    private static final String RATIS = "org.apache.ratis.server.RaftServer$Division";
    private static final String VERTX = "io.vertx.core.net.impl.ConnectionBase";

    @Test
    void aPeerThatIsNotReadyYetAndAConnectionThatEndedAreNotErrors() {
        assertEquals(FilterReply.DENY, said(RATIS, Level.ERROR, "Failed appendEntries* a->b", new ServerNotReadyException("not yet")));
        assertEquals(FilterReply.DENY, said(VERTX, Level.ERROR, null, null));
        assertEquals(FilterReply.DENY, said("io.vertx.core.http.impl.HttpClientRequestImpl", Level.ERROR, "SSLEngine closed already", null));
    }

    @Test
    void everythingElseIsHeard() {
        assertEquals(FilterReply.NEUTRAL, said(RATIS, Level.ERROR, "Failed appendEntries* a->b", new IllegalStateException("broken")));
        assertEquals(FilterReply.NEUTRAL, said(RATIS, Level.ERROR, "the log is broken", null));
        assertEquals(FilterReply.NEUTRAL, said(VERTX, Level.ERROR, null, new IllegalStateException()));
        assertEquals(FilterReply.NEUTRAL, said("conclave.node.House", Level.ERROR, null, new ServerNotReadyException("ours")));
    }

    private static FilterReply said(String logger, Level level, String message, Throwable thrown) {
        return new KnownNoise().decide(new LoggingEvent("test", new LoggerContext().getLogger(logger), level, message, thrown, null));
    }
}
