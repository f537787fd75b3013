package dev.aisle.ingest.rejections;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import dev.aisle.contracts.events.v1.RejectedEvent;
import dev.aisle.contracts.events.v1.ShopEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayQueueTest {
    private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

    private final ReplayQueue queue = new ReplayQueue(RejectionFilter.ANY, Set.of());

    @Test
    void theOldestComeFirstWhateverOrderThePartitionsCameIn() {
        List<RejectedEvent> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(refused("m" + i, "ada", i));
        }
        Collections.shuffle(events, new Random(7));

        events.forEach(queue::see);

        assertThat(ids())
                .containsExactlyElementsOf(events.stream()
                        .sorted((a, b) -> Long.compare(
                                a.getEvent().getReceivedAt().getSeconds(),
                                b.getEvent().getReceivedAt().getSeconds()))
                        .map(RejectedEvent::getMessageId)
                        .toList());
    }

    @Test
    void whatWentInBeforeIsNotTakenAgainEvenWhenItIsRefusedAnew() {
        RejectedEvent event = refused("m", "ada", 1);
        queue.see(event);
        queue.see(Rejection.marker(event, NOW));
        queue.see(refused("m", "ada", 5));

        assertThat(ids()).isEmpty();
        assertThat(queue.alreadyReplayed()).isEqualTo(2);
    }

    @Test
    void theSameMessageIdOfSomebodyElseIsAnotherEvent() {
        queue.see(Rejection.marker(refused("m", "ada", 1), NOW));
        queue.see(refused("m", "bob", 2));

        assertThat(ids()).containsExactly("m");
    }

    @Test
    void theSameRefusalTwiceIsOneEvent() {
        queue.see(refused("m", "ada", 1));
        queue.see(refused("m", "ada", 2));

        assertThat(ids()).containsExactly("m");
    }

    @Test
    void nothingNewerIsTakenBeforeSomethingOlderThatHadNoRoom() {
        for (int i = ReplayQueue.MOST + 500; i > 0; i--) {
            queue.see(refused("m" + i, "ada", i));
        }

        assertThat(ids()).hasSize(ReplayQueue.MOST).startsWith("m1", "m2").endsWith("m" + ReplayQueue.MOST);
        assertThat(queue.left()).isEqualTo(500);
        RejectedEvent freed = refused("m1", "ada", 1);
        queue.see(Rejection.marker(freed, NOW));
        queue.see(refused("newer", "ada", ReplayQueue.MOST + 400));
        assertThat(ids()).hasSize(ReplayQueue.MOST - 1).doesNotContain("newer");
    }

    @Test
    void onlyWhatIsAskedForIsTaken() {
        ReplayQueue some = new ReplayQueue(RejectionFilter.ANY, Set.of("b"));
        some.see(refused("a", "ada", 1));
        some.see(refused("b", "ada", 2));
        some.see(refused("b", "ada", 3).toBuilder().clearEvent().build());

        assertThat(some.events()).extracting(RejectedEvent::getMessageId).containsExactly("b");
        assertThat(some.notReplayable()).isEqualTo(1);
    }

    @Test
    void aCursorSurvivesItsWayThroughAClient() {
        PageCursor cursor = new PageCursor(NOW.plusNanos(123), -42);

        assertThat(PageCursor.of(cursor.text())).contains(cursor);
        assertThat(PageCursor.of("nonsense")).isEmpty();
        assertThat(PageCursor.of("é")).isEmpty();
        assertThat(PageCursor.of("")).isEmpty();
    }

    @Test
    void pagesShowEverythingOnceTheNewestFirst() {
        List<Integer> seen = new ArrayList<>();
        PageCursor after = null;
        do {
            NewestFirst<Integer> newest = new NewestFirst<>(i -> NOW.plusSeconds(i / 3), after);
            for (int i = 0; i < 5_000; i++) {
                newest.add(i, i);
            }
            NewestFirst.Page<Integer> page = newest.page(i -> i % 2 == 0, 300);
            seen.addAll(page.values());
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(2_500).doesNotHaveDuplicates();
        assertThat(seen.stream().map(i -> -(i / 3)).toList()).isSorted();
    }

    private List<String> ids() {
        return queue.events().stream().map(RejectedEvent::getMessageId).toList();
    }

    private static RejectedEvent refused(String id, String person, long at) {
        return RejectedEvent.newBuilder()
                .setMessageId(id)
                .setRejectedAt(Timestamp.newBuilder().setSeconds(at))
                .setEvent(ShopEvent.newBuilder()
                        .setMessageId(id)
                        .setPseudonym(person)
                        .setReceivedAt(Timestamp.newBuilder().setSeconds(at)))
                .build();
    }
}
