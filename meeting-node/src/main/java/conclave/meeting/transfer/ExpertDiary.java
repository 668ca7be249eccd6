package conclave.meeting.transfer;

import conclave.meeting.event.Fact;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.IntakeEvent.ItemImported;
import conclave.meeting.event.Item;
import conclave.meeting.event.Role;
import conclave.meeting.event.SittingEvent.Attended;
import conclave.meeting.event.SittingEvent.CardRenewed;
import conclave.meeting.event.SittingEvent.ExpertRecused;
import conclave.meeting.event.SittingEvent.ExpertSwapped;
import conclave.meeting.event.SittingEvent.RecusalLifted;
import conclave.meeting.event.SittingEvent.RoundOpened;
import conclave.meeting.event.SittingEvent.SignedIn;
import conclave.meeting.event.SittingEvent.SignedOut;
import conclave.meeting.event.SittingEvent.SittingClosed;
import conclave.meeting.event.SittingEvent.SittingOpened;
import conclave.meeting.event.TransferEvent.MeetingSealed;
import conclave.meeting.transfer.ExpertRecord.HalfDay;
import conclave.meeting.transfer.ExpertRecord.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Kept while the facts go by: who sat where, came when and left when. What was written is kept beside it. */
final class ExpertDiary {

    private final TreeMap<PersonId, Seat> seats = new TreeMap<>();
    private final TreeMap<PersonId, Long> left = new TreeMap<>();
    private final TreeMap<RoomId, List<PersonId>> rooms = new TreeMap<>();
    private final TreeMap<PersonId, List<HalfDay>> halfDays = new TreeMap<>();
    private final TreeMap<PersonId, Integer> recusals = new TreeMap<>();
    private final TreeMap<PersonId, Integer> papers = new TreeMap<>();
    private final TreeMap<RoomId, SittingOpened> open = new TreeMap<>();
    private final TreeMap<RoomId, Long> openedAt = new TreeMap<>();
    private final SheetDiary sheets = new SheetDiary();

    void note(Fact fact) {
        sheets.note(fact);
        var at = fact.at();
        if (fact.event() instanceof ItemImported e && e.item() instanceof Item.Person person) seated(person);
        else if (fact.event() instanceof SittingOpened e) opened(e, at);
        else if (fact.event() instanceof Attended e) attended(e, at);
        else if (fact.event() instanceof SignedOut e) latest(e.person(), day -> with(day, day.came(), day.left().or(() -> Optional.of(at)), day.closed()));
        else if (fact.event() instanceof CardRenewed e) latest(e.person(), day -> with(day, day.came(), day.left().or(() -> Optional.of(at)), day.closed()));
        else if (fact.event() instanceof SignedIn e) latest(e.person(), day -> with(day, day.came(), Optional.empty(), day.closed()));
        else if (fact.event() instanceof SittingClosed e) closed(e.room(), at);
        else if (fact.event() instanceof MeetingSealed) List.copyOf(open.keySet()).forEach(room -> closed(room, at));
        else if (fact.event() instanceof ExpertSwapped e) swapped(e, at);
        else if (fact.event() instanceof ExpertRecused e) recusals.merge(e.expert(), 1, Integer::sum);
        else if (fact.event() instanceof RecusalLifted e) recusals.merge(e.expert(), -1, Integer::sum);
        else if (fact.event() instanceof RoundOpened e) e.electors().forEach(elector -> papers.merge(elector, 1, Integer::sum));
    }

    private void seated(Item.Person person) {
        for (var grant : person.grants()) {
            if (grant.role() != Role.EXPERT) continue;
            grant.room().ifPresent(room -> rooms.computeIfAbsent(room, _ -> new ArrayList<>()).add(person.id()));
            seats.put(person.id(), Seat.MEMBER);
        }
    }

    private void opened(SittingOpened e, long at) {
        open.put(e.room(), e);
        openedAt.put(e.room(), at);
        rooms.getOrDefault(e.room(), List.of()).forEach(expert -> days(expert).add(day(e, at)));
    }

    private static HalfDay day(SittingOpened e, long at) {
        return new HalfDay(e.room(), e.day(), e.half(), at, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Who has taken a seat in the middle of a half-day had no line for it yet. */
    private void attended(Attended e, long at) {
        var days = days(e.person());
        if (days.stream().noneMatch(day -> runs(day, e.room()))) days.add(day(open.get(e.room()), openedAt.get(e.room())));
        days.replaceAll(day -> runs(day, e.room()) ? with(day, Optional.of(at), Optional.empty(), day.closed()) : day);
    }

    private static boolean runs(HalfDay day, RoomId room) {
        return day.room().equals(room) && day.closed().isEmpty();
    }

    private void latest(PersonId person, UnaryOperator<HalfDay> change) {
        days(person).replaceAll(day -> day.closed().isEmpty() && day.came().isPresent() ? change.apply(day) : day);
    }

    private void closed(RoomId room, long at) {
        open.remove(room);
        for (var days : halfDays.values()) {
            days.replaceAll(day -> runs(day, room) ? with(day, day.came(), day.left(), Optional.of(at)) : day);
        }
    }

    private void swapped(ExpertSwapped e, long at) {
        rooms.getOrDefault(e.room(), new ArrayList<>()).replaceAll(expert -> expert.equals(e.leaving()) ? e.coming() : expert);
        seats.putIfAbsent(e.coming(), Seat.ALTERNATE);
        left.put(e.leaving(), at);
        latest(e.leaving(), day -> day.room().equals(e.room()) ? with(day, day.came(), Optional.of(at), day.closed()) : day);
    }

    private List<HalfDay> days(PersonId person) {
        return halfDays.computeIfAbsent(person, _ -> new ArrayList<>());
    }

    private static HalfDay with(HalfDay day, Optional<Long> came, Optional<Long> left, Optional<Long> closed) {
        return new HalfDay(day.room(), day.day(), day.half(), day.opened(), came, left, closed);
    }

    List<ExpertRecord> records() {
        return seats.entrySet().stream().map(seat -> new ExpertRecord(seat.getKey(), seat.getValue(), Optional.ofNullable(left.get(seat.getKey())),
                days(seat.getKey()), sheets.of(seat.getKey()), recusals.getOrDefault(seat.getKey(), 0), papers.getOrDefault(seat.getKey(), 0))).toList();
    }
}
