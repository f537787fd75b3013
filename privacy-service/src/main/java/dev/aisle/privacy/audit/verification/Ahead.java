package dev.aisle.privacy.audit.verification;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Rows in the order of a number, looked at one ahead. */
final class Ahead<T> {
    private final Iterator<T> rows;
    private final ToLongFunction<T> number;
    private @Nullable T next;

    Ahead(Iterator<T> rows, ToLongFunction<T> number) {
        this.rows = rows;
        this.number = number;
        advance();
    }

    /** The rows with this number; those with smaller ones are gone afterwards. */
    List<T> at(long wanted) {
        List<T> found = new ArrayList<>();
        while (next != null && number.applyAsLong(next) <= wanted) {
            if (number.applyAsLong(next) == wanted) {
                found.add(next);
            }
            advance();
        }
        return found;
    }

    boolean isDone() {
        return next == null;
    }

    private void advance() {
        next = rows.hasNext() ? rows.next() : null;
    }
}
