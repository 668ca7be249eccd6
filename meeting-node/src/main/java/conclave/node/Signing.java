package conclave.node;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One person's token on its way to all who sign: each looks into the record by itself, and signs its own part. */
record Signing(BallotWire wire, RoundId round, PersonId person, List<byte[]> blinded) {

    /** @param place among the signers of the announcement */
    record Part(int place, byte[] signature) {
    }

    /** Empty where one of them does not sign now; asked again, all sign the same. */
    CompletableFuture<Optional<List<byte[]>>> all(int signers, Optional<Part> own) {
        var others = own.isPresent() && signers == 1 ? List.<String>of() : wire.servers();
        var asked = others.stream().map(peer -> wire.sign(peer, round, person, blinded)
                .handle((part, away) -> away == null ? Optional.of(part) : Optional.<Part>empty())).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(_ -> {
            var signatures = new byte[signers][];
            own.ifPresent(part -> signatures[part.place()] = part.signature());
            for (var one : asked) one.join().filter(part -> part.place() >= 0 && part.place() < signers).ifPresent(part -> signatures[part.place()] = part.signature());
            return Arrays.stream(signatures).allMatch(each -> each != null) && signers > 0 ? Optional.of(List.of(signatures)) : Optional.empty();
        });
    }
}
