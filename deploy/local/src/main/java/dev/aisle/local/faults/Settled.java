package dev.aisle.local.faults;

import dev.aisle.local.client.Waiting;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.DatabaseFiles;
import dev.aisle.local.stack.PortPlan;
import dev.aisle.platform.stored.Deviation;
import dev.aisle.platform.stored.StoredEvents.Databases;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Waits until the databases have taken everything: until no row deviates, or the same ones for as long as a recovery may take. */
final class Settled {
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int MOST_REMARKS = 20;

    private final PortPlan ports;
    private final Limits limits;

    Settled(PortPlan ports, Limits limits) {
        this.ports = ports;
        this.limits = limits;
    }

    /** Compares what is stored now. */
    @FunctionalInterface
    interface Question {
        List<Deviation> ask(Databases databases) throws SQLException;
    }

    /** The rows that deviate in the end. */
    List<Deviation> deviations(Question question) {
        var last = ask(question);
        var changedAt = System.nanoTime();
        while (!last.isEmpty()
                && System.nanoTime() - changedAt < limits.recovery().toNanos()) {
            Waiting.pause(BETWEEN);
            var now = ask(question);
            if (!now.equals(last)) {
                last = now;
                changedAt = System.nanoTime();
            }
        }
        return last;
    }

    private List<Deviation> ask(Question question) {
        try {
            return question.ask(name -> DatabaseFiles.connect(ports, name));
        } catch (SQLException e) {
            throw new CommandFailure("What is stored can't be read: " + e.getMessage(), e);
        }
    }

    /** How many rows deviate so. */
    static long count(List<Deviation> deviations, Deviation.Kind kind) {
        return deviations.stream().filter(one -> one.kind() == kind).count();
    }

    /** How many rows deviate in each table, and the first few of them. */
    static List<String> violations(List<Deviation> deviations) {
        Map<String, Long> counts = deviations.stream()
                .collect(Collectors.groupingBy(
                        one -> one.table() + ": rows " + one.kind().name().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.counting()));
        var all = new ArrayList<String>();
        counts.forEach((what, count) -> all.add(what + ": " + count));
        deviations.stream().limit(MOST_REMARKS).map(Deviation::spoken).forEach(all::add);
        return all;
    }
}
