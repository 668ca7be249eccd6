package conclave.simulation;

import conclave.meeting.Meeting;
import conclave.meeting.TestPackage;
import conclave.meeting.event.Command;
import conclave.meeting.event.Id.PersonId;
import conclave.meeting.event.Id.RoomId;
import conclave.meeting.event.SittingCommand.SignIn;
import conclave.node.Reply;
import java.util.Optional;
import java.util.function.Consumer;

/** Somebody with a laptop, who wants one thing after the other. */
abstract class Person {

    static final RoomId ROOM = TestPackage.room(1);
    private static final long FOR_EVER = Long.MAX_VALUE >> 11;

    final Scene scene;
    final PersonId id;
    private final Laptop laptop;
    private int wishes;
    private boolean atRest;

    Person(Scene scene, PersonId id) {
        this.scene = scene;
        this.id = id;
        this.laptop = new Laptop(scene);
    }

    abstract void begin();

    void want(Command command, Consumer<Reply> then) {
        wishes++;
        laptop.ask(new Wish(id, "key-" + wishes, "of " + id.value() + " " + wishes, command), then);
    }

    /** Done each time that it arrives: there is no key to know it by. */
    void wantWithoutKey(Command command, Consumer<Reply> then) {
        wishes++;
        laptop.ask(new Wish(id, "", "of " + id.value() + " " + wishes, command), then);
    }

    void later(long least, long most, Runnable what) {
        scene.agenda().after(scene.dice().between(least, most), what);
    }

    /** The page as some node draws it, which may be behind. */
    Optional<Meeting> page() {
        var station = scene.dice().one(scene.kit().all());
        return station.up() ? Optional.of(station.chamber().meeting()).filter(meeting -> meeting.intake().register().isPresent()) : Optional.empty();
    }

    void signIn(Runnable then) {
        wantWithoutKey(new SignIn(id, "token " + wishes + " of " + id.value(), FOR_EVER), reply -> {
            if (reply instanceof Reply.Done) then.run();
            else later(50, 500, () -> signIn(then));
        });
    }

    void rests() {
        atRest = true;
    }

    boolean atRest() {
        return atRest;
    }
}
