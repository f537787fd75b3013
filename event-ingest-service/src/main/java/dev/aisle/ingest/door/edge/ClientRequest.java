package dev.aisle.ingest.door.edge;

import dev.aisle.algorithms.privacy.signals.GlobalPrivacyControl;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.ingest.door.domain.Completion;
import dev.aisle.ingest.door.usecase.Caller;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client says around a body.
 *
 * @param queryKeyName of the write key in the address; {@code null} where a protocol doesn't have it there
 */
public record ClientRequest(
        HttpServerRequest http, @Nullable String queryKeyName) {
    private static final int LONGEST_HEADER = 2_000;

    /** A request of a protocol that has the key in a header or in the body only. */
    public static ClientRequest of(HttpServerRequest http) {
        return new ClientRequest(http, null);
    }

    /** The header of that name. */
    public @Nullable String header(String name) {
        return http.getHeader(name);
    }

    /** Whether only to say what would happen. */
    public boolean validate() {
        return http.query() != null && "true".equals(http.getParam("validate"));
    }

    /** Who sends it. */
    public Caller caller() {
        String queryKey = queryKeyName == null ? null : http.getParam(queryKeyName);
        return new Caller(Transfer.basicUser(http.getHeader("Authorization")), queryKey, http.getHeader("Origin"));
    }

    byte[] decode(byte[] encoded) throws Transfer.NotGzip {
        return Transfer.decode(encoded, http.getHeader("Content-Encoding"));
    }

    boolean isCompressed(byte[] encoded) {
        return Transfer.isCompressed(encoded, http.getHeader("Content-Encoding"));
    }

    /** The purposes that the browser denies for its person (Global Privacy Control), whatever the protocol. */
    Set<Purpose> denied() {
        return GlobalPrivacyControl.isSet(http.headers().getAll(GlobalPrivacyControl.HEADER))
                ? CrossingContexts.purposes()
                : Set.of();
    }

    /** What RudderStack's browser client says in headers. */
    public Completion completion() {
        String anonymousId = http.getHeader("AnonymousId");
        String sentAt = http.getHeader("SentAt");
        return anonymousId == null && sentAt == null
                ? Completion.NONE
                : new Completion(decoded(anonymousId), instant(sentAt), null);
    }

    /** The same, and the browser's name for protocols whose bodies don't have it. */
    public Completion completionWithUserAgent() {
        Completion known = completion();
        return new Completion(known.anonymousId(), known.sentAt(), http.getHeader("User-Agent"));
    }

    /** That of a protocol that servers speak too: only a page has an origin, and only its sender's name tells something. */
    public Completion completionFromBrowser() {
        return http.getHeader("Origin") == null ? completion() : completionWithUserAgent();
    }

    private static @Nullable String decoded(@Nullable String base64) {
        if (base64 == null || base64.length() > LONGEST_HEADER) {
            return null;
        }
        try {
            return new String(Base64.getDecoder().decode(base64.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A clock that can't be read corrects nothing. */
    private static @Nullable Instant instant(@Nullable String text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text.strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "ClientRequest[" + http.method() + " " + http.path() + "]";
    }
}
