package dev.aisle.ingest.catalog;

import dev.aisle.ingest.catalog.documents.Terms;
import dev.aisle.platform.problem.Problems;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What stands behind the question mark of the catalogue's routes. */
final class CatalogQuery {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** RFC 3339: how old the documents are that don't say it themselves. */
    @QueryParam("sourceTime")
    @Nullable
    String sourceTime;

    /** Only look, store nothing. */
    @QueryParam("validate")
    boolean validate;

    /** Of tables: {@code field=column} pairs. */
    @QueryParam("columns")
    @Nullable
    String columns;

    /** The terms of a request that comes now; a 400 when the source time is none. */
    Terms terms(ShopTerms shop) {
        if (sourceTime == null || sourceTime.isBlank()) {
            return shop.of(null);
        }
        try {
            // A plus sign in a query string is a blank.
            Instant time =
                    OffsetDateTime.parse(sourceTime.strip().replace(' ', '+')).toInstant();
            Terms terms = shop.of(time);
            if (!time.isBefore(EARLIEST) && !terms.isTooEarly(time)) {
                return terms;
            }
        } catch (DateTimeParseException e) {
            throw refused();
        }
        throw refused();
    }

    private static WebApplicationException refused() {
        return new WebApplicationException(Problems.invalidField(
                "sourceTime", "expected an ISO 8601 time with a zone, since 2000 and at most one hour ahead"));
    }
}
