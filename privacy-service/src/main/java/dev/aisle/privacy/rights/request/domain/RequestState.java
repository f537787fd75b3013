package dev.aisle.privacy.rights.request.domain;

import dev.aisle.privacy.rights.receipts.Receipt;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request and who has answered it.
 *
 * @param term until when it must be answered
 * @param progress what has happened, what is missing
 * @param receipts of the services that have erased, in the order in which they came
 * @param linked what else is the person's; {@code null} when it is no erasure or has not begun
 * @param stays what is kept of a person who has objected, why and until when; empty when it is no objection or has not been met
 */
public record RequestState(
        UUID id,
        RequestType type,
        RequestStatus status,
        Term term,
        Progress progress,
        List<Receipt> receipts,
        @Nullable Linked linked,
        List<Stay> stays) {
    public RequestState {
        receipts = List.copyOf(receipts);
        stays = List.copyOf(stays);
    }

    /**
     * The deadline.
     *
     * @param extendedBecause why it was extended; {@code null} when it wasn't
     */
    public record Term(
            String regulation,
            Instant requestedAt,
            Instant dueAt,
            @Nullable String extendedBecause) {}

    /**
     * How far it is.
     *
     * @param attempts how often the services were asked
     * @param answered the services that have answered
     * @param awaiting the services that have not
     * @param waitingFor why it has not begun; {@code null} when it has
     * @param outcome what came of it, in a sentence; {@code null} while that is open
     */
    public record Progress(
            Verification verification,
            int attempts,
            List<String> answered,
            List<String> awaiting,
            @Nullable Waiting waitingFor,
            @Nullable String outcome,
            @Nullable Instant completedAt) {
        public Progress {
            answered = List.copyOf(answered);
            awaiting = List.copyOf(awaiting);
        }
    }

    /**
     * What is erased with a person, and what isn't.
     *
     * @param browsers how many browsers that only the person uses
     * @param olderPseudonyms how many pseudonyms of older keys
     * @param sharedBrowsers how many browsers stay since other customers use them as well
     * @param heldBrowsers how many browsers stay under a legal hold
     * @param receipts of the services about all of these
     */
    public record Linked(
            int browsers, int olderPseudonyms, int sharedBrowsers, int heldBrowsers, List<Receipt> receipts) {
        public Linked {
            receipts = List.copyOf(receipts);
        }
    }

    /** The services that are expected and have not answered. */
    public static List<String> awaited(List<String> expected, List<String> answered) {
        return expected.stream().filter(service -> !answered.contains(service)).toList();
    }
}
