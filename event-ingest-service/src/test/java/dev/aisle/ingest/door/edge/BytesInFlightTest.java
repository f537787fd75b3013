package dev.aisle.ingest.door.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.ingest.shared.events.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BytesInFlightTest {
    private static final int MOST = 100_000;
    private static final long LONG_AGO = TimeUnit.SECONDS.toNanos(2);

    private final AtomicLong clock = new AtomicLong();
    private final BytesInFlight inFlight = new BytesInFlight(MOST, clock::get);
    private final List<String> gone = new ArrayList<>();

    private Room open(String name) {
        return inFlight.open(() -> gone.add(name));
    }

    @Test
    void whatCameCountsAndNotWhatMayCome() {
        Room room = open("a");

        assertThat(room.await(false)).isTrue();
        assertThat(inFlight.free()).isEqualTo(MOST - Room.LEAST);
        assertThat(room.add(10_000)).isTrue();
        assertThat(inFlight.free()).isEqualTo(MOST - 10_000);
    }

    @Test
    void whoHasBeenOnItsWayLongestGivesWay() {
        Room first = open("first");
        first.add(60_000);
        open("second").add(30_000);
        clock.set(LONG_AGO);

        assertThat(open("new").add(50_000)).isTrue();
        assertThat(gone).containsExactly("first");
        assertThat(first.add(1)).isFalse();
        assertThat(inFlight.free()).isEqualTo(MOST - 80_000);
    }

    @Test
    void nobodyGivesWayWithinASecondNorWhenItIsAllThere() {
        open("first").add(60_000);
        assertThat(open("new").add(50_000)).isFalse();
        Room whole = open("whole");
        whole.add(40_000);
        whole.arrived();
        clock.set(LONG_AGO);

        assertThat(open("large").add(70_000)).isFalse();
        assertThat(gone).containsExactly("first");
    }

    @Test
    void theFirstMayGoOnSoThatHalvesDoNotWaitForEachOther() {
        Room first = open("first");
        first.add(50_000);
        Room second = open("second");
        second.add(50_000);

        assertThat(second.add(50_000)).isFalse();
        assertThat(first.add(Limits.BATCH_BYTES - 50_000)).isTrue();
        first.arrived();
        assertThat(inFlight.free()).isNegative();
        first.leave();
        assertThat(second.await(false)).isTrue();
    }

    @Test
    void theBoundIsNotPassedByMoreThanTheFirstHowManyEverCome() {
        for (int request = 0; request < 1_000; request++) {
            Room room = open("r" + request);
            if (room.add(40_000)) {
                room.add(Limits.BATCH_BYTES - 40_000);
            }
            room.arrived();
        }

        assertThat(inFlight.free()).isGreaterThan(-3L * Limits.BATCH_BYTES);
    }

    @Test
    void aRoomIsGivenBackOnceAndAClosedOneTakesNothing() {
        Room room = open("a");
        room.add(10_000);
        room.leaveUnfinished();
        room.leave();

        assertThat(inFlight.free()).isEqualTo(MOST);
        assertThat(room.await(false)).isFalse();
        assertThat(inFlight.free()).isEqualTo(MOST);
    }

    @Test
    void whatSomebodyWorksWithIsNotGivenBackByTheEndOfItsRequest() {
        Room room = open("a");
        room.add(10_000);
        room.arrived();
        room.leaveUnfinished();

        assertThat(inFlight.free()).isEqualTo(MOST - 10_000);
        room.leave();
        assertThat(inFlight.free()).isEqualTo(MOST);
    }
}
