package dev.aisle.local.attacks;

import dev.aisle.local.attacks.Attack.Order;
import dev.aisle.local.shell.Progress;
import java.util.ArrayList;
import java.util.Collections;
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

    /** Makes these attacks; answers a line for each promise that did not hold, in their order. */
    public List<String> run(List<Attack> attacks) {
        double start = progress.seconds();
        AtomicInteger done = new AtomicInteger();
        List<String> broken = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(attacks.size(), "")));
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Order order : List.of(Order.FIRST, Order.BESIDE_OTHERS)) {
                for (int place : places(attacks, order)) {
                    threads.execute(() -> broken.set(place, make(attacks.get(place), done, attacks.size())));
                }
            }
        }
        for (int place : places(attacks, Order.ALONE_AT_THE_END)) {
            broken.set(place, make(attacks.get(place), done, attacks.size()));
        }
        return sum(attacks, broken.stream().filter(line -> !line.isEmpty()).toList(), progress.seconds() - start);
    }

    private static List<Integer> places(List<Attack> attacks, Order order) {
        return IntStream.range(0, attacks.size())
                .filter(place -> attacks.get(place).order() == order)
                .boxed()
                .toList();
    }

    /** Makes an attack and prints it; answers the counter-example, empty when the promise held. */
    private String make(Attack attack, AtomicInteger done, int all) {
        double start = progress.seconds();
        AttackResult result = attempt(attack, target);
        String took = String.format(
                Locale.ROOT,
                "%s (%d of %d, %.1f s)",
                attack.name(),
                done.incrementAndGet(),
                all,
                progress.seconds() - start);
        progress.step((result.held() ? "held    " : "BROKEN  ") + took + "\n" + UNDER_THE_NAME + attack.promise() + "\n"
                + UNDER_THE_NAME + (result.held() ? "tried: " : "counter-example: ") + result.seen());
        return result.held() ? "" : attack.name() + ": " + attack.promise() + "\n" + UNDER_THE_NAME + result.seen();
    }

    private List<String> sum(List<Attack> attacks, List<String> broken, double seconds) {
        progress.say(String.format(
                Locale.ROOT,
                "%n%d of %d promises held, in %.0f s.",
                attacks.size() - broken.size(),
                attacks.size(),
                seconds));
        broken.forEach(line -> progress.say("BROKEN  " + line));
        return broken;
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
