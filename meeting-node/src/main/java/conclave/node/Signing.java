package conclave.node;

import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoundId;
import conclave.seal.TokenKey;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One person's token on its way to all who sign: each looks into the record by itself, and signs its own part. */
record Signing(BallotWire wire, RoundId round, PersonId person, List<byte[]> blinded) {

    /** @param place among the signers of the announcement */
    record Part(int place, byte[] signature) {
    }

    /**
     * Empty where one of them does not sign now; asked again, all sign the same. What is no signature of the one whose place it takes is
     * none: a laptop that was handed it would have to think its token burnt.
     */
    CompletableFuture<Optional<List<byte[]>>> all(List<String> signers, Optional<Part> own) {
        var others = own.isPresent() && signers.size() == 1 ? List.<String>of() : wire.servers();
        var asked = others.stream().map(peer -> wire.sign(peer, round, person, blinded)
                .handle((part, away) -> away == null ? Optional.of(part) : Optional.<Part>empty())).toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(_ -> {
            var signatures = new byte[signers.size()][];
            own.ifPresent(part -> signatures[part.place()] = part.signature());
            for (var one : asked) one.join().filter(part -> holds(signers, part)).ifPresent(part -> signatures[part.place()] = part.signature());
            return Arrays.stream(signatures).allMatch(each -> each != null) && !signers.isEmpty() ? Optional.of(List.of(signatures)) : Optional.empty();
        });
    }

    private boolean holds(List<String> signers, Part part) {
        if (part.place() < 0 || part.place() >= signers.size() || part.place() >= blinded.size()) return false;
        return TokenKey.of(BallotWire.read(signers.get(part.place()))).signedBlindly(blinded.get(part.place()), part.signature());
    }
}
