package dev.aisle.privacy.consent.sealing;

import dev.aisle.algorithms.privacy.Pseudonym;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.platform.sealing.SealingKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keys under which a person's events are sealed in the log. They are other keys than those of the vault, so that nobody who reads events
 * can read addresses. The caller holds the subject.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class EventKeys {
    private final EventKeyRepository keys;
    private final SealingKeys sealing;
    private final SecureRandom random = new SecureRandom();

    EventKeys(EventKeyRepository keys, SealingKeys sealing) {
        this.keys = keys;
        this.sealing = sealing;
    }

    /**
     * The keys of a person whose events are kept, at least one that can be used. What can't be unwrapped here stays nevertheless: an instance
     * that lacks a sealing key must not take away what the others can use.
     */
    public List<WrappedKey> keep(Pseudonym subject) {
        List<WrappedKey> kept = keys.of(subject.value());
        if (kept.stream().anyMatch(key -> sealing.unwrap(key).isPresent())) {
            return kept;
        }
        keys.add(subject.value(), sealing.wrap(SubjectKey.random(random)));
        return keys.of(subject.value());
    }

    /** Keeps keys of a person that the log has and this database lacks. */
    public void adopt(Pseudonym subject, List<WrappedKey> told) {
        List<WrappedKey> kept = keys.of(subject.value());
        told.stream().filter(key -> !kept.contains(key)).forEach(key -> keys.add(subject.value(), key));
    }

    /** Whether there is a key of a person. */
    public boolean has(Pseudonym subject) {
        return !keys.of(subject.value()).isEmpty();
    }

    /** The next people with a key, in the order of their pseudonyms. */
    public List<String> next(String after, int atMost) {
        return keys.next(after, atMost);
    }

    /** Removes the keys of a person whose events are of no use any more; how many there were. */
    public long end(Pseudonym subject) {
        return keys.removeAll(subject.value());
    }

    /** What is sealed under the old pseudonym stays readable under the new one: the keys go with the person. */
    public void move(Pseudonym old, Pseudonym now) {
        keys.rename(old.value(), now.value());
    }

    /** Wraps a person's keys by the active sealing key, as far as they can be unwrapped here; whether there was one. */
    public boolean rewrap(Pseudonym subject) {
        boolean changed = false;
        for (WrappedKey kept : keys.of(subject.value())) {
            Optional<WrappedKey> renewed =
                    kept.masterKeyId().equals(sealing.active()) ? Optional.empty() : sealing.rewrap(kept);
            renewed.ifPresent(now -> keys.replace(subject.value(), kept, now));
            changed |= renewed.isPresent();
        }
        return changed;
    }

    /** The next people, in the order of their pseudonyms, with a key that another configured sealing key has wrapped. */
    public List<String> notRewrapped(String after, int atMost) {
        Set<String> others = new TreeSet<>(sealing.ids());
        others.remove(sealing.active());
        return others.isEmpty() ? List.of() : keys.under(others, after, atMost);
    }
}
