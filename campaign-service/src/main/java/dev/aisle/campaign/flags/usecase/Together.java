package dev.aisle.campaign.flags.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/** Does together what is asked for at the same time: while one batch is under way, the next one gathers. */
final class Together<I, O> {
    private static final int MOST = 256;

    private final Function<List<I>, List<O>> work;
    private final BlockingQueue<Waiting<I, O>> queue = new LinkedBlockingQueue<>();

    /**
     * Begins with nothing to do.
     *
     * @param work gives an answer for each, in their order
     */
    Together(String name, Function<List<I>, List<O>> work) {
        this.work = work;
        Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    private record Waiting<I, O>(I asked, CompletableFuture<O> answer) {}

    /** The answer, once the batch is done that it belongs to; throws what the work threw. */
    O call(I asked) {
        Waiting<I, O> waiting = new Waiting<>(asked, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.answer().join();
        } catch (CompletionException e) {
            throw new IllegalStateException("What was asked for together could not be done", e.getCause());
        }
    }

    private void run() {
        List<Waiting<I, O>> batch = new ArrayList<>(MOST);
        while (true) {
            batch.clear();
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            queue.drainTo(batch, MOST - 1);
            answer(batch);
        }
    }

    private void answer(List<Waiting<I, O>> batch) {
        try {
            List<O> answers = work.apply(batch.stream().map(Waiting::asked).toList());
            for (int n = 0; n < batch.size(); n++) {
                batch.get(n).answer().complete(answers.get(n));
            }
        } catch (RuntimeException e) {
            batch.forEach(waiting -> waiting.answer().completeExceptionally(e));
        }
    }
}
