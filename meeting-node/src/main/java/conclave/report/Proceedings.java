package conclave.report;

import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Id.SittingId;
import conclave.meeting.event.Item;
import conclave.meeting.event.SittingEvent.Attended;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.RecusalLifted;
import conclave.meeting.event.SittingEvent.RoundClosed;
import conclave.meeting.event.SittingEvent.SittingOpened;
import conclave.meeting.event.TransferEvent.TallySignedOff;
import conclave.meeting.sitting.Round;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** 评审情况表: of each room who was there when, who was recused, and what its rounds were given. What was voted stands elsewhere. */
final class Proceedings {

    private final Held held;
    private final List<SittingOpened> sittings = new ArrayList<>();
    private final TreeMap<SittingId, TreeSet<PersonId>> present = new TreeMap<>();
    private final TreeMap<String, RoundClosed> closed = new TreeMap<>();
    private final TreeMap<String, Long> signed = new TreeMap<>();
    private final List<Fact> recusals = new ArrayList<>();

    private Proceedings(Held held) {
        this.held = held;
        held.facts().forEach(this::note);
    }

    static Form of(Held held) {
        var proceedings = new Proceedings(held);
        var parts = new ArrayList<Part>();
        for (var room : held.rooms()) parts.addAll(proceedings.room(room));
        return new Form("proceedings", "评审情况表", held.heading(), parts, List.of("秘书（签字）", "主任委员（签字）", "纪检监察人员（签字）", "日期"), held.basis());
    }

    private void note(Fact fact) {
        switch (fact.event()) {
            case SittingOpened e -> sittings.add(e);
            case Attended e -> present.computeIfAbsent(e.sitting(), _ -> new TreeSet<>()).add(e.person());
            case RoundClosed e -> closed.put(e.round().value(), e);
            case TallySignedOff e -> signed.put(e.round().value(), fact.at());
            case ExpertRecused _, RecusalLifted _ -> recusals.add(fact);
            default -> { }
        }
    }

    private List<Part> room(Item.Room room) {
        var name = held.room(room.id());
        var parts = new ArrayList<Part>();
        parts.add(attendance(name + "：签到", room.id()));
        parts.add(rounds(name + "：各轮评审", room.id()));
        held.end().ending().unheld().get(room.id()).ifPresent(it -> parts.add(new Part.Prose(name + "：签字确认",
                List.of("没有需要评审的申报人，未开轮次；" + held.called(it.chair()) + "已于" + Wording.moment(it.at()) + "签字确认。"))));
        var recused = recused(name + "：回避登记", room.id());
        if (!recused.rows().isEmpty()) parts.add(recused);
        return parts;
    }

    private Part.Grid attendance(String heading, RoomId room) {
        var heads = List.of(Head.text("日期", 20), Head.word("场次", 8), Head.number("应到", 8), Head.number("实到", 8), Head.text("到会人员", 56));
        var rows = new ArrayList<List<Value>>();
        for (var sitting : sittings) {
            if (!sitting.room().equals(room)) continue;
            var there = present.getOrDefault(sitting.sitting(), new TreeSet<>());
            rows.add(List.of(Value.of(Wording.date(sitting.day())), Value.of(Wording.half(sitting.half())),
                    Value.of(held.register().expertsOf(room).size()), Value.of(there.size()),
                    Value.of(String.join("、", there.stream().map(held::called).sorted().toList()))));
        }
        return new Part.Grid(heading, heads, rows);
    }

    private Part.Grid rounds(String heading, RoomId room) {
        var heads = List.of(Head.text("轮次", 24), Head.text("开始", 22), Head.number("人数", 8), Head.number("应交", 8), Head.number("已交", 8),
                Head.number("缺", 6), Head.word("缺交原因", 10), Head.text("签字确认", 22));
        return new Part.Grid(heading, heads, held.roundsIn(room).stream().map(this::round).toList());
    }

    private List<Value> round(Round round) {
        var close = round.open() ? Optional.<RoundClosed>empty() : Optional.ofNullable(closed.get(round.id().value()));
        return List.of(Value.of(held.title(round)), Value.of(Wording.moment(round.openedAt())), Value.of(round.candidates().size()),
                Value.whole(close.map(RoundClosed::expected)), Value.whole(close.map(RoundClosed::given)), Value.whole(close.map(RoundClosed::missing)),
                Value.of(close.filter(it -> it.missing() > 0).map(it -> it.reason().isPresent() ? "已说明" : "未说明").orElse("")),
                Value.of(round.signedOff() ? Optional.ofNullable(signed.get(round.id().value())).map(Wording::moment).orElse("已签字") : "未签字"));
    }

    /** Under the room of the applicant; what was lifted later says so. */
    private Part.Grid recused(String heading, RoomId room) {
        var heads = List.of(Head.text("专家", 24), Head.text("申报人", 28), Head.text("事由", 18), Head.text("登记时间", 24), Head.word("现状", 10));
        var rows = new ArrayList<List<Value>>();
        for (var fact : recusals) {
            if (!(fact.event() instanceof ExpertRecused e) || !inRoom(e.applicant(), room)) continue;
            var holds = held.end().floor().recused(e.expert(), e.applicant());
            rows.add(List.of(Value.of(held.called(e.expert())), Value.of(held.called(e.applicant())), Value.of(Wording.ground(e.ground())),
                    Value.of(Wording.moment(fact.at())), Value.of(holds ? "回避" : "已解除")));
        }
        return new Part.Grid(heading, heads, rows);
    }

    private boolean inRoom(ApplicantId applicant, RoomId room) {
        return held.register().applicants().get(applicant).map(it -> it.room().equals(room)).orElse(false);
    }
}
