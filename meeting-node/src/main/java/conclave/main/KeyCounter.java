package conclave.main;

import conclave.seal.KeyBox;
import conclave.seal.Unusable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a waiting node takes the key that two shares have made: a socket in its own folder, which only its owner enters, so that
 * the key touches no disk.
 */
public final class KeyCounter implements AutoCloseable {

    private static final String FILE = "keys.sock";
    private static final int KEY_BYTES = 32;
    private static final byte YES = 1;
    private static final byte NO = 0;

    private final Path file;
    private final ServerSocketChannel server;
    private final Selector selector;

    private KeyCounter(Path file, ServerSocketChannel server, Selector selector) {
        this.file = file;
        this.server = server;
        this.selector = selector;
    }

    static KeyCounter open(Path node) throws IOException {
        var file = node.resolve(FILE);
        Files.deleteIfExists(file);
        var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(file)).configureBlocking(false);
        var selector = Selector.open();
        server.register(selector, SelectionKey.OP_ACCEPT);
        return new KeyCounter(file, server, selector);
    }

    /** Waits a moment for somebody; whether a key was handed over that opens the box. */
    boolean handed(KeyBox box, long millis) throws IOException {
        selector.select(millis);
        selector.selectedKeys().clear();
        try (var caller = server.accept()) {
            if (caller == null) return false;
            caller.configureBlocking(true);
            var key = ByteBuffer.allocate(KEY_BYTES);
            while (key.hasRemaining() && caller.read(key) >= 0) continue;
            var opened = !key.hasRemaining() && opens(box, key.array());
            caller.write(ByteBuffer.wrap(new byte[] {opened ? YES : NO}));
            return opened;
        }
    }

    private static boolean opens(KeyBox box, byte[] key) {
        try {
            box.open(key);
            return true;
        } catch (Unusable other) {
            return false;
        }
    }

    /** Empty-handed where no node of this folder waits. */
    public static boolean hand(Path data, byte[] key) throws IOException {
        var file = data.resolve("node").resolve(FILE);
        if (!Files.exists(file)) return false;
        try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
            channel.write(ByteBuffer.wrap(key));
            var answer = ByteBuffer.allocate(1);
            return channel.read(answer) == 1 && answer.get(0) == YES;
        } catch (ConnectException nobodyListens) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        server.close();
        Files.deleteIfExists(file);
    }
}
