package conclave.view;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the view says aloud during a test; it is not printed. */
final class Warnings implements AutoCloseable {

    private final Logger logger = (Logger) LoggerFactory.getLogger("conclave.view");
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();

    Warnings() {
        heard.start();
        logger.addAppender(heard);
        logger.setAdditive(false);
    }

    List<String> said() {
        return List.copyOf(heard.list).stream().filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(heard);
        logger.setAdditive(true);
    }
}
