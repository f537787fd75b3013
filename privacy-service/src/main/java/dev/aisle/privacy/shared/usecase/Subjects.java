package dev.aisle.privacy.shared.usecase;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.Pseudonymizer;
import dev.aisle.privacy.shared.domain.SubjectReference;
import dev.aisle.privacy.shared.domain.SubjectReference.ByIdentifier;
import dev.aisle.privacy.shared.domain.SubjectReference.ByPseudonym;
import dev.aisle.privacy.shared.store.ErasedSubjectRepository;
import dev.aisle.privacy.shared.store.SubjectLock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Which pseudonym somebody has now: of a person who was erased and comes back, the first that was not erased. */
@ApplicationScoped
public class Subjects {
    private static final String FINGERPRINT_SCOPE = "idempotency";

    private final Pseudonymizer pseudonymizer;
    private final ErasedSubjectRepository erased;
    private final SubjectLock lock;

    Subjects(Pseudonymizer pseudonymizer, ErasedSubjectRepository erased, SubjectLock lock) {
        this.pseudonymizer = pseudonymizer;
        this.erased = erased;
        this.lock = lock;
    }

    /** A subject's pseudonym, and how often the person was erased as far as the reference tells. */
    public record Found(Pseudonym pseudonym, int epoch) {}

    /** The subject as it is now. A pseudonym is taken as it stands, erased or not. */
    public Found find(SubjectReference reference) {
        return find(reference, pseudonym -> {});
    }

    /** The same, and the subject is held to the end of the transaction. */
    public Found hold(SubjectReference reference) {
        return find(reference, pseudonym -> lock.hold(pseudonym.value()));
    }

    private Found find(SubjectReference reference, Consumer<Pseudonym> before) {
        return switch (reference) {
            case ByPseudonym known -> {
                before.accept(known.pseudonym());
                yield new Found(known.pseudonym(), 0);
            }
            case ByIdentifier identifier -> firstNotErased(identifier, before);
        };
    }

    private Found firstNotErased(ByIdentifier identifier, Consumer<Pseudonym> before) {
        int epoch = 0;
        while (true) {
            Pseudonym candidate = inEpoch(identifier, epoch);
            before.accept(candidate);
            if (erased.tombstoneOf(candidate.value()).isEmpty()) {
                return new Found(candidate, epoch);
            }
            epoch++;
        }
    }

    /** The pseudonym that an identifier had in an epoch. */
    public Pseudonym inEpoch(ByIdentifier identifier, int epoch) {
        return pseudonymizer.inEpoch(epoch, identifier.type(), identifier.value());
    }

    /** The same text for the same reference, in all epochs; nobody can tell the person or the pseudonym by it. */
    public String fingerprint(SubjectReference reference) {
        return switch (reference) {
            case ByPseudonym known -> known.pseudonym().value();
            case ByIdentifier identifier ->
                pseudonymizer
                        .of(FINGERPRINT_SCOPE, identifier.type(), identifier.value())
                        .value();
        };
    }
}
