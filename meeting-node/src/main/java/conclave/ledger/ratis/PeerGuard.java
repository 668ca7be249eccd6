package conclave.ledger.ratis;

import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.ratis.proto.RaftProtos;
import org.apache.ratis.thirdparty.com.google.protobuf.ByteString;
import org.apache.ratis.thirdparty.io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import org.apache.ratis.thirdparty.io.grpc.Grpc;
import org.apache.ratis.thirdparty.io.grpc.Metadata;
import org.apache.ratis.thirdparty.io.grpc.ServerCall;
import org.apache.ratis.thirdparty.io.grpc.ServerCallHandler;
import org.apache.ratis.thirdparty.io.grpc.ServerInterceptor;
import org.apache.ratis.thirdparty.io.grpc.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds what a peer says to the certificate it showed: a vote or an entry in another's name is refused. Ratis itself
 * believes any certificate of the authority, whoever it speaks for. Nobody speaks to this port but the other nodes'
 * Ratis, so every other kind of request is refused as well.
 */
final class PeerGuard implements ServerInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(PeerGuard.class);

    private final Function<X509Certificate, Optional<String>> peerOf;
    private final Consumer<String> wrongName;

    PeerGuard(Function<X509Certificate, Optional<String>> peerOf, Consumer<String> wrongName) {
        this.wrongName = wrongName;
        this.peerOf = peerOf;
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        var shown = shown(call);
        return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            private boolean refused;

            @Override
            public void onMessage(Q message) {
                var claimed = claimed(message);
                if (!refused && shown.isPresent() && shown.equals(claimed)) {
                    super.onMessage(message);
                } else if (!refused) {
                    refused = true;
                    LOG.warn("a request in the name of peer {} came under the papers of peer {}: refused",
                            claimed.orElse("(none)"), shown.orElse("(none)"));
                    wrongName.accept(shown.orElse(""));
                    call.close(Status.PERMISSION_DENIED, new Metadata());
                    super.onCancel();
                }
            }

            @Override
            public void onHalfClose() {
                if (!refused) super.onHalfClose();
            }
        };
    }

    private Optional<String> shown(ServerCall<?, ?> call) {
        var session = call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION);
        if (session == null) return Optional.empty();
        try {
            Certificate[] chain = session.getPeerCertificates();
            return chain.length > 0 && chain[0] instanceof X509Certificate leaf ? peerOf.apply(leaf) : Optional.empty();
        } catch (SSLPeerUnverifiedException nothingShown) {
            return Optional.empty();
        }
    }

    private static Optional<String> claimed(Object message) {
        return switch (message) {
            case RaftProtos.RequestVoteRequestProto vote -> name(vote.getServerRequest().getRequestorId());
            case RaftProtos.AppendEntriesRequestProto append -> name(append.getServerRequest().getRequestorId());
            // A new keeper is asked whether it has a snapshot; it has none, and the log is sent from its beginning.
            case RaftProtos.InstallSnapshotRequestProto ask -> name(ask.getServerRequest().getRequestorId());
            case RaftProtos.StartLeaderElectionRequestProto start -> name(start.getServerRequest().getRequestorId());
            case RaftProtos.ReadIndexRequestProto read -> name(read.getServerRequest().getRequestorId());
            default -> Optional.empty();
        };
    }

    private static Optional<String> name(ByteString id) {
        return Optional.of(id.toStringUtf8());
    }
}
