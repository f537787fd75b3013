package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.privacy.shared.people.ErasedSubjectRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Corrects what the vault keeps. Until it may, the new value waits sealed under the subject's key: an erasure takes it along. */
@ApplicationScoped
public class CorrectTraits {
    private static final String ACTOR = "rectification";

    private final SealedTraits traits;
    private final ErasedSubjectRepository erased;
    private final ChangeTraits changeTraits;

    CorrectTraits(SealedTraits traits, ErasedSubjectRepository erased, ChangeTraits changeTraits) {
        this.traits = traits;
        this.erased = erased;
        this.changeTraits = changeTraits;
    }

    /** A value as it may be kept with a request; empty of an erased subject. The caller holds the subject. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String seal(Pseudonym subject, VaultField field, String value) {
        return erased.tombstoneOf(subject.value()).isPresent()
                ? ""
                : Base64.getEncoder().encodeToString(traits.sealWaiting(subject, field, value));
    }

    /** What waits for a person, for the new pseudonym; empty when its key is gone. The caller holds both. */
    @Transactional(Transactional.TxType.MANDATORY)
    public String sealAgain(Pseudonym old, Pseudonym now, VaultField field, String sealed) {
        return opened(old, field, sealed).map(value -> seal(now, field, value)).orElse("");
    }

    /** Sets the field to what waited; false when its key is gone. The caller holds the subject. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean correct(Pseudonym subject, VaultField field, String sealed) {
        Optional<String> value = opened(subject, field, sealed);
        value.ifPresent(text -> changeTraits.change(subject, new TraitChange(Map.of(field, List.of(text))), ACTOR));
        return value.isPresent();
    }

    private Optional<String> opened(Pseudonym subject, VaultField field, String sealed) {
        return sealed.isEmpty()
                ? Optional.empty()
                : traits.openWaiting(subject, field, Base64.getDecoder().decode(sealed));
    }
}
