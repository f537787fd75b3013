package dev.aisle.privacy.vault.traits;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.envelope.Envelope;
import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import dev.aisle.algorithms.privacy.envelope.Opening;
import dev.aisle.algorithms.privacy.envelope.Place;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Traits in and out of their envelopes. What can't be opened isn't there: it is counted, and the caller goes on. */
@ApplicationScoped
public class SealedTraits {
    private static final String STORE = "vault";
    private static final String REQUESTS = "requests";
    private static final String SEPARATOR = "\n";

    private final MasterKeys masterKeys;
    private final SubjectKeyRepository keys;
    private final TraitRepository traits;
    private final MeterRegistry meters;
    private final SecureRandom random = new SecureRandom();

    SealedTraits(MasterKeys masterKeys, SubjectKeyRepository keys, TraitRepository traits, MeterRegistry meters) {
        this.masterKeys = masterKeys;
        this.keys = keys;
        this.traits = traits;
        this.meters = meters;
    }

    /** What is kept of a subject and can be read. */
    public Traits read(Pseudonym subject) {
        Map<String, byte[]> sealed = traits.of(subject.value());
        if (sealed.isEmpty()) {
            return Traits.NONE;
        }
        Optional<SubjectKey> key = keys.find(subject.value()).flatMap(masterKeys::unwrap);
        Map<VaultField, List<String>> values = new EnumMap<>(VaultField.class);
        sealed.forEach((name, bytes) -> VaultField.ofWireName(name)
                .ifPresent(field -> open(key, subject, field, bytes).ifPresent(texts -> values.put(field, texts))));
        return new Traits(values);
    }

    private Optional<List<String>> open(Optional<SubjectKey> key, Pseudonym subject, VaultField field, byte[] sealed) {
        return opened(Envelope.open(key, place(subject, field), sealed)).map(text -> List.of(text.split(SEPARATOR)));
    }

    private Optional<String> opened(Opening opening) {
        return switch (opening) {
            case Opening.Opened opened -> Optional.of(new String(opened.plaintext(), StandardCharsets.UTF_8));
            case Opening.SubjectErased erased -> unreadable("subject-erased");
            case Opening.Unauthentic unauthentic -> unreadable("unauthentic");
        };
    }

    private Optional<String> unreadable(String cause) {
        Counter.builder("aisle.vault.unreadable")
                .description("Entries of the vault that no key opens")
                .tag("cause", cause)
                .register(meters)
                .increment();
        return Optional.empty();
    }

    /** Seals a value that waits for a decision under the subject's key. The caller holds the subject. */
    byte[] sealWaiting(Pseudonym subject, VaultField field, String value) {
        Place place = new Place(REQUESTS, subject.value(), field.wireName());
        return Envelope.seal(keyOf(subject), place, value.getBytes(StandardCharsets.UTF_8), random);
    }

    /** What waited; empty when the subject's key is gone. */
    Optional<String> openWaiting(Pseudonym subject, VaultField field, byte[] sealed) {
        Optional<SubjectKey> key = keys.find(subject.value()).flatMap(masterKeys::unwrap);
        Place place = new Place(REQUESTS, subject.value(), field.wireName());
        return opened(Envelope.open(key, place, sealed));
    }

    /** Sets and removes fields of a subject that the caller holds; the first makes the subject's key. */
    void write(Pseudonym subject, Map<VaultField, List<String>> values) {
        SubjectKey key = keyOf(subject);
        values.forEach((field, texts) -> {
            if (texts.isEmpty()) {
                traits.remove(subject.value(), field.wireName());
            } else {
                byte[] plaintext = String.join(SEPARATOR, texts).getBytes(StandardCharsets.UTF_8);
                byte[] sealed = Envelope.seal(key, place(subject, field), plaintext, random);
                traits.put(subject.value(), field.wireName(), sealed);
            }
        });
    }

    /** A key that can't be unwrapped is of a backup, or of a master key that is gone: what it sealed is lost, and a new one begins. */
    private SubjectKey keyOf(Pseudonym subject) {
        Optional<SubjectKey> kept = keys.find(subject.value()).flatMap(masterKeys::unwrap);
        if (kept.isPresent()) {
            return kept.get();
        }
        keys.remove(subject.value());
        SubjectKey key = SubjectKey.random(random);
        keys.add(subject.value(), masterKeys.wrap(key));
        return key;
    }

    private static Place place(Pseudonym subject, VaultField field) {
        return new Place(STORE, subject.value(), field.wireName());
    }
}
