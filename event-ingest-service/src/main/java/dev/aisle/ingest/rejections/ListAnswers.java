package dev.aisle.ingest.rejections;

import dev.aisle.platform.problem.Problems;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What lists of refusals and dead letters have in common: how long a page is, where the next one begins, and what is said when nothing can be read. */
public final class ListAnswers {
    /** The limits of a page that are taken. */
    public static final String LIMIT = "[1-9]\\d?|[1-4]\\d\\d|500";

    public static final int RETRY_AFTER_SECONDS = 5;
    private static final int USUAL_LIMIT = 50;

    private ListAnswers() {}

    public static int limitOf(@Nullable String limit) {
        return limit == null ? USUAL_LIMIT : Integer.parseInt(limit);
    }

    public static @Nullable String textOf(@Nullable PageCursor cursor) {
        return cursor == null ? null : cursor.text();
    }

    public static Response unavailable() {
        return Problems.unavailable(
                "The broker doesn't answer, or other lists are being read. Ask again.", RETRY_AFTER_SECONDS);
    }
}
