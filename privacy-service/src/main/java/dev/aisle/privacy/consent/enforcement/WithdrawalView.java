package dev.aisle.privacy.consent.enforcement;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal and how it is.
 *
 * @param status {@code in-force} or {@code propagating}
 * @param statusUrl where one sees later how it is
 * @param missing who may still go by the consent before; absent when it is in force
 * @param stays what is kept afterwards, why and until when; only in the answer to the withdrawal itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WithdrawalView(
        long version,
        String status,
        @Nullable Instant effectiveAt,
        @Nullable String statusUrl,
        @Nullable List<Missing> missing,
        @Nullable List<Stay> stays) {
    /** What is known of it. */
    public static WithdrawalView of(String pseudonym, Effect effect) {
        return switch (effect) {
            case Effect.InForce inForce ->
                new WithdrawalView(inForce.version(), "in-force", inForce.since(), null, null, null);
            case Effect.Propagating propagating ->
                new WithdrawalView(
                        propagating.version(),
                        "propagating",
                        null,
                        address(pseudonym, propagating.version()),
                        propagating.missing(),
                        null);
        };
    }

    /** The same, named by the version that a caller knows, with what stays. */
    public WithdrawalView ofVersion(long known, List<Stay> kept) {
        return new WithdrawalView(known, status, effectiveAt, statusUrl, missing, kept);
    }

    /** Where a withdrawal tells how it is. */
    public static String address(String pseudonym, long version) {
        return "/v1/consents/" + pseudonym + "/withdrawals/" + version;
    }
}
