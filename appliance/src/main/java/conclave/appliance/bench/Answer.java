package conclave.appliance.bench;

import conclave.codec.CanonicalJson;
import conclave.codec.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** An HTTP answer as its bytes came. */
record Answer(int status, byte[] bytes, int bodyAt) {

    byte[] body() {
        return Arrays.copyOfRange(bytes, bodyAt, bytes.length);
    }

    Json.Obj json() {
        return CanonicalJson.readObject(body());
    }

    Optional<String> header(String name) {
        var head = new String(bytes, 0, bodyAt, StandardCharsets.ISO_8859_1);
        return head.lines().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip()).findFirst();
    }

    /** Whether these bytes stand in the body at once after a whole number: {"at":1767225600000,"receipt":{… */
    boolean holdsReceipt() {
        return status == 200 && startsAfterNumber(bodyAt, "{\"at\":", ",\"receipt\":{");
    }

    private boolean startsAfterNumber(int at, String before, String after) {
        if (!stands(at, before)) return false;
        int next = at + before.length();
        while (next < bytes.length && bytes[next] >= '0' && bytes[next] <= '9') next++;
        return stands(next, after);
    }

    private boolean stands(int at, String text) {
        if (at + text.length() > bytes.length) return false;
        for (int i = 0; i < text.length(); i++) {
            if (bytes[at + i] != text.charAt(i)) return false;
        }
        return true;
    }

    String describe() {
        return status + " " + new String(bytes, bodyAt, Math.min(300, bytes.length - bodyAt), StandardCharsets.UTF_8);
    }
}
