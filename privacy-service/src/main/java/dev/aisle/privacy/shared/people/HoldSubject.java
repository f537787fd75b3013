package dev.aisle.privacy.shared.people;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.PseudonymRing;
import dev.aisle.privacy.shared.people.SubjectReference.ByIdentifier;
import dev.aisle.privacy.shared.people.SubjectReference.ByPseudonym;
import dev.aisle.privacy.shared.people.Subjects.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Holds a subject that is about to change; one that is known under an older key only is moved to the active one before. */
@ApplicationScoped
public class HoldSubject {
    private final Subjects subjects;
    private final PseudonymRing ring;
    private final HoldPeople people;
    private final RekeySubject rekeySubject;

    HoldSubject(Subjects subjects, PseudonymRing ring, HoldPeople people, RekeySubject rekeySubject) {
        this.subjects = subjects;
        this.ring = ring;
        this.people = people;
        this.rekeySubject = rekeySubject;
    }

    /** The subject as it is now under the active key, held to the end of the transaction. */
    public Found hold(SubjectReference reference) {
        return hold(reference, found -> List.of());
    }

    /**
     * The same with others who belong to the subject: all of them are held at once.
     *
     * @param others gives them for the pseudonym that is found
     */
    public Found hold(SubjectReference reference, Function<Pseudonym, List<String>> others) {
        Found found = held(reference, others);
        if (!(reference instanceof ByIdentifier identifier) || !ring.isOld(found.pseudonym())) {
            return found;
        }
        Pseudonym now = ring.active().inEpoch(found.epoch(), identifier.type(), identifier.value());
        rekeySubject.rekey(found.pseudonym(), now);
        return new Found(now, found.epoch());
    }

    /** Who is held may have moved or been erased before; then the others are held as well. */
    private Found held(SubjectReference reference, Function<Pseudonym, List<String>> others) {
        Found found = subjects.find(reference);
        while (true) {
            Set<String> names = names(reference, found);
            names.addAll(others.apply(found.pseudonym()));
            people.hold(names);
            Found again = subjects.find(reference);
            if (again.equals(found)) {
                return found;
            }
            found = again;
        }
    }

    /** The pseudonyms under which a subject may stand; of an identifier, those of every key up to the epoch that was found. */
    private Set<String> names(SubjectReference reference, Found found) {
        Set<String> names = new HashSet<>(Set.of(found.pseudonym().value()));
        switch (reference) {
            case ByPseudonym byPseudonym -> names.add(byPseudonym.pseudonym().value());
            case ByIdentifier identifier ->
                IntStream.rangeClosed(0, found.epoch())
                        .mapToObj(epoch -> ring.inEpoch(epoch, identifier.type(), identifier.value()))
                        .flatMap(List::stream)
                        .forEach(candidate -> names.add(candidate.value()));
        }
        return names;
    }
}
