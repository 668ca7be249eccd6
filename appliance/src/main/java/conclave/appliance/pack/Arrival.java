package conclave.appliance.pack;

import conclave.codec.JsonFields;
import conclave.exchange.AmendmentLines;
import conclave.exchange.Deadline;
import conclave.exchange.parcel.Journal.State;
import conclave.exchange.parcel.Outcome;
import conclave.exchange.parcel.Shelf;
import conclave.seal.container.SignedStatement;
import conclave.seal.container.Statement;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an import came to, told to whoever typed it, and what the node has made of it since.
 *
 * @param here whose certificates are known by name
 * @param at   the moment the import was judged at
 * @param seconds how long a running node is waited for
 */
record Arrival(Said said, Target target, Known here, Instant at, int seconds) {

    int tell(Outcome outcome) throws IOException {
        return switch (outcome) {
            case Outcome.Turned turned -> said.refused(turned.complaint());
            case Outcome.Known known -> {
                var lines = new ArrayList<>(Facing.lines(known.signed(), here));
                lines.add("✓ 这个数据包以前已经导入，未作任何改动。The package was imported before; nothing was changed.");
                yield followed(known.signed(), lines, Said.fields(known.signed().statement()).put("already", true));
            }
            case Outcome.Taken taken -> taken(taken);
            case Outcome.Shown shown -> said.refused(AmendmentShown.unconfirmed(shown.amendment()));
            case Outcome.Amending amending -> {
                var lines = new ArrayList<>(Facing.lines(amending.signed(), here));
                lines.addAll(AmendmentShown.lines(amending.amendment()));
                yield followed(amending.signed(), lines, Said.fields(amending.signed().statement()).put("already", false)
                        .list("changes", AmendmentLines.of(amending.amendment()), AmendmentShown::json));
            }
        };
    }

    private int taken(Outcome.Taken taken) throws IOException {
        said.findings(taken.warnings());
        var counts = taken.counts();
        var lines = new ArrayList<>(Facing.lines(taken.signed(), here));
        lines.add("申报人 Applicants    " + counts.applicants());
        lines.add("人员 People          " + counts.people());
        lines.add("材料 Documents       " + counts.documents() + "，" + counts.bytes() + " 字节 bytes");
        lines.add("提示 Warnings        " + taken.warnings().size());
        lines.add("✓ 导入完成，数量与发送方一致。Imported; the counts agree with the sender's.");
        var fields = Said.fields(taken.signed().statement()).put("already", false).put("applicants", counts.applicants()).put("people", counts.people())
                .put("documents", counts.documents()).put("bytes", counts.bytes()).put("warnings", taken.warnings().size());
        lines.add("· 会议启用后，请用 conclave meeting cards 制作登录卡，每人一张。Once the meeting is there, make everybody's sign-in card.");
        stopClock(taken.signed().statement(), lines, fields);
        return followed(taken.signed(), lines, fields);
    }

    /** The counts agree, so the clock of the way in stands still. */
    private void stopClock(Statement statement, List<String> lines, JsonFields fields) {
        if (statement.frozen().isEmpty()) return;
        var stopped = Deadline.in(statement.frozen().get(), Optional.of(at));
        lines.addAll(DayClock.lines(stopped, at));
        fields.put("deadline", DayClock.json(stopped, at));
    }

    /** What became of it in the node, as far as that is known by now. */
    private int followed(SignedStatement signed, List<String> lines, JsonFields fields) throws IOException {
        var packageId = signed.statement().packageId();
        var state = target.follow(packageId, seconds, System.err);
        var declined = Shelf.glance(target.data()).declined(packageId);
        if (declined.isPresent()) return said.refused(AmendmentShown.declined(packageId, declined.get()));
        if (state == State.UNKNOWN) return said.refused(Target.lost(packageId));
        lines.addAll(Followed.lines(signed, state, target.running()));
        Shelf.glance(target.data()).prepared(packageId).ifPresent(one -> {
            lines.addAll(PreparedTaken.lines(one));
            fields.put("prepared", PreparedTaken.json(one));
        });
        return said.done(lines, fields.put("state", state.name().toLowerCase(Locale.ROOT)));
    }
}
