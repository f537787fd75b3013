package dev.aisle.campaign.experiments.metrics;

import java.util.List;

/** A metrics file that can't be used, with all its faults. */
public final class InvalidMetricsException extends RuntimeException {
    private final transient List<String> faults;

    InvalidMetricsException(List<String> faults) {
        super("The metrics file can't be used:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Each with its place and what to write instead. */
    public List<String> faults() {
        return faults;
    }
}
