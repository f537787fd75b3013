package dev.aisle.ingest.door.usecase;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as far as the request says so.
 *
 * @param headerKey the write key of the Authorization header
 * @param queryKey the write key of the address, where a protocol has it there
 * @param origin of the page that a browser sends from
 */
public record Caller(
        @Nullable String headerKey,
        @Nullable String queryKey,
        @Nullable String origin) {
    /** The key that counts: that of the header, else that of the body, else that of the address. */
    @Nullable
    String keyBeside(@Nullable String bodyKey) {
        if (headerKey != null) {
            return headerKey;
        }
        return bodyKey == null ? queryKey : bodyKey;
    }

    @Override
    public String toString() {
        return "Caller[origin=" + origin + "]";
    }
}
