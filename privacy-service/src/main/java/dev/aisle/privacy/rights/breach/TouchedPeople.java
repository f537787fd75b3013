package dev.aisle.privacy.rights.breach;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.algorithms.privacy.rules.ConsentRules;
import dev.aisle.privacy.consent.versions.ConsentRepository;
import dev.aisle.privacy.consent.versions.ConsentSnapshot;
import dev.aisle.privacy.rights.breach.BreachReport.Touched;
import dev.aisle.privacy.vault.traits.SubjectKeyRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom a breach may have touched: everybody known by its end, with each purpose that was allowed at some moment of it. A purpose
 * that was allowed shortly before and whose data was still there counts as well, for as long as it was kept before the breach.
 */
@ApplicationScoped
class TouchedPeople {
    private final ConsentRepository consents;
    private final SubjectKeyRepository keys;
    private final ConsentRules rules;

    TouchedPeople(ConsentRepository consents, SubjectKeyRepository keys, ConsentRules rules) {
        this.consents = consents;
        this.keys = keys;
        this.rules = rules;
    }

    /** Some of them in the order of their pseudonyms, and where the next ones begin. */
    record Page(List<Touched> people, String last, boolean more) {}

    Page page(Breach breach, Set<Purpose> kept, String after, int atMost) {
        List<String> known = breach.what() == Breach.What.MASTER_KEY
                ? keys.under(breach.name(), after, atMost)
                : consents.knownBy(breach.to(), after, atMost);
        Map<String, List<ConsentSnapshot>> histories = consents.histories(known);
        List<Touched> people = known.stream()
                .filter(pseudonym -> isOf(breach, pseudonym))
                .map(pseudonym -> touched(pseudonym, histories.getOrDefault(pseudonym, List.of()), breach, kept))
                .toList();
        return new Page(people, known.isEmpty() ? after : known.getLast(), known.size() == atMost);
    }

    private static boolean isOf(Breach breach, String pseudonym) {
        return breach.what() != Breach.What.PSEUDONYM_KEY || pseudonym.startsWith("p1." + breach.name() + ".");
    }

    private Touched touched(String pseudonym, List<ConsentSnapshot> history, Breach breach, Set<Purpose> kept) {
        Set<Purpose> purposes = EnumSet.noneOf(Purpose.class);
        for (int i = 0; i < history.size(); i++) {
            ConsentSnapshot version = history.get(i);
            boolean over =
                    i + 1 < history.size() && !history.get(i + 1).changedAt().isAfter(breach.from());
            if (!over && !version.changedAt().isAfter(breach.to())) {
                Instant first = version.changedAt().isAfter(breach.from()) ? version.changedAt() : breach.from();
                kept.stream()
                        .filter(purpose ->
                                version.decide(rules, purpose, false, first).allowed())
                        .forEach(purposes::add);
            }
        }
        return new Touched(pseudonym, purposes.stream().map(Purpose::wireName).toList());
    }
}
