package dev.aisle.local.bench.profile;

import dev.aisle.local.client.Backlog;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.shell.Progress;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.local.stack.Stack;
import dev.aisle.local.stack.Tuning;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Runs broker, database and profile-service alone, in a home of their own, and prints: events folded a second and a second of CPU of service and
 * database together, beside PostgreSQL's COPY; reads at a fixed rate; the room that people take.
 */
public final class ProfileBench {
    private static final Set<Part> PARTS = EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.ISSUER, Part.PROFILE);
    private static final int PORTS_ABOVE = 600;
    private static final int COPIED = 100_000;
    private static final Duration PATIENCE = Duration.ofHours(2);
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final double MIB = 1024 * 1024;

    private final Layout layout;
    private final Progress progress;
    private final Stack stack;
    private final int people;
    private final int events;
    private final int rate;
    private final Duration duration;

    public ProfileBench(Arguments arguments, Layout layout, Progress progress) {
        this.layout = new Layout(
                layout.project(),
                layout.home().resolve("bench-profile"),
                new PortPlan(layout.ports().base() + PORTS_ABOVE));
        this.progress = progress;
        this.people = arguments.number("people", 50_000);
        this.events = arguments.number("events", 300_000);
        this.rate = arguments.number("rate", 1_000);
        this.duration = Duration.ofSeconds(arguments.number("seconds", 20));
        var tuning = new Tuning(List.of("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC"), Map.of());
        this.stack = new Stack(this.layout, progress, Map.of(Part.PROFILE, tuning));
    }

    /** Measures everything; the data is deleted at the end. */
    public int run() {
        stack.down();
        stack.wipe();
        stack.up(PARTS);
        try (var feeder = new Feeder(layout.ports());
                var tables = new Tables(layout.ports(), "profile")) {
            feeder.grant(people);
            fold("warm-up", feeder, events / 3, 1);
            fold("fold", feeder, events, 2);
            figure(String.format(
                    Locale.ROOT,
                    "COPY of the same messages into a table without an index: %,.0f/s",
                    tables.copyLimit(new MadeEvents(people, 3), COPIED)));
            var reads = new Reads(layout.ports(), tables.names("select pseudonym from person"));
            progress.step("reading for " + WARM_UP.toSeconds() + " s to warm up");
            reads.warm(WARM_UP);
            figure(reads.most(duration));
            figure(reads.at(rate, duration));
            room(tables);
        } finally {
            stack.down();
            stack.wipe();
        }
        return 0;
    }

    private void fold(String what, Feeder feeder, int count, long seed) {
        stop(Part.PROFILE, true);
        var bytes = feeder.send(new MadeEvents(people, seed), count);
        var service = stack.pid(Part.PROFILE);
        var database = stack.pid(Part.POSTGRES);
        var before = cpu(service) + tree(database);
        stop(Part.PROFILE, false);
        var start = System.nanoTime();
        try (var backlog = new Backlog(layout.ports())) {
            if (!backlog.awaitCaughtUp(Part.PROFILE, PATIENCE)) {
                throw new CommandFailure("profile-service didn't fold the events.");
            }
        }
        var seconds = (System.nanoTime() - start) / 1e9;
        var used = cpu(service) + tree(database) - before;
        figure(String.format(
                Locale.ROOT,
                "%s: %,d events of %d bytes in %.1f s = %,.0f/s; service and database used %.1f s of CPU: %,.0f events a CPU second",
                what,
                count,
                bytes,
                seconds,
                count / seconds,
                used,
                count / used));
    }

    /** Holds a process while its work is being written, so that it is measured at work only. */
    private void stop(Part part, boolean stopped) {
        try {
            var signal =
                    new ProcessBuilder("kill", stopped ? "-STOP" : "-CONT", Long.toString(stack.pid(part))).start();
            if (signal.waitFor() != 0) {
                throw new CommandFailure(part.label() + " can't be held.");
            }
        } catch (IOException e) {
            throw new CommandFailure(part.label() + " can't be held: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }

    private void room(Tables tables) {
        var known = tables.number("select count(*) from person");
        var months = tables.number("select count(*) from person_events");
        var bytes = tables.number("select pg_total_relation_size('person') + pg_total_relation_size('person_events')");
        figure(String.format(
                Locale.ROOT,
                "%,d people with %.1f events in %.1f months each take %.0f MiB, %.0f bytes a person",
                known,
                (events + events / 3) / (double) known,
                months / (double) known,
                bytes / MIB,
                bytes / (double) known));
    }

    private static double cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .map(used -> used.toNanos() / 1e9)
                .orElse(0.0);
    }

    /** Of a process and of those that it began. */
    private static double tree(long pid) {
        return cpu(pid)
                + ProcessHandle.of(pid)
                        .map(process -> process.descendants()
                                .mapToDouble(one -> cpu(one.pid()))
                                .sum())
                        .orElse(0.0);
    }

    private void figure(String text) {
        progress.say("FIGURE  " + text);
    }
}
