package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.contracts.privacy.v1.ConsentStatus;
import dev.aisle.platform.identity.Successors;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.consent.store.ConsentRepository;
import dev.aisle.privacy.consent.store.ConsentTopic;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares every state that the topic of consents still has with the stored version of its number. What the database has beyond the topic isn't
 * looked for here: that is compared with the log.
 */
@ApplicationScoped
public class CompareWithTopic {
    private static final int MOST = 100;

    private final ConsentTopic topic;
    private final ConsentRepository consents;
    private final ErasedSubjectRepository erased;
    private final Successors successors;
    private final ConsentRules rules;

    CompareWithTopic(
            ConsentTopic topic,
            ConsentRepository consents,
            ErasedSubjectRepository erased,
            Successors successors,
            ConsentRules rules) {
        this.topic = topic;
        this.consents = consents;
        this.erased = erased;
        this.successors = successors;
        this.rules = rules;
    }

    /** What doesn't agree: a version that the others were told and the database hasn't, or has otherwise. */
    public record Difference(String pseudonym, long version, What what) {
        /** How they differ. */
        public enum What {
            /** The database has no such version. */
            NOT_STORED,
            /** It has another one of this number. */
            OTHERWISE
        }

        /** Pseudonyms stay out of logs. */
        @Override
        public String toString() {
            return "Difference[" + what + "]";
        }
    }

    /**
     * Returns the first 100 differences.
     *
     * @throws RuntimeException when the topic can't be read to its end
     */
    public List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        // The database is asked after the topic: it has each version before the topic has.
        topic.states(states -> QuarkusTransaction.requiringNew().run(() -> compare(states, found)));
        return found;
    }

    private void compare(List<ConsentState> states, List<Difference> found) {
        Map<String, List<ConsentSnapshot>> histories = consents.histories(
                states.stream().map(ConsentState::getPseudonym).distinct().toList());
        for (ConsentState told : states) {
            if (found.size() < MOST && told.getSuccessor().isEmpty()) {
                compare(told, histories.getOrDefault(told.getPseudonym(), List.of()))
                        .ifPresent(what -> found.add(new Difference(told.getPseudonym(), told.getVersion(), what)));
            }
        }
    }

    private Optional<Difference.What> compare(ConsentState told, List<ConsentSnapshot> stored) {
        Optional<ConsentSnapshot> same = stored.stream()
                .filter(snapshot -> snapshot.version() == told.getVersion())
                .findFirst();
        if (same.isPresent()) {
            return agrees(told, same.get()) ? Optional.empty() : Optional.of(Difference.What.OTHERWISE);
        }
        // What a backup had lost was adopted under the next number.
        boolean older = stored.stream().anyMatch(snapshot -> snapshot.version() > told.getVersion());
        return older || isGone(told.getPseudonym()) ? Optional.empty() : Optional.of(Difference.What.NOT_STORED);
    }

    private boolean isGone(String pseudonym) {
        return erased.tombstoneOf(pseudonym).isPresent()
                || !successors.standing(pseudonym).equals(pseudonym);
    }

    private boolean agrees(ConsentState told, ConsentSnapshot stored) {
        ConsentState expected =
                ConsentMessages.of(new Pseudonym(told.getPseudonym()), told.getTenant(), stored, rules, Map.of());
        return statuses(told).equals(statuses(expected))
                && told.getGpc() == expected.getGpc()
                && told.getJurisdiction().equals(expected.getJurisdiction())
                && told.getAgeBand() == expected.getAgeBand();
    }

    private static Map<Purpose, ConsentStatus> statuses(ConsentState state) {
        Map<Purpose, ConsentStatus> statuses = new EnumMap<>(Purpose.class);
        state.getDecisionsList().forEach(decision -> statuses.put(decision.getPurpose(), decision.getStatus()));
        return statuses;
    }
}
