package dev.aisle.platform.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchesInWorkTest {
    private final BatchesInWork batches = new BatchesInWork(Duration.ofSeconds(10));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void aServiceThatEndsWaitsForTheBatchesInWorkAndBeginsNoOther() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<String> first = threads.submit(() -> batches.work(() -> slow("first", begun, goOn)));
        Future<String> second = threads.submit(() -> batches.work(() -> slow("second", begun, goOn)));
        begun.await();

        Future<?> ended = threads.submit(() -> {
            batches.end(new ShutdownEvent());
            return null;
        });
        await().until(batches::isEnding);
        assertThatThrownBy(() -> ended.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        Future<String> late = threads.submit(() -> batches.work(() -> "late"));
        goOn.countDown();
        ended.get();

        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isEqualTo("second");
        assertThatThrownBy(late::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(ServiceEnds.class);
        assertThatThrownBy(() -> batches.work(() -> "later")).isInstanceOf(ServiceEnds.class);
    }

    @Test
    void aBatchThatHangsHoldsNobodyBackForLong() throws Exception {
        BatchesInWork impatient = new BatchesInWork(Duration.ofMillis(100));
        CountDownLatch begun = new CountDownLatch(1);
        Future<String> hangs = threads.submit(() -> impatient.work(() -> slow("hangs", begun, new CountDownLatch(1))));
        begun.await();

        impatient.end(new ShutdownEvent());

        assertThat(hangs).isNotDone();
    }

    @Test
    void whatABatchThrowsIsItsOwn() {
        assertThatThrownBy(() -> batches.work(() -> {
                    throw new IllegalStateException("no database");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no database");
    }

    private static String slow(String name, CountDownLatch begun, CountDownLatch goOn) throws InterruptedException {
        begun.countDown();
        goOn.await();
        return name;
    }
}
