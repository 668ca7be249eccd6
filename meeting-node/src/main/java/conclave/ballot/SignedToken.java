package conclave.ballot;

import conclave.seal.TokenKey;
import java.util.List;

/** One returned paper's right to be there, in base64url, as everybody may verify it. It says nothing of a choice or a person. */
public record SignedToken(String token, List<String> signatures) {
    public SignedToken {
        signatures = List.copyOf(signatures);
    }

    boolean signedBy(List<TokenKey> keys) {
        if (keys.size() != signatures.size()) return false;
        try {
            var bytes = Announcement.read(token);
            for (int i = 0; i < keys.size(); i++) {
                if (!keys.get(i).signed(bytes, Announcement.read(signatures.get(i)))) return false;
            }
            return bytes.length == Cast.TOKEN;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
