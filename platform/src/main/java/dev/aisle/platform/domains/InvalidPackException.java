package dev.aisle.platform.domains;

import java.util.List;

/** A pack can't be used. The message has all that is wrong, each with file, line, field and what to write instead. */
public final class InvalidPackException extends RuntimeException {
    private final List<String> faults;

    /** Of what is wrong; at least one. */
    public InvalidPackException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, one sentence each. */
    public List<String> faults() {
        return faults;
    }
}
