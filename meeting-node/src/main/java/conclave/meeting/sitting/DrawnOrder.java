package conclave.meeting.sitting;

import conclave.meeting.event.Id.ApplicantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** 抽签顺序: by the digest of the drawn chance and the applicant, so that anybody can draw it again. */
final class DrawnOrder {

    private DrawnOrder() {
    }

    static List<ApplicantId> of(List<ApplicantId> applicants, String chance) {
        var order = new TreeMap<String, ApplicantId>();
        for (var applicant : applicants) order.put(digest(chance + "\n" + applicant.value()), applicant);
        return List.copyOf(order.values());
    }

    private static String digest(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
