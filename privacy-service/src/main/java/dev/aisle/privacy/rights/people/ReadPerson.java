package dev.aisle.privacy.rights.people;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.consent.decisions.DecideOnUse;
import dev.aisle.privacy.consent.decisions.DecideOnUse.Question;
import dev.aisle.privacy.consent.statements.ConsentReceipts;
import dev.aisle.privacy.consent.statements.ReadConsent;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.consent.versions.HistoryEntry;
import dev.aisle.privacy.rights.holds.LegalHolds;
import dev.aisle.privacy.shared.datamap.Words;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what an officer sees of a person; the log has it. */
@ApplicationScoped
class ReadPerson {
    private static final int MOST_CHANGES = 500;

    private final ReadConsent readConsent;
    private final DecideOnUse decideOnUse;
    private final LegalHolds holds;
    private final ConsentReceipts receipts;

    ReadPerson(ReadConsent readConsent, DecideOnUse decideOnUse, LegalHolds holds, ConsentReceipts receipts) {
        this.readConsent = readConsent;
        this.decideOnUse = decideOnUse;
        this.holds = holds;
        this.receipts = receipts;
    }

    /** The person as of now. */
    ConsolePerson read(Pseudonym pseudonym, Words words) {
        Instant now = Instant.now();
        ConsentSnapshot current = readConsent.shown(pseudonym);
        List<HistoryEntry> history = readConsent.history(pseudonym, 0, MOST_CHANGES);
        List<Question> questions = Arrays.stream(Purpose.values())
                .map(purpose -> new Question(new ByPseudonym(pseudonym), purpose, false))
                .toList();
        List<ConsolePerson.Use> uses = decideOnUse.decide(questions).stream()
                .map(decision -> new ConsolePerson.Use(
                        decision.purpose().wireName(), current.statements().get(decision.purpose()), now, decision))
                .toList();
        return new ConsolePerson(
                pseudonym.value(),
                current,
                uses,
                ConsolePerson.changes(history),
                history.size() == MOST_CHANGES,
                holds.of(pseudonym).map(LegalHolds.Hold::until).orElse(null),
                receipts.stays(pseudonym.value(), words).stream()
                        .map(ConsolePerson.Kept::new)
                        .toList());
    }

    /** The receipt as JSON-LD; empty when nothing was ever said. */
    Optional<Map<String, Object>> receipt(String pseudonym) {
        return receipts.of(pseudonym);
    }
}
