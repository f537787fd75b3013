package dev.aisle.privacy.vault.disclosures;

import dev.aisle.algorithms.privacy.envelope.Envelope;
import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import dev.aisle.algorithms.privacy.envelope.Opening;
import dev.aisle.algorithms.privacy.envelope.Place;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.privacy.vault.disclosures.DisclosureRepository.Entry;
import dev.aisle.privacy.vault.disclosures.DisclosureRepository.SealedDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what ad platforms were given, person by person and campaign by campaign, until they are told to remove the person. An entry is
 * taken back once; the call that did it may be repeated under its key for a week, until another call of the campaign has taken something
 * back.
 */
@ApplicationScoped
class DisclosureLedger {
    private static final String STORE = "ad-disclosures";
    private static final Duration REPEATABLE = Duration.ofDays(7);
    private static final byte[] NO_KEY = new byte[0];

    private final DisclosureRepository entries;
    private final MasterKeys masterKeys;
    private final SecureRandom random = new SecureRandom();

    DisclosureLedger(DisclosureRepository entries, MasterKeys masterKeys) {
        this.entries = entries;
        this.masterKeys = masterKeys;
    }

    /**
     * What was taken back.
     *
     * @param pseudonym {@code null} when the person was erased
     */
    record TakenBack(@Nullable String pseudonym, String digest) {}

    /** Notes that a digest leaves now. Returns the id by which it is taken back: the same as before while it is on the platform. */
    UUID disclose(String pseudonym, String campaign, String digest) {
        UUID fresh = UUID.randomUUID();
        if (entries.add(fresh, pseudonym, campaign, seal(fresh, campaign, digest), Instant.now())) {
            return fresh;
        }
        UUID open = entries.holdOpen(pseudonym, campaign)
                .orElseThrow(() -> new IllegalStateException("A disclosure was taken back at this moment; ask again"));
        entries.renew(open, seal(open, campaign, digest), Instant.now());
        return open;
    }

    /** Returns whom these disclosures are about, as far as they weren't erased. */
    List<String> peopleOf(Collection<UUID> ids, String campaign) {
        return entries.people(ids, campaign);
    }

    /** Forgets what was taken back before and can't be repeated any more. Called once, before {@link #takeBack}. */
    void begin(String campaign, byte @Nullable [] key) {
        entries.purge(campaign, key == null ? NO_KEY : key, Instant.now().minus(REPEATABLE));
    }

    /** Takes a disclosure back. Empty when there is none of that id and campaign, or another call has taken it back. */
    Optional<TakenBack> takeBack(UUID id, String campaign, byte @Nullable [] key) {
        Optional<Entry> entry = entries.hold(id, campaign)
                .filter(one -> one.leftAt() == null || (key != null && MessageDigest.isEqual(key, one.leftKey())));
        Optional<String> digest = entry.flatMap(one -> open(one, campaign));
        entry.ifPresent(one -> end(one, key));
        return digest.map(text -> new TakenBack(entry.orElseThrow().pseudonym(), text));
    }

    private void end(Entry entry, byte @Nullable [] key) {
        if (key == null) {
            entries.remove(entry.id());
        } else if (entry.leftAt() == null) {
            entries.end(entry.id(), Instant.now(), key);
        }
    }

    private SealedDigest seal(UUID id, String campaign, String digest) {
        SubjectKey key = SubjectKey.random(random);
        byte[] sealed = Envelope.seal(key, place(id, campaign), HexFormat.of().parseHex(digest), random);
        return new SealedDigest(masterKeys.wrap(key), sealed);
    }

    private Optional<String> open(Entry entry, String campaign) {
        Opening opening = Envelope.open(
                masterKeys.unwrap(entry.digest().key()),
                place(entry.id(), campaign),
                entry.digest().sealed());
        return opening instanceof Opening.Opened opened
                ? Optional.of(HexFormat.of().formatHex(opened.plaintext()))
                : Optional.empty();
    }

    private static Place place(UUID id, String campaign) {
        return new Place(STORE, campaign, id.toString());
    }
}
