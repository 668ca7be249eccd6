package conclave.main;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;

/**
 * What libraries call an error and what is none here; it would bury the errors that are. Each belongs to a node that
 * ends or begins, and whoever waits for an answer is told so by other means.
 */
final class KnownNoise extends Filter<ILoggingEvent> {

    @Override
    public FilterReply decide(ILoggingEvent event) {
        var known = event.getLevel() == Level.ERROR && (notReady(event) || connectionEnded(event));
        return known ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** A peer that is just starting is sent entries, says "not yet", and is sent them again; it has acknowledged nothing. */
    private static boolean notReady(ILoggingEvent event) {
        var thrown = event.getThrowableProxy();
        return event.getLoggerName().startsWith("org.apache.ratis.server.") && thrown != null
                && thrown.getClassName().equals("org.apache.ratis.protocol.exceptions.ServerNotReadyException");
    }

    /** Whoever asked over the connection hears of its end as a failed answer; here it comes without a cause or a word. */
    private static boolean connectionEnded(ILoggingEvent event) {
        var message = event.getFormattedMessage();
        return event.getLoggerName().startsWith("io.vertx.core.") && event.getThrowableProxy() == null
                && (message == null || message.equals("<missing-log-message>") || message.equals("SSLEngine closed already"));
    }
}
