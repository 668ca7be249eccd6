package conclave.appliance.bench;

import io.netty.buffer.ByteBuf;

/** Who sends one request after the other over a connection of its own. */
interface Sender {

    Line line();

    /** The same again, until it was acknowledged. */
    ByteBuf next();

    boolean acknowledges(Answer answer);

    void acknowledgementCame();
}
