package dev.aisle.ingest.catalog.documents;

import dev.aisle.ingest.shared.values.Fields;
import dev.aisle.platform.domains.Domains;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;

/**
 * What holds for every document of a request.
 *
 * @param currency of amounts that name none
 * @param sourceTime of documents that name none
 * @param now when the request came
 * @param domains that products may belong to
 */
public record Terms(String tenant, Currency currency, Instant sourceTime, Instant now, Domains domains) {
    /** Clocks of shops are wrong by minutes; a time further ahead would keep every later change out. */
    public static final Duration AHEAD = Duration.ofHours(1);

    private static final String FIELD = "sourceTime";

    /** Of a shop and nothing else. */
    public Terms(String tenant, Currency currency, Instant sourceTime, Instant now) {
        this(tenant, currency, sourceTime, now, Domains.SHOP_ONLY);
    }

    /** Whether a source time is too far in the future to be one. */
    public boolean isTooEarly(Instant time) {
        return time.isAfter(now.plus(AHEAD));
    }

    /** The source time of a document. */
    Instant sourceTimeOf(Fields fields) {
        Instant named = fields.instant(FIELD);
        if (named == null) {
            return sourceTime;
        }
        if (isTooEarly(named)) {
            fields.faults().invalid(FIELD, "expected a time that is at most one hour ahead");
        }
        return named;
    }
}
