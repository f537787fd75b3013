package dev.aisle.campaign.shared;

import dev.aisle.contracts.Keeps;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Does in one piece what several callers ask for while another piece is under way. Who comes alone after a quiet moment goes at once; while pieces follow
 * each other, a lane begins one only some time after it began the last, since pieces of one part each would cost most of the machine. When a piece fails, each of its parts is tried on its own, so that one caller's fault is no other's.
 */
@Keeps(ofPersons = "questions under way, for as long as they are answered")
public final class Together<I, O> {
    private final BlockingQueue<Asked<I, O>> waiting = new LinkedBlockingQueue<>();
    private final int most;
    private final long apart;
    private final Function<List<I>, List<O>> work;
    private final List<Thread> lanes;

    private record Asked<I, O>(I input, CompletableFuture<O> answer) {}

    /**
     * Makes it; it works once it is started.
     *
     * @param lanes how many pieces may be under way at a time
     * @param most parts of a piece
     * @param apart from the beginning of a lane's piece to that of its next one
     * @param work an answer for each input, in their order
     */
    public Together(String name, int lanes, int most, Duration apart, Function<List<I>, List<O>> work) {
        this.most = most;
        this.apart = apart.toNanos();
        this.work = work;
        this.lanes = IntStream.range(0, lanes)
                .mapToObj(number ->
                        Thread.ofPlatform().daemon().name(name + "-" + number).unstarted(this::run))
                .toList();
    }

    /** Begins to work. */
    public void start() {
        lanes.forEach(Thread::start);
    }

    /** Ends when what is under way is done; whoever still waits is refused. */
    public void stop() {
        lanes.forEach(Thread::interrupt);
    }

    /** The answer to an input, once it is there. Fails as the work fails. */
    public O ask(I input) {
        CompletableFuture<O> answer = new CompletableFuture<>();
        waiting.add(new Asked<>(input, answer));
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void run() {
        try {
            long next = System.nanoTime();
            while (true) {
                List<Asked<I, O>> some = new ArrayList<>();
                some.add(waiting.take());
                LockSupport.parkNanos(next - System.nanoTime());
                next = System.nanoTime() + apart;
                waiting.drainTo(some, most - 1);
                answer(some);
            }
        } catch (InterruptedException e) {
            refuse();
        }
    }

    private void refuse() {
        for (@Nullable Asked<I, O> left = waiting.poll(); left != null; left = waiting.poll()) {
            left.answer().completeExceptionally(new IllegalStateException("The service ends"));
        }
    }

    private void answer(List<Asked<I, O>> some) {
        try {
            List<O> answers = work.apply(some.stream().map(Asked::input).toList());
            for (int number = 0; number < some.size(); number++) {
                some.get(number).answer().complete(answers.get(number));
            }
        } catch (RuntimeException | Error e) {
            if (some.size() == 1) {
                some.getFirst().answer().completeExceptionally(e);
            } else {
                some.forEach(one -> answer(List.of(one)));
            }
        }
    }
}
