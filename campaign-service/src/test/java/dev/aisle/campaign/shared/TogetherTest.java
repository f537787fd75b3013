package dev.aisle.campaign.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TogetherTest {
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final ConcurrentLinkedQueue<Integer> pieces = new ConcurrentLinkedQueue<>();
    private final CountDownLatch opened = new CountDownLatch(1);

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void whatComesMeanwhileGoesInOnePieceAndEachGetsItsOwnAnswer() throws Exception {
        Together<Integer, Integer> together = started(10, Duration.ofMillis(300), number -> number * number);
        Future<Integer> first = callers.submit(() -> together.ask(0));
        awaitOnePiece();
        List<Future<Integer>> later = askAll(together, 1, 25);

        opened.countDown();

        assertThat(first.get()).isZero();
        for (int number = 1; number <= 25; number++) {
            assertThat(later.get(number - 1).get()).isEqualTo(number * number);
        }
        assertThat(pieces).startsWith(1).allMatch(size -> size <= 10);
        assertThat(pieces.stream().mapToInt(size -> size).sum()).isEqualTo(26);
        assertThat(pieces).hasSizeLessThan(10);
    }

    @Test
    void piecesThatFollowEachOtherWaitForCompany() throws Exception {
        opened.countDown();
        Together<Integer, Integer> together = started(10, Duration.ofSeconds(5), number -> number);
        assertThat(together.ask(0)).isZero();

        for (Future<Integer> later : askAll(together, 1, 5)) {
            assertThat(later.get()).isPositive();
        }

        assertThat(pieces).containsExactly(1, 5);
    }

    @Test
    void onesFaultIsNoOthers() throws Exception {
        Together<Integer, Integer> together = started(10, Duration.ZERO, number -> 100 / (number - 3));
        Future<Integer> first = callers.submit(() -> together.ask(0));
        awaitOnePiece();
        List<Future<Integer>> later = askAll(together, 1, 5);

        opened.countDown();

        assertThat(first.get()).isEqualTo(-33);
        assertThat(later.get(1).get()).isEqualTo(-100);
        assertThat(later.get(4).get()).isEqualTo(50);
        assertThatThrownBy(() -> later.get(2).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(ArithmeticException.class);
    }

    private Together<Integer, Integer> started(int most, Duration apart, Function<Integer, Integer> work) {
        Together<Integer, Integer> together = new Together<>("test", 1, most, apart, numbers -> {
            pieces.add(numbers.size());
            try {
                opened.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("The test has ended", e);
            }
            return numbers.stream().map(work).toList();
        });
        together.start();
        return together;
    }

    private void awaitOnePiece() {
        while (pieces.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private List<Future<Integer>> askAll(Together<Integer, Integer> together, int from, int to) {
        List<Future<Integer>> asked = new ArrayList<>();
        IntStream.rangeClosed(from, to).forEach(number -> asked.add(callers.submit(() -> together.ask(number))));
        return asked;
    }
}
