package conclave.appliance.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The laptops' end of all connections: one thread, native sockets and OpenSSL, HTTP/1.1 as plain bytes, so that of
 * the processors that both ends share the node has as much as can be.
 */
final class Switchboard implements AutoCloseable {

    static {
        // Four hundred laptops have never met the server before: none of them has a session to resume.
        System.setProperty("io.netty.handler.ssl.openssl.sessionCacheClient", "false");
    }

    private final InetSocketAddress node;
    private final SslContext tls;
    private final MultiThreadIoEventLoopGroup threads = new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());

    Switchboard(String host, int port, Path authority) throws IOException {
        this.node = new InetSocketAddress(host, port);
        this.tls = SslContextBuilder.forClient().sslProvider(SslProvider.OPENSSL).trustManager(authority.toFile()).build();
    }

    String host() {
        return node.getHostString() + ":" + node.getPort();
    }

    /** The one thread on which everything of the connections happens. */
    EventLoop thread() {
        return (EventLoop) threads.next();
    }

    /** A fresh connection, its handshake done. */
    CompletableFuture<Line> connect() {
        var opened = new CompletableFuture<Line>();
        new Bootstrap().group(threads).channel(EpollSocketChannel.class).option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(tls.newHandler(channel.alloc(), node.getHostString(), node.getPort()), new Line(opened));
                    }
                })
                .connect(node).addListener(done -> {
                    if (!done.isSuccess()) opened.completeExceptionally(done.cause());
                });
        return opened;
    }

    /** Something that everybody may ask, over a connection of its own. */
    CompletableFuture<Answer> get(String path) {
        return connect().thenCompose(line -> line.ask(Laptop.open(path, host())).whenComplete((_, _) -> line.close()));
    }

    @Override
    public void close() {
        threads.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
