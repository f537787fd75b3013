package dev.aisle.ingest.shared.values;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong while a value is read; the first fault is the one that is told, and so is the first of what was only mended. */
public final class Faults {
    private @Nullable Fault first;
    private @Nullable Fault mended;

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

    /** A value that was put right and goes on. */
    public void mended(String code, String field, String message) {
        if (mended == null) {
            mended = new Fault(code, field, message);
        }
    }

    public Optional<Fault> mended() {
        return Optional.ofNullable(mended);
    }

    public Optional<Fault> first() {
        return Optional.ofNullable(first);
    }
}
