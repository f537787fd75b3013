package dev.aisle.privacy.audit.verification;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows that are read a page at a time. */
final class Pages<T> implements Iterator<T> {
    private final Function<@Nullable T, List<T>> next;
    private Iterator<T> page;
    private @Nullable T last;

    /** @param next the page after a row, the first one after {@code null}; an empty one is the end */
    Pages(Function<@Nullable T, List<T>> next) {
        this.next = next;
        this.page = next.apply(null).iterator();
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext() && last != null) {
            page = next.apply(last).iterator();
            last = null;
        }
        return page.hasNext();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T row = page.next();
        last = row;
        return row;
    }
}
