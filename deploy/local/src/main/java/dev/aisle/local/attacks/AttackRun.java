package dev.aisle.local.attacks;

import dev.aisle.local.attacks.Attack.Order;
import dev.aisle.local.attacks.AttackResult.Outcome;
import dev.aisle.local.shell.Progress;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Makes the attacks, several at once where they do not disturb each other, and prints each promise with what came of it. */
public final class AttackRun {
    /** Most attacks wait most of the time: for a connection to be ended, for an event to arrive. */
    private static final int AT_ONCE = 4;

    private static final String UNDER_THE_NAME = " ".repeat(10);

    private final Target target;
    private final Progress progress;

    public AttackRun(Target target, Progress progress) {
        this.target = target;
        this.progress = progress;
    }

    /**
     * The promises that did not hold, and those that could not be tried on this stack, a line for each in their order.
     *
     * @param held how many did
     */
    public record Sum(int held, List<String> broken, List<String> notTried) {
        public Sum {
            broken = List.copyOf(broken);
            notTried = List.copyOf(notTried);
        }
    }

    /** Makes these attacks and answers what came of them. */
    public Sum run(List<Attack> attacks) {
        double start = progress.seconds();
        AtomicInteger done = new AtomicInteger();
        AttackResult[] results = new AttackResult[attacks.size()];
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Order order : List.of(Order.FIRST, Order.BESIDE_OTHERS)) {
                for (int place : places(attacks, order)) {
                    threads.execute(() -> results[place] = make(attacks.get(place), done, attacks.size()));
                }
            }
        }
        for (int place : places(attacks, Order.ALONE_AT_THE_END)) {
            results[place] = make(attacks.get(place), done, attacks.size());
        }
        return sum(attacks, List.of(results), progress.seconds() - start);
    }

    private static List<Integer> places(List<Attack> attacks, Order order) {
        return IntStream.range(0, attacks.size())
                .filter(place -> attacks.get(place).order() == order)
                .boxed()
                .toList();
    }

    /** Makes an attack and prints it. */
    private AttackResult make(Attack attack, AtomicInteger done, int all) {
        double start = progress.seconds();
        AttackResult result = attempt(attack, target);
        String took = String.format(
                Locale.ROOT,
                "%s (%d of %d, %.1f s)",
                attack.name(),
                done.incrementAndGet(),
                all,
                progress.seconds() - start);
        Outcome outcome = result.outcome();
        progress.step(outcome.word() + took + "\n" + UNDER_THE_NAME + attack.promise() + "\n" + UNDER_THE_NAME
                + outcome.before() + result.seen());
        return result;
    }

    private Sum sum(List<Attack> attacks, List<AttackResult> results, double seconds) {
        List<String> broken = lines(attacks, results, Outcome.BROKEN);
        List<String> notTried = lines(attacks, results, Outcome.NOT_TRIED);
        Sum sum = new Sum(attacks.size() - broken.size() - notTried.size(), broken, notTried);
        String beside = notTried.isEmpty() ? "" : ", " + notTried.size() + " not tried";
        progress.say(String.format(
                Locale.ROOT, "%n%d of %d promises held%s, in %.0f s.", sum.held(), attacks.size(), beside, seconds));
        notTried.forEach(line -> progress.say(Outcome.NOT_TRIED.word() + line));
        broken.forEach(line -> progress.say(Outcome.BROKEN.word() + line));
        return sum;
    }

    private static List<String> lines(List<Attack> attacks, List<AttackResult> results, Outcome outcome) {
        return IntStream.range(0, attacks.size())
                .filter(place -> results.get(place).outcome() == outcome)
                .mapToObj(place -> attacks.get(place).name() + ": "
                        + attacks.get(place).promise() + "\n" + UNDER_THE_NAME
                        + results.get(place).seen())
                .toList();
    }

    /** An attempt that can't be made counts as broken: nothing was shown. */
    static AttackResult attempt(Attack attack, Target target) {
        try {
            return attack.attempt().on(target);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return AttackResult.broken("the attempt was interrupted");
        } catch (Exception e) {
            return AttackResult.broken("the attempt could not be made: " + e);
        }
    }
}
