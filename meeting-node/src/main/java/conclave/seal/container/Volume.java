package conclave.seal.container;

import java.util.Optional;

/** One volume as it was written or read: hashes in hex, SM3 in the GM profile only. */
public record Volume(String name, long size, String sha256, Optional<String> sm3) {
}
