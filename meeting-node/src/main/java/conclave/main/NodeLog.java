package conclave.main;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node writes down about itself: JSON, one line an event, at most 50 MB in all, and nobody's name in it. */
public final class NodeLog implements AutoCloseable {

    private static final long FILE_BYTES = 10L << 20;
    private static final int OLD_FILES = 4;
    /** Libraries whose INFO is of use to their authors only. */
    private static final List<String> QUIET = List.of("org.apache.ratis", "com.hazelcast", "io.netty", "io.vertx", "io.grpc");

    private final LoggerContext context;
    private final RollingFileAppender<ILoggingEvent> file;

    private NodeLog(LoggerContext context, RollingFileAppender<ILoggingEvent> file) {
        this.context = context;
        this.file = file;
    }

    /** From now on also into {@code node.jsonl} of this folder. */
    public static NodeLog into(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        for (var name : QUIET) context.getLogger(name).setLevel(Level.WARN);
        var file = file(context, folder);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(file);
        return new NodeLog(context, file);
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path folder) {
        var file = new RollingFileAppender<ILoggingEvent>();
        file.setContext(context);
        file.setName(folder.toString());
        file.setFile(folder.resolve("node.jsonl").toString());
        file.setEncoder(json(context));
        file.setRollingPolicy(fourOldFiles(context, file, folder));
        file.setTriggeringPolicy(whenLarge(context));
        file.addFilter(new KnownNoise());
        file.start();
        return file;
    }

    private static JsonEncoder json(LoggerContext context) {
        var json = new JsonEncoder();
        json.setContext(context);
        json.setWithSequenceNumber(false);
        json.setWithNanoseconds(false);
        json.setWithContext(false);
        json.setWithArguments(false);
        json.setWithMessage(false);
        json.setWithFormattedMessage(true);
        json.start();
        return json;
    }

    private static FixedWindowRollingPolicy fourOldFiles(LoggerContext context, RollingFileAppender<ILoggingEvent> file, Path folder) {
        var rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context);
        rolling.setParent(file);
        rolling.setFileNamePattern(folder.resolve("node.%i.jsonl").toString());
        rolling.setMinIndex(1);
        rolling.setMaxIndex(OLD_FILES);
        rolling.start();
        return rolling;
    }

    private static SizeBasedTriggeringPolicy<ILoggingEvent> whenLarge(LoggerContext context) {
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(FILE_BYTES));
        size.start();
        return size;
    }

    @Override
    public void close() {
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(file);
        file.stop();
    }
}
