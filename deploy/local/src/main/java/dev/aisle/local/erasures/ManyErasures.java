package dev.aisle.local.erasures;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.Beside;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Killer;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Lets many people consent, erases them all while services die, and looks at what each of the services says it has removed. */
public final class ManyErasures {
    private static final int AT_ONCE = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    /** Between a service that is ready again and the next death. */
    private static final Duration CALM = Duration.ofMillis(1_500);

    private static final List<String> PURPOSES = List.of("personalization", "analytics");

    private final ErasureTrial trial;
    private final Layout layout;
    private final Progress progress;

    public ManyErasures(ErasureTrial trial, Layout layout, Progress progress) {
        this.trial = trial;
        this.layout = layout;
        this.progress = progress;
    }

    /** On a stack of its own; deletes what an earlier trial left in the layout's home. */
    public ErasureReport run() {
        Stack stack = new Stack(layout, progress);
        return stack.during(Part.all(), () -> on(stack));
    }

    /** On a stack that runs with all its parts; once a seed. */
    public ErasureReport on(Stack stack) {
        var killer = new Killer(stack, progress, new Random(trial.seed()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var api = new ApiClient(layout.ports());
            forEach(person -> api.require(Storefront.grant(customer(person), PURPOSES)));
            progress.step(trial.people() + " people have consented");

            long start = System.nanoTime();
            var killing = threads.submit(() -> {
                killer.torment(CALM, () -> killer.kills() < trial.kills());
                return killer;
            });
            var ids = forEach(
                    person -> api.require(erasure(person)).json().path("id").asText());
            progress.step("all have asked to be erased");
            Beside.await(killing);
            awaitAll(api);
            var took = Duration.ofNanos(System.nanoTime() - start);
            return new ErasureReport(trial, killer.kills(), took, new ReceiptCheck(api).remarks(ids));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private String customer(int person) {
        return "erasure-" + trial.seed() + "-" + person;
    }

    /** With a key of its own, so that the call may be repeated when its answer was lost. */
    private Call erasure(int person) {
        return Storefront.erase(customer(person)).header("Idempotency-Key", customer(person));
    }

    private void awaitAll(ApiClient api) {
        var open = Call.get(Part.PRIVACY, "/v1/requests?dueWithinDays=3650").as("privacy-officer");
        Waiting.require(
                PATIENCE,
                BETWEEN,
                () -> Optional.of(api.require(open).json().path("requests").size())
                        .filter(size -> size == 0),
                () -> "Not all erasures were complete after " + PATIENCE.toMinutes() + " minutes.");
    }

    private <T> List<T> forEach(IntFunction<T> call) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<T>> calls = IntStream.range(0, trial.people())
                    .<Callable<T>>mapToObj(person -> () -> call.apply(person))
                    .toList();
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(calls)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (ExecutionException e) {
            throw new CommandFailure("A call failed: " + e.getMessage(), e);
        }
    }
}
