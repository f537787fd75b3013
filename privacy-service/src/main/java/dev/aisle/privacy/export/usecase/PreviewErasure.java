package dev.aisle.privacy.export.usecase;

import dev.aisle.platform.export.SubjectExport;
import dev.aisle.privacy.export.usecase.EverythingKnown.Known;
import dev.aisle.privacy.shared.domain.SubjectReference;
import dev.aisle.privacy.shared.usecase.Subjects;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Says what an erasure would remove, and removes nothing. */
@ApplicationScoped
public class PreviewErasure {
    private final Subjects subjects;
    private final EverythingKnown everythingKnown;

    PreviewErasure(Subjects subjects, EverythingKnown everythingKnown) {
        this.subjects = subjects;
        this.everythingKnown = everythingKnown;
    }

    /**
     * What would go.
     *
     * @param records by service, then by kind
     * @param unanswered the services of which nothing is known now
     */
    public record Preview(Map<String, Map<String, Integer>> records, List<String> unanswered) {}

    /** Asks every service what it holds. */
    public Preview of(SubjectReference subject) {
        String pseudonym = QuarkusTransaction.requiringNew()
                .call(() -> subjects.find(subject).pseudonym().value());
        Known known = everythingKnown.of(pseudonym);
        Map<String, Map<String, Integer>> records = new TreeMap<>();
        known.answers().forEach(export -> records.put(export.service(), counts(export)));
        return new Preview(records, known.unanswered());
    }

    private static Map<String, Integer> counts(SubjectExport export) {
        Map<String, Integer> counts = new TreeMap<>();
        export.sections()
                .forEach(section ->
                        counts.merge(section.name(), section.records().size(), Integer::sum));
        return counts;
    }
}
