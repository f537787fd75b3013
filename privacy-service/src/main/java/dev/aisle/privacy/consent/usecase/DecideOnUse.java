package dev.aisle.privacy.consent.usecase;

import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.consent.domain.ConsentSnapshot;
import dev.aisle.privacy.shared.domain.SubjectReference;
import dev.aisle.privacy.shared.store.RestrictedSubjects;
import dev.aisle.privacy.shared.usecase.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides whether data may be used, for many subjects and purposes at once. */
@ApplicationScoped
public class DecideOnUse {
    private final Subjects subjects;
    private final ReadConsent readConsent;
    private final RestrictedSubjects restricted;

    DecideOnUse(Subjects subjects, ReadConsent readConsent, RestrictedSubjects restricted) {
        this.subjects = subjects;
        this.readConsent = readConsent;
        this.restricted = restricted;
    }

    /** May this subject's data be used for this? */
    public record Question(SubjectReference subject, Purpose purpose, boolean gpc) {}

    /** The answer, and the version of the consent that it rests on. */
    public record Decision(Pseudonym subject, Purpose purpose, ConsentDecision decision, long consentVersion) {}

    /** The answers, in the order of the questions. */
    @Transactional
    public List<Decision> decide(List<Question> questions) {
        Map<Pseudonym, ConsentSnapshot> known = new HashMap<>();
        return questions.stream().map(question -> decide(question, known)).toList();
    }

    private Decision decide(Question question, Map<Pseudonym, ConsentSnapshot> known) {
        Pseudonym pseudonym = subjects.find(question.subject()).pseudonym();
        ConsentSnapshot consent = known.computeIfAbsent(pseudonym, readConsent::current);
        boolean suppressed = restricted.contains(pseudonym.value());
        ConsentDecision decision = consent.decide(question.purpose(), question.gpc(), suppressed);
        return new Decision(pseudonym, question.purpose(), decision, consent.version());
    }
}
