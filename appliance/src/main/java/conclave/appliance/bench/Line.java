package conclave.appliance.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One laptop's connection, kept open: one request at a time, and its answer. Lives on the switchboard's one thread. */
final class Line extends ChannelInboundHandlerAdapter {

    /** Makes answers of bytes as they come. */
    interface Reading {

        /** The answer, once its last byte is here. */
        Optional<Answer> take(ByteBuf bytes);
    }

    /** Who waits for an answer. */
    interface Caller {
        void answered(Answer answer);

        void lost(Throwable why);
    }

    private final CompletableFuture<Line> opened;
    private Reading reader = new AnswerReader();
    private Channel channel;
    private Caller caller;

    Line(CompletableFuture<Line> opened) {
        this.opened = opened;
    }

    /** The request is written at once; ask again only after the answer. On the switchboard's thread. */
    void ask(ByteBuf request, Caller whoAsks) {
        caller = whoAsks;
        channel.writeAndFlush(request, channel.voidPromise());
    }

    /** The same from any thread. */
    CompletableFuture<Answer> ask(ByteBuf request) {
        var answer = new CompletableFuture<Answer>();
        channel.eventLoop().execute(() -> ask(request, new Caller() {
            @Override
            public void answered(Answer came) {
                answer.complete(came);
            }

            @Override
            public void lost(Throwable why) {
                answer.completeExceptionally(why);
            }
        }));
        return answer;
    }

    /** From the next answer on its body is counted and let go: whoever fetches hundreds of megabytes keeps none of it. */
    void keepHeadsOnly() {
        reader = new HeadReader();
    }

    boolean open() {
        return channel.isActive();
    }

    void close() {
        channel.close();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        channel = context.channel();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (!(event instanceof SslHandshakeCompletionEvent done)) return;
        if (done.isSuccess()) opened.complete(this);
        else lost(done.cause());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        var bytes = (ByteBuf) message;
        var answer = reader.take(bytes);
        bytes.release();
        if (answer.isEmpty() || caller == null) return;
        var who = caller;
        caller = null;
        who.answered(answer.get());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        lost(cause);
        context.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        lost(new IOException("the node closed the connection"));
    }

    private void lost(Throwable why) {
        opened.completeExceptionally(why);
        var who = caller;
        caller = null;
        if (who != null) who.lost(why);
    }
}
