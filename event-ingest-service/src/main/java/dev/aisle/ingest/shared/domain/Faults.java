package dev.aisle.ingest.shared.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong while a value is read; the first fault is the one that is told. */
public final class Faults {
    private @Nullable Fault first;

    /** A value of the wrong form. */
    public void invalid(String field, String message) {
        add("invalid-field", field, message);
    }

    /** Any fault. */
    public void add(String code, String field, String message) {
        add(new Fault(code, field, message));
    }

    /** A fault that was found elsewhere. */
    public void add(Fault fault) {
        if (first == null) {
            first = fault;
        }
    }

    public Optional<Fault> first() {
        return Optional.ofNullable(first);
    }
}
