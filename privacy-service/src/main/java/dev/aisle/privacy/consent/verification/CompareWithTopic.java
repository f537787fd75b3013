package dev.aisle.privacy.consent.verification;

import dev.aisle.contracts.privacy.v1.ConsentState;
import dev.aisle.privacy.consent.topic.ConsentStates;
import dev.aisle.privacy.consent.topic.ConsentTopic;
import dev.aisle.privacy.consent.verification.LoggedMoves.Moves;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Compares every state that the topic of consents still has with the stored version of its number: all of it but the keys. Fences, restrictions and legal
 * holds stand beside the versions and change without a new one, so that of a person's states only the newest must have them as they are now. What the
 * database has beyond the topic isn't looked for here: that is compared with the log.
 */
@ApplicationScoped
public class CompareWithTopic {
    private static final int MOST = 10_000;

    private final ConsentTopic topic;
    private final ConsentRepository consents;
    private final ConsentStates expectedStates;
    private final LoggedMoves loggedMoves;
    private final ErasedSubjectRepository erased;

    CompareWithTopic(
            ConsentTopic topic,
            ConsentRepository consents,
            ConsentStates expectedStates,
            LoggedMoves loggedMoves,
            ErasedSubjectRepository erased) {
        this.topic = topic;
        this.consents = consents;
        this.expectedStates = expectedStates;
        this.loggedMoves = loggedMoves;
        this.erased = erased;
    }

    /** What doesn't agree: a version that the others were told and the database hasn't, or has otherwise. */
    public record Difference(String pseudonym, long version, What what) {
        /** How they differ. */
        public enum What {
            /** The database has no such version. */
            NOT_STORED,
            /** It has another one of this number. */
            OTHERWISE,
            /** The log has no entry of the move to the successor. */
            NOT_MOVED
        }

        /** Pseudonyms stay out of logs. */
        @Override
        public String toString() {
            return "Difference[" + what + "]";
        }
    }

    /**
     * Returns the differences, of which at most 10,000 of a kind.
     *
     * @throws RuntimeException when the topic can't be read to its end
     */
    public List<Difference> differences() {
        Set<Difference> found = pass();
        if (!found.isEmpty()) {
            // What changed between the topic and the database, or hasn't left yet, looks like a difference; it is none
            // the next time.
            List<String> people =
                    found.stream().map(Difference::pseudonym).distinct().toList();
            Set<String> untold = QuarkusTransaction.requiringNew().call(() -> consents.untold(people));
            found.removeIf(one -> untold.contains(one.pseudonym()));
            found.retainAll(pass());
        }
        return List.copyOf(found);
    }

    private Set<Difference> pass() {
        Pass pass = new Pass(Instant.now());
        // The database is asked after the topic: it has each version before the topic has.
        topic.states(states -> QuarkusTransaction.requiringNew().run(() -> pass.compare(states)));
        return pass.found();
    }

    /** One reading of the topic. */
    private final class Pass {
        private final Instant now;
        private final Set<Difference> found = new LinkedHashSet<>();
        /** By person, the newest state so far, if it isn't as it should be now: a later one may be. */
        private final Map<String, Difference> newest = new LinkedHashMap<>();

        Pass(Instant now) {
            this.now = now;
        }

        Set<Difference> found() {
            found.addAll(newest.values());
            return found;
        }

        void compare(List<ConsentState> states) {
            List<String> people =
                    states.stream().map(ConsentState::getPseudonym).distinct().toList();
            Map<String, List<ConsentSnapshot>> histories = consents.histories(people);
            Map<String, ConsentSnapshot> last = new HashMap<>();
            histories.forEach((person, history) -> last.put(person, history.getLast()));
            Map<String, ConsentState> expected = expectedStates.expected(last, now);
            Moves moves = loggedMoves.from(people.stream()
                    .filter(person -> !histories.containsKey(person))
                    .toList());
            for (ConsentState told : states) {
                String person = told.getPseudonym();
                List<ConsentSnapshot> history = histories.getOrDefault(person, List.of());
                if (!told.getSuccessor().isEmpty()) {
                    successor(told, moves);
                } else if (history.isEmpty()) {
                    ofNobody(told, moves);
                } else {
                    compare(told, history, Objects.requireNonNull(expected.get(person)));
                }
            }
        }

        private void compare(ConsentState told, List<ConsentSnapshot> history, ConsentState current) {
            Difference before = newest.get(told.getPseudonym());
            if (before != null && told.getVersion() >= before.version()) {
                newest.remove(told.getPseudonym());
            }
            ConsentSnapshot same = history.stream()
                    .filter(snapshot -> snapshot.version() == told.getVersion())
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                // What a backup had lost was adopted under the next number.
                if (history.getLast().version() < told.getVersion()) {
                    add(told, Difference.What.NOT_STORED);
                }
            } else if (!says(told, same)) {
                add(told, Difference.What.OTHERWISE);
            } else if (same.version() == current.getVersion()
                    && !ComparableState.whole(told, now).equals(ComparableState.whole(current, now))) {
                addNewest(told, Difference.What.OTHERWISE);
            }
        }

        private boolean says(ConsentState told, ConsentSnapshot stored) {
            ConsentState said = expectedStates.said(told.getPseudonym(), stored);
            return ComparableState.said(told, now).equals(ComparableState.said(said, now));
        }

        /** The last word under a pseudonym from which somebody moved away. */
        private void successor(ConsentState told, Moves moves) {
            String person = told.getPseudonym();
            newest.remove(person);
            if (!moves.between(person, told.getSuccessor()) && !isErased(person)) {
                add(told, Difference.What.NOT_MOVED);
            }
        }

        /** Who moved away or was erased has no versions; the last that the others hear is where to, or that nothing is allowed. */
        private void ofNobody(ConsentState told, Moves moves) {
            String person = told.getPseudonym();
            boolean gone = moves.awayFrom(person) || isErased(person);
            if (gone && told.getSuppressed()) {
                newest.remove(person);
            } else if (gone) {
                addNewest(told, Difference.What.NOT_STORED);
            } else {
                add(told, Difference.What.NOT_STORED);
            }
        }

        private boolean isErased(String pseudonym) {
            return erased.tombstoneOf(pseudonym).isPresent();
        }

        private void add(ConsentState told, Difference.What what) {
            if (found.size() < MOST) {
                found.add(new Difference(told.getPseudonym(), told.getVersion(), what));
            }
        }

        private void addNewest(ConsentState told, Difference.What what) {
            if (newest.size() < MOST) {
                newest.put(told.getPseudonym(), new Difference(told.getPseudonym(), told.getVersion(), what));
            }
        }
    }
}
