package dev.aisle.privacy.rights.counts;

import dev.aisle.algorithms.privacy.ExplicitStatus;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.platform.problem.Problems;
import dev.aisle.privacy.rights.request.domain.RequestStatus;
import dev.aisle.privacy.rights.request.domain.RequestType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads questions from parameters. */
sealed interface CountQuestions {
    /** A question. */
    record Asked(Question question) implements CountQuestions {}

    /** None. */
    record Refused(Response answer) implements CountQuestions {}

    static CountQuestions consents(@Nullable String purpose, @Nullable String status, @Nullable String jurisdiction) {
        if ((purpose == null) != (status == null)) {
            String missing = purpose == null ? "purpose" : "status";
            return new Refused(Problems.invalidField(missing, "purpose and status are asked for together"));
        }
        Set<String> facts = new HashSet<>();
        if (jurisdiction != null) {
            facts.add("jurisdiction=" + jurisdiction);
        }
        if (purpose != null && status != null) {
            if (Purpose.ofWireName(purpose).isEmpty()) {
                return new Refused(Problems.unprocessable("unknown-purpose", "purpose", "there is no such purpose"));
            }
            if (status.isEmpty() || ExplicitStatus.ofWireName(status).isEmpty()) {
                return new Refused(Problems.unprocessable("unknown-status", "status", "there is no such status"));
            }
            facts.add(purpose + "=" + status);
        }
        return new Asked(new Question(Dataset.CONSENTS, facts));
    }

    static CountQuestions requests(@Nullable String type, @Nullable String status) {
        if (type == null) {
            return status == null
                    ? new Asked(new Question(Dataset.REQUESTS, Set.of()))
                    : new Refused(Problems.invalidField("type", "a status is asked for with a type"));
        }
        if (RequestType.ofWireName(type).isEmpty()) {
            return new Refused(Problems.unprocessable("unknown-type", "type", "known are " + RequestType.NAMES));
        }
        boolean known = status == null
                || Arrays.stream(RequestStatus.values())
                        .anyMatch(value -> value.wireName().equals(status));
        return known
                ? new Asked(
                        new Question(Dataset.REQUESTS, Set.of(status == null ? "type=" + type : type + "=" + status)))
                : new Refused(Problems.unprocessable("unknown-status", "status", "there is no such status"));
    }
}
