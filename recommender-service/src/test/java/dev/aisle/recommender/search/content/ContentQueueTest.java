package dev.aisle.recommender.search.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.recommender.search.content.ContentQueue.Batch;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContentQueueTest {
    private final ContentQueue queue = new ContentQueue();

    @Test
    void whatChangedLastComesFirstAndOnce() throws InterruptedException {
        queue.later(List.of("old1", "old2", "old3"));
        queue.first(List.of("new1", "old2"));
        queue.first(List.of("new2", "new1"));

        assertThat(queue.size()).isEqualTo(5);
        assertThat(queue.take(10)).isEqualTo(new Batch(List.of("new1", "new2", "old2"), true));
        assertThat(queue.take(10)).isEqualTo(new Batch(List.of("old1", "old3"), false));
        assertThat(queue.size()).isZero();
    }

    @Test
    void aBatchHasItsMost() throws InterruptedException {
        queue.later(List.of("a", "b", "c"));

        assertThat(queue.take(2).productIds()).containsExactly("a", "b");
        assertThat(queue.take(2).productIds()).containsExactly("c");
    }
}
