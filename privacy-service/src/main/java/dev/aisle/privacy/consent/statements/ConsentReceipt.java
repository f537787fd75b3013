package dev.aisle.privacy.consent.statements;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a caller gets for a consent, and gets again when it repeats the call.
 *
 * @param subject the pseudonym
 * @param decisions everything that holds now, by the names of purposes and statuses
 * @param stays what is kept of the subject, why and until when; only where something was refused, and never stored
 */
@JsonPropertyOrder({"receiptId", "subject", "version", "decisions", "stays"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentReceipt(
        UUID receiptId,
        String subject,
        long version,
        Map<String, String> decisions,
        @Nullable List<Stay> stays) {
    /** A receipt that doesn't say what stays. */
    public ConsentReceipt(UUID receiptId, String subject, long version, Map<String, String> decisions) {
        this(receiptId, subject, version, decisions, null);
    }

    /** The same with what stays. */
    public ConsentReceipt with(List<Stay> kept) {
        return new ConsentReceipt(receiptId, subject, version, decisions, kept);
    }
}
