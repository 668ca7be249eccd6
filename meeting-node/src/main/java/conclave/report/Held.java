package conclave.report;

import conclave.meeting.Meeting;
import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.ApplicantId;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.Item;
import conclave.meeting.event.Stage;
import conclave.meeting.intake.Register;
import conclave.meeting.sitting.Round;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A meeting as it was held: all that its record says and what that leads to. A pure value; equal ones make equal forms.
 *
 * @param head hex SHA-256 of the last line of the evidence
 */
public record Held(List<Fact> facts, Meeting end, String head, Roll roll) {

    public Held {
        facts = List.copyOf(facts);
    }

    Register register() {
        return end.walk().register();
    }

    Item.Description about() {
        return register().description().orElseThrow();
    }

    public boolean rehearsal() {
        return end.intake().meeting().orElseThrow().rehearsal();
    }

    /** What every form says first. */
    List<String> heading() {
        var lines = new ArrayList<String>();
        if (rehearsal()) lines.add("演练数据，不得用于评审结论。");
        lines.add("会议名称：" + about().title());
        lines.add("组建单位：" + about().organizer() + "　　评审委员会：" + about().committee());
        lines.add("会议日期：" + Wording.span(about().opens(), about().closes()));
        return lines;
    }

    String basis() {
        return "依据：会议 " + end.intake().meeting().orElseThrow().value() + " 的证据第1至" + facts.size() + "行，末行摘要 " + head + "。"
                + end.ending().sealedAt().map(at -> "封存时间：" + Wording.moment(at) + "。").orElse("会议尚未封存，本表不是最终结果。");
    }

    /** Panels in the order of their codes, halls behind them. */
    List<Item.Room> rooms() {
        return register().rooms().values().stream()
                .sorted(Comparator.comparing((Item.Room room) -> register().isHall(room.id())).thenComparing(Item.Room::code)).toList();
    }

    /** Room by room, in the order in which they were handed in. */
    List<Item.Applicant> applicants() {
        return rooms().stream().flatMap(room -> register().applicantsOf(room.id()).stream())
                .map(id -> register().applicants().get(id).orElseThrow()).toList();
    }

    List<Round> roundsIn(RoomId room) {
        return rounds().stream().filter(round -> round.room().equals(room)).toList();
    }

    List<Round> rounds() {
        return end.floor().rounds().values().stream().sorted(Comparator.comparing(Round::openedAt).thenComparing(Round::id)).toList();
    }

    String room(RoomId room) {
        return register().rooms().get(room).map(it -> it.code() + " " + it.name()).orElse(room.value());
    }

    String stage(String code) {
        return end.book().mode().stage(code).map(Stage::name).orElse(code);
    }

    String title(Round round) {
        return stage(round.stage()) + "第" + round.number() + "轮";
    }

    /** By the name where it is known here, else by the platform's own code. */
    String called(ApplicantId applicant) {
        var code = register().applicants().get(applicant).map(Item.Applicant::code).orElse(applicant.value());
        return roll.of(applicant).map(it -> code + " " + it.name()).orElse(code);
    }

    /** By the name where it is known here, else by the seat. */
    String called(PersonId person) {
        return roll.of(person).map(Roll.Person::name)
                .or(() -> register().people().get(person).map(Item.Person::seat).filter(seat -> !seat.isEmpty()).map(seat -> "席位" + seat))
                .orElse(person.value());
    }

    Optional<Roll.Applicant> face(ApplicantId applicant) {
        return roll.of(applicant);
    }
}
