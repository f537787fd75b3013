package dev.aisle.campaign.delivery.audiences;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of an audience's file.
 *
 * @param externalId by which the platform may keep the person: random, of this campaign only
 * @param digest SHA-256 of the e-mail address; {@code null} when there is none any more
 */
record AudienceLine(
        boolean joins, UUID externalId, @Nullable String digest) {
    /** The names of the columns. */
    public static final String HEADER = "action,id,email_sha256\n";

    /** As CSV; no field needs quotes. */
    public String csv() {
        return (joins ? "add," : "remove,") + externalId + "," + (digest == null ? "" : digest) + "\n";
    }

    /** Digests stay out of logs. */
    @Override
    public String toString() {
        return "AudienceLine[" + externalId + "]";
    }
}
