package dev.aisle.local.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Meter;
import dev.aisle.local.shell.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFeedTest {
    private static final int EVENTS = 3_000;
    private static final int PEOPLE = 20;

    @TempDir
    Path folder;

    private Door door;

    @BeforeEach
    void open() throws IOException {
        door = new Door();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void everyEventIsTakenOnceAndInOrderForEachPerson() {
        var report = feed().send(collected(), Optional.empty());

        assertThat(report.acceptedEvents()).isEqualTo(EVENTS);
        assertThat(door.taken()).doesNotHaveDuplicates().hasSize(EVENTS);
        for (int person = 0; person < PEOPLE; person++) {
            assertThat(numbersOf(person)).isSorted();
        }
    }

    @Test
    void anOverloadedDoorIsWaitedFor() {
        door.overload(3);

        feed().send(collected(), Optional.empty());

        assertThat(door.taken()).hasSize(EVENTS);
    }

    @Test
    void anAbortedImportGoesOnWhereItStopped() {
        door.breakAfter(EVENTS / 2);
        assertThatThrownBy(() -> feed().send(collected(), Optional.empty()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("broken")
                .hasMessageContaining("goes on from here");
        door.breakAfter(Integer.MAX_VALUE);

        feed().send(collected(), Optional.empty());

        // What was under way when it broke off may come again, with the same message ids: the door takes it once.
        assertThat(Set.copyOf(door.taken())).hasSize(EVENTS);
        assertThat(door.taken()).hasSizeLessThanOrEqualTo(EVENTS + Lanes.COUNT * EventFeed.MOST_EVENTS);
        assertThat(folder.resolve("checkpoint.json")).doesNotExist();
    }

    @Test
    void anEventDroppedWhileAGrantIsOnItsWayIsSentAgain() {
        door.dropOnce("person-3");
        var report = new FeedReport();
        var checkpoint = Checkpoint.open(folder.resolve("checkpoint.json"));
        var feed = new EventFeed(new ApiClient(door.ports()), checkpoint, report, _ -> {}, Duration.ofSeconds(30));

        feed.send(collected().events(), new Meter(quiet(), "events", EVENTS));

        assertThat(report.droppedEvents()).isZero();
        assertThat(door.taken()).hasSize(EVENTS);
    }

    @Test
    void withoutAGrantOnItsWayADroppedEventStaysDropped() {
        door.dropOnce("person-3");

        var report = feed().send(collected(), Optional.empty());

        assertThat(report.droppedEvents()).isPositive();
        assertThat(report.acceptedEvents() + report.droppedEvents()).isEqualTo(EVENTS);
    }

    private List<Integer> numbersOf(int person) {
        return door.taken().stream()
                .map(id -> Integer.parseInt(id.substring(id.indexOf('-') + 1)))
                .filter(number -> number % PEOPLE == person)
                .toList();
    }

    private Feed feed() {
        return new Feed(new ApiClient(door.ports()), quiet(), folder.resolve("checkpoint.json"));
    }

    private static Progress quiet() {
        return new Progress(new PrintStream(OutputStream.nullOutputStream()));
    }

    private static Collected collected() {
        var collected = new Collected("test");
        for (int number = 0; number < EVENTS; number++) {
            var person = "person-" + number % PEOPLE;
            var at = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number);
            collected.add(Segment.item(Segment.track("m-" + number, "Product Viewed", person, at), person));
        }
        return collected;
    }
}
