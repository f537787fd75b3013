package dev.aisle.local.chaos;

import dev.aisle.local.faults.Failovers;
import dev.aisle.local.faults.Storm;
import dev.aisle.local.race.RaceTrial;
import dev.aisle.local.race.WithdrawalRace;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.PortPlan;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code ./aisle chaos}: the long forms of the trials that nothing is lost or used. They have a home and ports of their own. */
public final class ChaosCommand {
    private static final int PORT_BASE = 25_080;
    private static final int EVENTS = 1_000_000;
    private static final int EVENTS_PER_SECOND = 4_000;
    private static final int KILLS = 3;
    private static final int KILLS_OF_REPLICAS = 6;
    private static final int ROUNDS = 1_000;
    private static final Duration CALM = Duration.ofSeconds(60);
    private static final int USES = 1_000_000;
    private static final int PEOPLE = 64;
    private static final double SHARE_BEFORE_KILLS = 0.3;
    private static final Duration CALM_OF_SERVICES = Duration.ofSeconds(20);
    private static final int PLANNED = 40;
    private static final int SHOPPERS = 120;
    private static final int LOST_SECONDS = 5;
    private static final int STEADY_EVENTS_PER_SECOND = 60;
    private final Arguments arguments;
    private final Layout layout;
    private final Progress progress;

    public ChaosCommand(Arguments arguments, Layout layout, Progress progress) {
        this.arguments = arguments;
        this.layout = layout;
        this.progress = progress;
    }

    public int run() {
        if (arguments.has("minutes")) {
            return storm();
        }
        if (arguments.has("failovers")) {
            return failovers();
        }
        if (arguments.has("coupons")) {
            return coupons();
        }
        if (arguments.has("replicas")) {
            return replicas();
        }
        return arguments.has("withdrawals") ? withdrawals() : nothingLost();
    }

    private int storm() {
        arguments.allow("port-base", "home", "minutes", "seed", "shoppers", "rate", "dry-run");
        var seed = seed();
        if (arguments.has("dry-run")) {
            Storm.plan(seed, PLANNED).forEach(progress::say);
            return 0;
        }
        try {
            var settings = new Storm.Settings(
                    arguments.number("minutes", 1),
                    seed,
                    arguments.number("shoppers", SHOPPERS),
                    arguments.number("rate", STEADY_EVENTS_PER_SECOND));
            return told(new Storm(settings, own(), progress).run());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private int failovers() {
        arguments.allow("port-base", "home", "failovers", "seconds", "seed", "shoppers", "rate");
        try {
            var settings = new Failovers.Settings(
                    arguments.number("failovers", 1),
                    Duration.ofSeconds(arguments.number("seconds", LOST_SECONDS)),
                    seed(),
                    arguments.number("shoppers", SHOPPERS),
                    arguments.number("rate", STEADY_EVENTS_PER_SECOND));
            return told(new Failovers(settings, own(), progress).run());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private int told(List<String> violations) {
        violations.forEach(progress::say);
        progress.say(violations.isEmpty() ? "Every promise held." : violations.size() + " remarks on broken promises.");
        return violations.isEmpty() ? 0 : 1;
    }

    private int coupons() {
        arguments.allow("port-base", "home", "coupons", "rounds");
        try {
            var found = new LastUnits(own(), progress, arguments.number("rounds", ROUNDS)).run();
            progress.say(found.rounds() + " rounds: " + found.won() + " won, " + found.wrong() + " rounds wrong, "
                    + found.others() + " other answers");
            return found.clean() && found.won() > 0 ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private int replicas() {
        arguments.allow("port-base", "home", "replicas", "kills");
        try {
            var found = new ReplicaKilled(own(), progress, arguments.number("kills", KILLS_OF_REPLICAS)).run();
            progress.say(
                    "Longest stall of a person's events: " + found.longest().toMillis() + " ms after a kill -9, "
                            + found.steady().toMillis() + " ms while both replicas were there; of " + found.events()
                            + " events " + found.missing() + " are missing.");
            return found.missing() == 0 ? 0 : 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private int withdrawals() {
        arguments.allow("port-base", "home", "withdrawals", "uses", "people", "seed");
        var trial = new RaceTrial(
                arguments.number("uses", USES),
                arguments.number("people", PEOPLE),
                seed(),
                SHARE_BEFORE_KILLS,
                CALM_OF_SERVICES,
                false);
        var report = new WithdrawalRace(trial, own(), progress).run();
        progress.say(report.spoken());
        report.remarks().forEach(progress::say);
        return report.violations() == 0 && report.afterWithdrawal() > 0 ? 0 : 1;
    }

    private int seed() {
        return arguments.number("seed", ThreadLocalRandom.current().nextInt(1_000_000));
    }

    private Layout own() {
        var ports = new PortPlan(arguments.number("port-base", PORT_BASE));
        return new Layout(layout.project(), layout.home().resolve("chaos"), ports);
    }

    private int nothingLost() {
        arguments.allow("port-base", "home", "events", "rate", "seed");
        var trial = new Trial(
                arguments.number("events", EVENTS),
                arguments.number("rate", EVENTS_PER_SECOND),
                seed(),
                KILLS,
                EnumSet.allOf(CrashPoint.class),
                CALM);
        var report = new NothingLost(trial, own(), progress).run();
        progress.say(report.spoken());
        report.findings().remarks().forEach(progress::say);
        return report.findings().clean() ? 0 : 1;
    }
}
