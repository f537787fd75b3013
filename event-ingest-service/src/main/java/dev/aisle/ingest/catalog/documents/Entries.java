package dev.aisle.ingest.catalog.documents;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents of a stream, one at a time. */
public interface Entries {
    /** The next one; {@code null} at the end. */
    @Nullable
    Entry next() throws IOException;

    /** The columns or elements so far that nobody knows, so that what they hold is left out. */
    default List<String> unknownColumns() {
        return List.of();
    }
}
