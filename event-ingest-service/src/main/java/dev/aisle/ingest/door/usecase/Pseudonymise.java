package dev.aisle.ingest.door.usecase;

import dev.aisle.algorithms.privacy.IdentifierType;
import dev.aisle.algorithms.privacy.InvalidIdentifierException;
import dev.aisle.ingest.shared.identity.CurrentPseudonyms;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives a storefront the pseudonyms of its customers, with which it asks every other service. */
@Singleton
public class Pseudonymise {
    private final CurrentPseudonyms pseudonyms;

    Pseudonymise(CurrentPseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** An identifier and what it is: {@code customer_id}, {@code email}… */
    public record Subject(String type, String value) {
        @Override
        public String toString() {
            return "Subject[" + type + "]";
        }
    }

    /** What became of the question. */
    public sealed interface Outcome {}

    /** The pseudonyms in the order of the subjects. */
    public record Pseudonyms(List<String> values) implements Outcome {
        public Pseudonyms {
            values = List.copyOf(values);
        }
    }

    /** One subject is none. */
    public record NoSubject(String field, String message) implements Outcome {}

    /** Erasures are not known yet, so an erased person's pseudonym might be given. */
    public record NotYet() implements Outcome {}

    /** The current pseudonyms of these subjects. */
    public Outcome of(List<Subject> subjects) {
        if (!pseudonyms.known()) {
            return new NotYet();
        }
        List<String> values = new ArrayList<>(subjects.size());
        for (int i = 0; i < subjects.size(); i++) {
            Subject subject = subjects.get(i);
            Optional<IdentifierType> type = IdentifierType.ofWireName(subject.type());
            if (type.isEmpty()) {
                return new NoSubject(
                        "subjects[" + i + "].type", "expected customer_id, anonymous_id, device_id, email or phone");
            }
            try {
                values.add(pseudonyms.of(type.get(), subject.value()).value());
            } catch (InvalidIdentifierException e) {
                return new NoSubject("subjects[" + i + "].value", String.valueOf(e.getMessage()));
            }
        }
        return new Pseudonyms(values);
    }
}
