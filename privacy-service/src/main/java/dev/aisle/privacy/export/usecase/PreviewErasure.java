package dev.aisle.privacy.export.usecase;

import dev.aisle.platform.export.SubjectExport;
import dev.aisle.privacy.shared.domain.SubjectReference;
import dev.aisle.privacy.shared.usecase.Subjects;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says what an erasure would remove, and removes nothing. */
@ApplicationScoped
public class PreviewErasure {
    private final Subjects subjects;
    private final SubjectExports others;
    private final OwnExport own;
    private final ExportsConfig config;
    private final String service;

    PreviewErasure(
            Subjects subjects,
            SubjectExports others,
            OwnExport own,
            ExportsConfig config,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.subjects = subjects;
        this.others = others;
        this.own = own;
        this.config = config;
        this.service = service;
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
        Map<String, Map<String, Integer>> records = new TreeMap<>();
        List<String> unanswered = new ArrayList<>();
        records.put(service, counts(own.of(pseudonym)));
        for (String other : new TreeSet<>(config.services().keySet())) {
            Optional<SubjectExport> answer = others.ask(other, pseudonym);
            answer.ifPresentOrElse(export -> records.put(other, counts(export)), () -> unanswered.add(other));
        }
        return new Preview(records, unanswered);
    }

    private static Map<String, Integer> counts(SubjectExport export) {
        Map<String, Integer> counts = new TreeMap<>();
        export.sections()
                .forEach(section ->
                        counts.merge(section.name(), section.records().size(), Integer::sum));
        return counts;
    }
}
