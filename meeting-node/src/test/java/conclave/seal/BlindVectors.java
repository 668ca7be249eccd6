package conclave.seal;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** The four vectors of RFC 9474, which the browser's tests read from the same file. */
record BlindVectors(KeyPair pair, byte[] message, List<Vector> vectors) {

    record Vector(String variant, byte[] prefix, byte[] salt, BigInteger inverse, byte[] blinded, byte[] signed, byte[] signature) {
        byte[] input(byte[] message) {
            var input = Arrays.copyOf(prefix, prefix.length + message.length);
            System.arraycopy(message, 0, input, prefix.length, message.length);
            return input;
        }
    }

    static BlindVectors read() throws IOException, GeneralSecurityException {
        var shared = new TreeMap<String, byte[]>();
        var vectors = new ArrayList<Vector>();
        for (var block : text().split("\n\n")) {
            var fields = new TreeMap<String, String>();
            block.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).forEach(line -> fields.put(line[0], line[1]));
            if (fields.containsKey("variant")) vectors.add(vector(fields));
            else fields.forEach((name, value) -> shared.put(name, hex(value)));
        }
        return new BlindVectors(pair(new BigInteger(1, shared.get("n")), new BigInteger(1, shared.get("p"))), shared.get("msg"), vectors);
    }

    private static String text() throws IOException {
        try (var in = BlindVectors.class.getResourceAsStream("rfc9474.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static Vector vector(TreeMap<String, String> fields) {
        return new Vector(fields.get("variant"), hex(fields.get("prefix")), hex(fields.get("salt")), new BigInteger(fields.get("inv"), 16),
                hex(fields.get("blinded")), hex(fields.get("signed")), hex(fields.get("sig")));
    }

    private static byte[] hex(String value) {
        return value.equals("-") ? new byte[0] : HexFormat.of().parseHex(value);
    }

    private static KeyPair pair(BigInteger n, BigInteger p) throws GeneralSecurityException {
        var e = BigInteger.valueOf(65537);
        var q = n.divide(p);
        var p1 = p.subtract(BigInteger.ONE);
        var q1 = q.subtract(BigInteger.ONE);
        var d = e.modInverse(p1.multiply(q1));
        var keys = KeyFactory.getInstance("RSA");
        return new KeyPair(keys.generatePublic(new RSAPublicKeySpec(n, e)),
                keys.generatePrivate(new RSAPrivateCrtKeySpec(n, e, d, p, q, d.mod(p1), d.mod(q1), q.modInverse(p))));
    }
}
