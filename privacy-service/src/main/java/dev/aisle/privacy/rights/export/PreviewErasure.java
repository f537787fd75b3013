package dev.aisle.privacy.rights.export;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.platform.export.SubjectExport;
import dev.aisle.privacy.audit.log.StaffReads;
import dev.aisle.privacy.rights.export.EverythingKnown.Known;
import dev.aisle.privacy.rights.graph.PersonGraph;
import dev.aisle.privacy.rights.graph.ResolvePerson;
import dev.aisle.privacy.shared.people.SubjectReference;
import dev.aisle.privacy.shared.people.Subjects;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what an erasure would remove, and removes nothing. */
@ApplicationScoped
public class PreviewErasure {
    private final Subjects subjects;
    private final ResolvePerson resolvePerson;
    private final EverythingKnown everythingKnown;
    private final StaffReads staffReads;

    PreviewErasure(
            Subjects subjects, ResolvePerson resolvePerson, EverythingKnown everythingKnown, StaffReads staffReads) {
        this.subjects = subjects;
        this.resolvePerson = resolvePerson;
        this.everythingKnown = everythingKnown;
        this.staffReads = staffReads;
    }

    /**
     * What would go.
     *
     * @param records by service, then by kind, of the person and the browsers together
     * @param linked the browsers of the person; {@code null} when that can't be read now, and then they aren't in the records
     * @param unanswered the services of which nothing is known now
     */
    public record Preview(
            Map<String, Map<String, Integer>> records,
            @Nullable Linked linked,
            List<String> unanswered) {}

    /**
     * The browsers of the person.
     *
     * @param browsers how many are erased with the person: nobody else uses them
     * @param sharedBrowsers how many stay since other customers use them as well
     * @param heldBrowsers how many stay under a legal hold
     */
    public record Linked(int browsers, int sharedBrowsers, int heldBrowsers) {}

    private record Found(Pseudonym person, Optional<PersonGraph> graph) {}

    /** Asks every service what it holds; empty of an address under which nothing is kept, since it names nobody. */
    public Optional<Preview> of(SubjectReference subject) {
        return QuarkusTransaction.requiringNew().call(() -> find(subject)).map(this::preview);
    }

    private Optional<Found> find(SubjectReference subject) {
        if (subjects.isAddressOfNobody(subject)) {
            return Optional.empty();
        }
        Pseudonym person = subjects.find(subject).pseudonym();
        staffReads.ofPerson(person, "erasure-preview");
        return Optional.of(new Found(person, resolvePerson.of(person)));
    }

    private Preview preview(Found found) {
        List<String> browsers = found.graph().map(PersonGraph::browsers).orElse(List.of());
        Map<String, Map<String, Integer>> records = new TreeMap<>();
        Set<String> unanswered = new TreeSet<>();
        Stream.concat(Stream.of(found.person().value()), browsers.stream()).forEach(pseudonym -> {
            Known known = everythingKnown.of(pseudonym);
            known.answers().forEach(export -> add(export, records));
            unanswered.addAll(known.unanswered());
        });
        Linked linked = found.graph()
                .map(graph -> new Linked(browsers.size(), graph.shared(), graph.held()))
                .orElse(null);
        return new Preview(records, linked, List.copyOf(unanswered));
    }

    private static void add(SubjectExport export, Map<String, Map<String, Integer>> records) {
        Map<String, Integer> counts = records.computeIfAbsent(export.service(), _ -> new TreeMap<>());
        export.sections()
                .forEach(section ->
                        counts.merge(section.name(), section.records().size(), Integer::sum));
    }
}
