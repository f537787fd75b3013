package dev.aisle.platform.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service is.
 *
 * @param service its name, as the data map has it
 * @param ready whether it takes work
 * @param jobs its latest long jobs, the newest first
 * @param clocks what it does by itself from time to time, by name
 * @param settings those that were asked for, by name
 */
public record ServiceReport(
        String service,
        boolean ready,
        List<Check> checks,
        List<JobReport> jobs,
        List<Clock> clocks,
        List<Setting> settings) {
    public ServiceReport {
        checks = List.copyOf(checks);
        jobs = List.copyOf(jobs);
        clocks = List.copyOf(clocks);
        settings = List.copyOf(settings);
    }

    /**
     * One thing that a service looks at to say that it is ready, or well.
     *
     * @param told what it says beside; empty for nothing
     */
    public record Check(String name, boolean up, String told) {}

    /**
     * Something done from time to time.
     *
     * @param last when it was done last here; null before the first time
     * @param next when it is due; null when never
     * @param overdue whether it should have been done by now
     */
    public record Clock(
            String name, @Nullable Instant last, @Nullable Instant next, boolean overdue) {}

    /**
     * A setting.
     *
     * @param value as it may be seen: never a secret
     * @param from where it stands: a file, the environment
     */
    public record Setting(String name, String value, String from) {}
}
