package dev.aisle.privacy.consent.decisions;

import dev.aisle.algorithms.privacy.ConsentDecision;
import dev.aisle.algorithms.privacy.ConsentReason;
import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.privacy.consent.statements.ReadConsent;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.Signals;
import dev.aisle.privacy.consent.versions.Statement;
import dev.aisle.privacy.shared.people.RestrictedSubjects;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.shared.people.Subjects;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides whether data may be used, for many subjects and purposes at once. */
@ApplicationScoped
public class DecideOnUse {
    private final Subjects subjects;
    private final ReadConsent readConsent;
    private final RestrictedSubjects restricted;
    private final ConsentRules rules;

    DecideOnUse(Subjects subjects, ReadConsent readConsent, RestrictedSubjects restricted, ConsentRules rules) {
        this.subjects = subjects;
        this.readConsent = readConsent;
        this.restricted = restricted;
        this.rules = rules;
    }

    /** May this subject's data be used for this? */
    public record Question(SubjectReference subject, Purpose purpose, boolean gpc) {}

    /** The answer, the version of the consent that it rests on, and when a yes that it rests on is over. */
    public record Decision(
            Pseudonym subject,
            Purpose purpose,
            ConsentDecision decision,
            long consentVersion,
            @Nullable Instant validUntil) {}

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
        ConsentDecision decision = consent.decide(rules, question.purpose(), question.gpc(), Instant.now(), suppressed);
        Statement said = consent.statements().get(question.purpose());
        return new Decision(pseudonym, question.purpose(), decision, consent.version(), endOf(decision, consent, said));
    }

    private static @Nullable Instant endOf(
            ConsentDecision decision, ConsentSnapshot consent, @Nullable Statement said) {
        Signals.Tcf tcf = consent.circumstances().signals().tcf();
        if (decision.reason() == ConsentReason.TCF_GRANT && tcf != null) {
            return tcf.until();
        }
        return decision.allowed() && said != null && said.grants() ? said.until() : null;
    }
}
