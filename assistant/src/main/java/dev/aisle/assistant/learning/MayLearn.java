package dev.aisle.assistant.learning;

import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import dev.aisle.platform.consent.Use;
import dev.aisle.platform.erasure.ErasedSubjects;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** Lets something be written of people who allow analytics now, under the pseudonym they have now, and of nobody known. */
@Singleton
class MayLearn {
    private final ConsentView consents;
    private final ErasedSubjects erased;

    MayLearn(ConsentView consents, ErasedSubjects erased) {
        this.consents = consents;
        this.erased = erased;
    }

    /** Writes it while the consent stands; false when it doesn't. */
    boolean write(String subject, Consumer<String> writing) {
        if (subject.isEmpty()) {
            writing.accept("");
            return true;
        }
        try (Use _ = consents.beginUse()) {
            String person = consents.standing(subject);
            if (!consents.allows(person, Purpose.ANALYTICS) || erased.contains(person)) {
                return false;
            }
            writing.accept(person);
            return true;
        }
    }
}
