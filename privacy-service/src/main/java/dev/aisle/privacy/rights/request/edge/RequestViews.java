package dev.aisle.privacy.rights.request.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aisle.privacy.rights.receipts.Receipt;
import dev.aisle.privacy.rights.request.domain.RequestState;
import dev.aisle.privacy.rights.request.usecase.Deadlines.Due;
import dev.aisle.privacy.rights.request.usecase.SubmitRequest.Accepted;
import dev.aisle.privacy.shared.datamap.WhatStays.Stay;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Answers of {@code /v1/requests}. None of them names the subject. */
public final class RequestViews {
    private RequestViews() {}

    /**
     * The answer to a request.
     *
     * @param oneTimeCode for the shop to deliver to an address of the person that it knows; never sent again
     * @param stays what is kept of a person whose objection is met already
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AcceptedView(
            UUID id,
            String type,
            String status,
            @Nullable String oneTimeCode,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Stay> stays) {
        static AcceptedView of(Accepted accepted, List<Stay> stays) {
            return new AcceptedView(
                    accepted.id(),
                    accepted.type().wireName(),
                    accepted.status().wireName(),
                    accepted.oneTimeCode(),
                    stays);
        }
    }

    /** How far it is. */
    record RequestView(
            UUID id,
            String type,
            String status,
            String regulation,
            Instant requestedAt,
            Instant dueAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String extendedBecause,

            String verification,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String waitingFor,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String outcome,

            @Nullable Instant completedAt,
            int attempts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String progress,

            List<ReceiptView> receipts,
            List<String> awaiting,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LinkedView linked,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Stay> stays) {
        static RequestView of(RequestState state) {
            RequestState.Progress progress = state.progress();
            return new RequestView(
                    state.id(),
                    state.type().wireName(),
                    state.status().wireName(),
                    state.term().regulation(),
                    state.term().requestedAt(),
                    state.term().dueAt(),
                    state.term().extendedBecause(),
                    progress.verification().wireName(),
                    progress.waitingFor() == null ? null : progress.waitingFor().text(),
                    progress.outcome(),
                    progress.completedAt(),
                    progress.attempts(),
                    words(progress),
                    state.receipts().stream().map(ReceiptView::of).toList(),
                    progress.awaiting(),
                    state.linked() == null ? null : LinkedView.of(state.linked()),
                    state.stays());
        }

        private static @Nullable String words(RequestState.Progress progress) {
            int answered = progress.answered().size();
            int all = answered + progress.awaiting().size();
            return all == 0 ? null : answered + " of " + all + " services have answered";
        }
    }

    /**
     * What is erased with the person, and what stays.
     *
     * @param browsers how many browsers that only the person uses
     * @param olderPseudonyms how many pseudonyms of older keys
     * @param sharedBrowsers how many browsers stay since other customers use them as well
     * @param heldBrowsers how many browsers stay under a legal hold
     */
    record LinkedView(
            int browsers, int olderPseudonyms, int sharedBrowsers, int heldBrowsers, List<ReceiptView> receipts) {
        static LinkedView of(RequestState.Linked linked) {
            return new LinkedView(
                    linked.browsers(),
                    linked.olderPseudonyms(),
                    linked.sharedBrowsers(),
                    linked.heldBrowsers(),
                    linked.receipts().stream().map(ReceiptView::of).toList());
        }
    }

    /** What a service has removed, and what it still will. */
    public record ReceiptView(
            String service,
            Map<String, Long> removed,
            Instant at,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Receipt.Outstanding> outstanding) {
        public static ReceiptView of(Receipt receipt) {
            return new ReceiptView(
                    receipt.service(), new TreeMap<>(receipt.removed()), receipt.at(), receipt.outstanding());
        }
    }

    /** What must be answered soon. */
    record DueView(UUID id, String type, String status, Instant dueAt, boolean overdue) {
        static DueView of(Due due) {
            return new DueView(due.id(), due.type().wireName(), due.status().wireName(), due.dueAt(), due.overdue());
        }
    }
}
