package dev.aisle.privacy.rights.breach;

import dev.aisle.algorithms.privacy.Purpose;
import dev.aisle.privacy.audit.log.Actors;
import dev.aisle.privacy.audit.log.AuditEntry;
import dev.aisle.privacy.audit.log.AuditLog;
import dev.aisle.privacy.rights.breach.BreachReport.Touched;
import dev.aisle.privacy.shared.datamap.DataPlace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says whose data and which fields a compromised service or key touched. */
@ApplicationScoped
class ReportBreach {
    private static final Duration TO_NOTIFY = Duration.ofDays(3);
    private static final int AT_ONCE = 1_000;
    private static final Set<String> VAULT = Set.of("vault_trait", "subject_key", "ad_disclosure");

    private final TouchedPeople touchedPeople;
    private final AuditLog audit;
    private final Actors actors;

    ReportBreach(TouchedPeople touchedPeople, AuditLog audit, Actors actors) {
        this.touchedPeople = touchedPeople;
        this.audit = audit;
        this.actors = actors;
    }

    /** People in the order of their pseudonyms, and after whom the next ones stand; {@code next} is empty at the end. */
    public record People(List<Touched> people, String next) {}

    /** The report. Counts everybody, some at a time, so that no transaction gets long. */
    public BreachReport report(Breach breach, Instant foundAt, String subjects) {
        List<DataPlace> places = places(breach);
        Set<Purpose> kept = purposesOf(places);
        QuarkusTransaction.requiringNew().run(() -> note(breach));
        long people = 0;
        Map<String, Long> byPurpose = new TreeMap<>();
        String after = "";
        boolean more = true;
        while (more) {
            String from = after;
            TouchedPeople.Page page =
                    QuarkusTransaction.requiringNew().call(() -> touchedPeople.page(breach, kept, from, AT_ONCE));
            people += page.people().size();
            page.people().forEach(one -> one.purposes().forEach(purpose -> byPurpose.merge(purpose, 1L, Long::sum)));
            after = page.last();
            more = page.more();
        }
        return new BreachReport(breach, places, people, byPurpose, foundAt.plus(TO_NOTIFY), subjects);
    }

    /** The people themselves, some at a time. */
    public People people(Breach breach, String after) {
        return QuarkusTransaction.requiringNew().call(() -> {
            note(breach);
            TouchedPeople.Page page = touchedPeople.page(breach, purposesOf(places(breach)), after, AT_ONCE);
            return new People(page.people(), page.more() ? page.last() : "");
        });
    }

    private static List<DataPlace> places(Breach breach) {
        return switch (breach.what()) {
            case SERVICE -> DataPlace.seenBy(breach.name());
            case PSEUDONYM_KEY -> DataPlace.all();
            case MASTER_KEY ->
                DataPlace.all().stream()
                        .filter(place -> VAULT.contains(place.name()))
                        .toList();
            case SEALING_KEY -> DataPlace.sealed();
        };
    }

    private static Set<Purpose> purposesOf(List<DataPlace> places) {
        return places.stream()
                .flatMap(place -> place.fields().stream())
                .flatMap(field -> field.purposes().stream())
                .map(name -> Purpose.ofWireName(name).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Purpose.class)));
    }

    private void note(Breach breach) {
        audit.append(new AuditEntry(
                "breach.reported",
                actors.current(),
                Map.of(
                        "what",
                        breach.what().name(),
                        "name",
                        breach.name(),
                        "from",
                        breach.from().toString())));
    }
}
