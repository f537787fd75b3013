package dev.aisle.recommender.serving.edge;

import dev.aisle.recommender.serving.domain.Page;
import dev.aisle.recommender.serving.domain.PageCursor;
import dev.aisle.recommender.serving.domain.Recommendations;
import dev.aisle.recommender.serving.usecase.ServingSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Turns cursors into pages and lists into cursors. */
@Singleton
class Cursors {
    private final Duration age;

    Cursors(ServingSettings settings) {
        this.age = settings.cursorAge();
    }

    /**
     * The page that a cursor leads to; the first one when it is empty.
     *
     * @param question what the cursor must have been made for
     */
    Page page(String field, String cursor, String question, Checks checks) {
        if (cursor.isEmpty()) {
            return Page.first();
        }
        return switch (PageCursor.read(cursor, question, Instant.now(), age)) {
            case PageCursor.Read.Valid(long[] shown) -> Page.after(shown);
            case PageCursor.Read.Refused(String text) -> {
                checks.refuse(field, text);
                yield Page.first();
            }
        };
    }

    /** The cursor of the page after a list; empty when there is none. */
    String next(Recommendations list, String question) {
        long[] shown = list.page().with(list.productIds());
        boolean more = list.more() && !list.items().isEmpty() && shown.length <= PageCursor.MOST_SHOWN;
        return more ? PageCursor.of(shown, question, Instant.now()) : "";
    }
}
