package conclave.appliance.day;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** The kit's own authority, and nobody else, vouches for servers here. */
record Trust(SSLContext context) {

    static Trust in(Path authority) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        try (var in = Files.newInputStream(authority)) {
            store.setCertificateEntry("authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trusting.getTrustManagers(), null);
        return new Trust(context);
    }

    /**
     * The hash by which Chromium is told of the one key that it may accept. It is taken from a handshake in which the
     * authority vouched for the key and for the name: a certificate that does not hold fails here.
     */
    String keyOf(URI origin) throws IOException, GeneralSecurityException {
        try (var socket = (SSLSocket) context.getSocketFactory().createSocket(origin.getHost(), origin.getPort())) {
            var wanted = socket.getSSLParameters();
            wanted.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(wanted);
            socket.startHandshake();
            var key = socket.getSession().getPeerCertificates()[0].getPublicKey().getEncoded();
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(key));
        }
    }
}
