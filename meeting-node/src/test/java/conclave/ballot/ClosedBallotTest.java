package conclave.ballot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import conclave.ballot.ClosedBallot.Flaw;
import conclave.seal.SmallKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClosedBallotTest {

    private final Election election = new Election(new Paper(Paper.Form.APPROVE, 0, List.of("ap_1")), 9, 5, List.of(SmallKeys.signer()), SmallKeys.round());
    private final ClosedBallot record = closed();

    private ClosedBallot closed() {
        election.box.open(7);
        for (var held : election.issue(6)) election.box.take(election.cast(held, held.token()[0] & 1));
        return election.box.close();
    }

    private ClosedBallot with(int issued, int returned, int valid, List<SignedToken> tokens, List<List<Integer>> columns) {
        return new ClosedBallot(record.announcement(), issued, returned, valid, record.voided(), tokens, columns);
    }

    private void found(Flaw flaw, ClosedBallot changed) {
        assertEquals(List.of(flaw), changed.flaws(election.announced));
    }

    @Test
    void whateverIsChangedInTheRecordIsFound() {
        var tokens = record.tokens();
        var columns = record.columns();
        assertEquals(List.of(), record.flaws(election.announced));
        found(Flaw.COUNTS, with(10, 6, 6, tokens, columns));
        found(Flaw.COUNTS, with(7, 7, 6, tokens, columns));
        found(Flaw.COLUMNS, with(7, 6, 5, tokens, columns));
        found(Flaw.COLUMNS, with(7, 6, 6, tokens, List.of(List.of(0, 0, 0, 1, 1, 3))));
        found(Flaw.COLUMNS, with(7, 6, 6, tokens, List.of(List.of(1, 0, 0, 1, 1, 1))));
        found(Flaw.COLUMNS, with(7, 6, 6, tokens, List.of()));
        found(Flaw.ORDER, with(7, 6, 6, tokens.reversed(), columns));
        var twice = new ArrayList<>(tokens);
        twice.set(1, twice.getFirst());
        found(Flaw.ORDER, with(7, 6, 6, twice, columns));
        var forged = new ArrayList<>(tokens);
        forged.set(0, new SignedToken(tokens.getFirst().token(), tokens.getLast().signatures()));
        found(Flaw.SIGNATURE, with(7, 6, 6, forged, columns));
        forged.set(0, new SignedToken(tokens.getFirst().token(), List.of()));
        found(Flaw.SIGNATURE, with(7, 6, 6, forged, columns));
        found(Flaw.VOID, new ClosedBallot(record.announcement(), 7, 6, 6, Optional.of(ClosedBallot.Void.TOO_FEW), tokens, List.of()));
        found(Flaw.OTHER_BALLOT, new ClosedBallot("0".repeat(64), 7, 6, 6, record.voided(), tokens, columns));
    }

    @Test
    void aForgedTokenInAnySpellingIsFoundAndNothingThrows() {
        for (var token : new String[] {"", "!", "AA", "A".repeat(5000), record.tokens().get(2).token() + "="}) {
            var forged = new ArrayList<>(record.tokens());
            forged.set(2, new SignedToken(token, forged.get(2).signatures()));
            assertTrue(with(7, 6, 6, forged, record.columns()).flaws(election.announced).contains(Flaw.SIGNATURE), token);
        }
    }

    @Test
    void everyFieldOfAnAnnouncementIsInItsDigest() {
        var it = election.announced;
        var more = new Paper(Paper.Form.APPROVE, 0, List.of("ap_1", "ap_2"));
        for (var other : List.of(new Announcement("bl_x", it.voters(), 9, 5, it.paper(), it.signers(), it.round()),
                new Announcement(it.ballot(), "6".repeat(64), 9, 5, it.paper(), it.signers(), it.round()),
                new Announcement(it.ballot(), it.voters(), 8, 5, it.paper(), it.signers(), it.round()),
                new Announcement(it.ballot(), it.voters(), 9, 4, it.paper(), it.signers(), it.round()),
                new Announcement(it.ballot(), it.voters(), 9, 5, more, it.signers(), it.round()),
                new Announcement(it.ballot(), it.voters(), 9, 5, new Paper(Paper.Form.RANK, 0, List.of("ap_1")), it.signers(), it.round()),
                new Announcement(it.ballot(), it.voters(), 9, 5, it.paper(), List.of(it.round()), it.round()),
                new Announcement(it.ballot(), it.voters(), 9, 5, it.paper(), it.signers(), it.signers().getFirst()))) {
            assertNotEquals(it.hex(), other.hex());
        }
        assertThrows(IllegalArgumentException.class, () -> new Announcement("bl_1\n9", it.voters(), 9, 5, it.paper(), it.signers(), it.round()));
        assertThrows(IllegalArgumentException.class, () -> new Paper(Paper.Form.APPROVE, 0, List.of("a\nb")));
    }

    @Test
    void wholePapersGivePossibleColumnsAndSpoiltOnesAreNotRead() {
        var random = new Random(318);
        for (int run = 0; run < 3_000; run++) {
            int options = 1 + random.nextInt(6);
            var names = new ArrayList<String>();
            for (int i = 0; i < options; i++) names.add("ap_" + i);
            var form = Paper.Form.values()[run % 3];
            var paper = new Paper(form, form == Paper.Form.CHOOSE ? 1 + random.nextInt(options) : 0, names);
            var read = new ArrayList<int[]>();
            for (int i = 0; i < 60; i++) {
                var opened = new byte[options];
                for (int at = 0; at < options; at++) opened[at] = (byte) random.nextInt(form == Paper.Form.RANK ? options + 1 : 3);
                paper.read(opened).ifPresent(read::add);
            }
            var columns = new ArrayList<List<Integer>>();
            for (int at = 0; at < options; at++) {
                int option = at;
                columns.add(read.stream().map(marks -> marks[option]).sorted().toList());
            }
            assertTrue(paper.gives(columns, read.size()), "seed 318, run " + run);
            if (form != Paper.Form.APPROVE) read.forEach(marks -> assertTrue(whole(paper, marks), "seed 318"));
        }
    }

    private static boolean whole(Paper paper, int[] marks) {
        var sorted = marks.clone();
        Arrays.sort(sorted);
        int sum = Arrays.stream(marks).sum();
        if (paper.form() == Paper.Form.CHOOSE) return sum <= paper.atMost() && sorted[sorted.length - 1] <= 1;
        for (int i = 0; i < sorted.length; i++) if (sum != 0 && sorted[i] != i + 1) return false;
        return true;
    }
}
