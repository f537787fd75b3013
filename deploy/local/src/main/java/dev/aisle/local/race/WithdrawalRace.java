package dev.aisle.local.race;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Storefront;
import dev.aisle.local.importer.Lanes;
import dev.aisle.local.race.RaceReport.Latency;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Killer;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.Stack;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/** The whole suite, people who change their minds, and a checker. */
public final class WithdrawalRace {
    private static final int STEP_MILLIS = 100;
    private static final int MILLIS_BETWEEN_WORDS = 10_000;
    private static final int WITHDRAWALS_ONE_BY_ONE = 60;
    private final RaceTrial trial;
    private final Layout layout;
    private final Progress progress;
    private final Judge judge = new Judge();
    private final AtomicInteger living = new AtomicInteger();

    public WithdrawalRace(RaceTrial trial, Layout layout, Progress progress) {
        this.trial = trial;
        this.layout = layout;
        this.progress = progress;
    }

    /** On a stack of its own; deletes what an earlier race left in the layout's home. */
    public RaceReport run() {
        Stack stack = new Stack(layout, progress);
        return stack.during(Part.all(), () -> on(stack));
    }

    /** On a stack that runs with all its parts; once. */
    public RaceReport on(Stack stack) {
        progress.step("seed " + trial.seed());
        ApiClient api = new ApiClient(layout.ports());
        Withdrawing withdrawing = new Withdrawing(api);
        Killer killer = new Killer(stack, progress, new Random(trial.seed()));
        List<Consenting> people = people(api);
        Histogram oneByOne = oneByOne(api, people.getFirst());
        living.set(people.size());
        double start = progress.seconds();
        try (StoredUses stored = new StoredUses(layout.ports(), Duration.ZERO)) {
            Uses uses = new Uses(api, judge);
            Life.Wrong wrong = trial.injected() ? new RogueGrant(layout.ports()) : (person, version) -> {};
            Askers askers = new Askers(people, uses, this::goesOn);
            Lanes.run(people.size() + Askers.count() + 1, lane -> {
                if (lane < people.size()) {
                    live(new Life(people.get(lane), uses, withdrawing, judge, stored, random(lane)), wrong);
                } else if (lane < people.size() + Askers.count()) {
                    askers.ask(lane - people.size());
                } else {
                    watch(withdrawing, killer);
                }
            });
        }
        return report(oneByOne, withdrawing, killer, progress.seconds() - start);
    }

    /** How long a withdrawal takes while nobody asks for anything else, in milliseconds. */
    private static Histogram oneByOne(ApiClient api, Consenting person) {
        Withdrawing withdrawing = new Withdrawing(api);
        for (int i = 0; i < WITHDRAWALS_ONE_BY_ONE; i++) {
            withdrawing.grant(person);
            withdrawing.withdraw(person);
        }
        return withdrawing.healthyMillis();
    }

    private void live(Life life, Life.Wrong wrong) {
        try {
            life.live(this::goesOn, wrong);
        } finally {
            living.decrementAndGet();
        }
    }

    private boolean goesOn() {
        return judge.uses() < trial.uses();
    }

    private List<Consenting> people(ApiClient api) {
        return IntStream.range(0, trial.people())
                .mapToObj(number -> "race-" + trial.seed() + "-" + number)
                .map(customer ->
                        new Consenting(customer, Storefront.pseudonymOf(api.require(Storefront.pseudonym(customer)))))
                .toList();
    }

    private Random random(int lane) {
        return new Random(trial.seed() * trial.people() + lane);
    }

    private void watch(Withdrawing withdrawing, Killer killer) {
        try (var _ = new Words()) {
            while (judge.uses() < trial.uses() * trial.calmShare() && living.get() > 0) {
                Thread.sleep(STEP_MILLIS);
            }
            withdrawing.noLongerHealthy();
            killer.torment(trial.calm(), () -> living.get() > 0 && goesOn());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    /** A line from time to time, so that a long race never looks like a hang. */
    private final class Words implements AutoCloseable {
        private final Thread thread = Thread.startVirtualThread(this::speak);

        private void speak() {
            try {
                while (true) {
                    Thread.sleep(MILLIS_BETWEEN_WORDS);
                    progress.step(judge.uses() + " uses, " + judge.usesAfterWithdrawal()
                            + " after a withdrawal, violations: " + judge.violations());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    private RaceReport report(Histogram oneByOne, Withdrawing withdrawing, Killer killer, double seconds) {
        Map<Kind, Long> allowed =
                Arrays.stream(Kind.values()).collect(Collectors.toMap(Function.identity(), judge::allowed));
        return new RaceReport(
                trial,
                judge.uses(),
                judge.usesAfterWithdrawal(),
                judge.violations(),
                allowed,
                withdrawing.atOnce(),
                withdrawing.later(),
                Latency.of(oneByOne),
                Latency.of(withdrawing.healthyMillis()),
                killer.kills(),
                seconds,
                judge.remarks());
    }
}
