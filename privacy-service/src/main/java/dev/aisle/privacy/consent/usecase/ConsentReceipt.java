package dev.aisle.privacy.consent.usecase;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;
import java.util.UUID;

/**
 * What a caller gets for a consent, and gets again when it repeats the call.
 *
 * @param subject the pseudonym
 * @param decisions everything that holds now, by the names of purposes and statuses
 */
@JsonPropertyOrder({"receiptId", "subject", "version", "decisions"})
public record ConsentReceipt(UUID receiptId, String subject, long version, Map<String, String> decisions) {}
