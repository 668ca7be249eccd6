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
import java.util.Optional;
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

    private final String host;
    private final InetSocketAddress node;
    private final Optional<SslContext> tls;
    private final MultiThreadIoEventLoopGroup threads;

    private Switchboard(String host, InetSocketAddress node, Optional<SslContext> tls, MultiThreadIoEventLoopGroup threads) {
        this.host = host;
        this.node = node;
        this.tls = tls;
        this.threads = threads;
    }

    Switchboard(String host, int port, Path authority) throws IOException {
        this(host + ":" + port, new InetSocketAddress(host, port), Optional.of(trusting(authority)), oneThread());
    }

    /** Without TLS, to a server that is none of ours. */
    static Switchboard plain(String host, int port) {
        return new Switchboard(host + ":" + port, new InetSocketAddress(host, port), Optional.empty(), oneThread());
    }

    /** To another node, under the same name and on the same thread. It ends with this one. */
    Switchboard at(String address, int port) {
        return new Switchboard(host, new InetSocketAddress(address, port), tls, threads);
    }

    private static SslContext trusting(Path authority) throws IOException {
        return SslContextBuilder.forClient().sslProvider(SslProvider.OPENSSL).trustManager(authority.toFile()).build();
    }

    private static MultiThreadIoEventLoopGroup oneThread() {
        return new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
    }

    /** What laptops call it, whichever node answers. */
    String host() {
        return host;
    }

    /** The one thread on which everything of the connections happens. */
    EventLoop thread() {
        return (EventLoop) threads.next();
    }

    /** A fresh connection, its handshake done. */
    CompletableFuture<Line> connect() {
        var opened = new CompletableFuture<Line>();
        var line = new Line(opened);
        new Bootstrap().group(threads).channel(EpollSocketChannel.class).option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        tls.ifPresent(papers -> channel.pipeline().addLast(papers.newHandler(channel.alloc(), node.getHostString(), node.getPort())));
                        channel.pipeline().addLast(line);
                    }
                })
                .connect(node).addListener(done -> {
                    if (!done.isSuccess()) opened.completeExceptionally(done.cause());
                    else if (tls.isEmpty()) opened.complete(line);
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
