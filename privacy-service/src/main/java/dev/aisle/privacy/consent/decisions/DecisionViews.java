package dev.aisle.privacy.consent.decisions;

import dev.aisle.privacy.consent.decisions.DecideOnUse.Decision;
import dev.aisle.privacy.shared.edge.NamesSubject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of {@code POST /v1/decisions}. */
final class DecisionViews {
    private DecisionViews() {}

    /** Up to 500 questions. */
    record DecisionsRequest(
            @NotNull(message = "is missing") @Size(min = 1, max = 500, message = "expected 1 to 500 questions") @Valid
            List<@NotNull(message = "is null") QuestionView> questions) {}

    /** May this subject's data be used for this purpose, in a request with or without Global Privacy Control? */
    record QuestionView(
            @NotNull(message = "is missing") @NamesSubject String subject,

            @NotNull(message = "is missing") String purpose,

            @Nullable Boolean gpc) {}

    /** The answers, in the order of the questions. */
    record DecisionsView(List<DecisionView> decisions) {}

    /** {@code ALLOW} or {@code DENY}, why, by which rule, and until when a yes behind it holds. */
    record DecisionView(
            String subject,
            String purpose,
            String decision,
            String reason,
            String rule,
            long consentVersion,
            @Nullable Instant validUntil) {
        static DecisionView of(Decision decision) {
            return new DecisionView(
                    decision.subject().value(),
                    decision.purpose().wireName(),
                    decision.decision().allowed() ? "ALLOW" : "DENY",
                    decision.decision().reason().wireName(),
                    decision.decision().rule(),
                    decision.consentVersion(),
                    decision.validUntil());
        }
    }
}
