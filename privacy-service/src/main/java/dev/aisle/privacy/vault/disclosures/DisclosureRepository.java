package dev.aisle.privacy.vault.disclosures;

import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.privacy.vault.masterkeys.WrappedKeyTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.MutationQuery;
import org.jspecify.annotations.Nullable;

/** The ledger of what ad platforms were given. An entry ends when the platform is told to remove the person. */
@ApplicationScoped
public class DisclosureRepository {
    private static final String ADD = """
            insert into ad_disclosure (id, pseudonym, campaign, master_key_id, wrapped, sealed, disclosed_at)
            values (:id, :pseudonym, :campaign, :master, :wrapped, :sealed, :at)
            on conflict (campaign, pseudonym) where left_at is null do nothing
            """;
    private static final String RENEW = """
            update ad_disclosure set master_key_id = :master, wrapped = :wrapped, sealed = :sealed, disclosed_at = :at
            where id = :id
            """;
    private static final String MOVE = """
            update ad_disclosure one set pseudonym = :now where pseudonym = :old and not exists (
                select from ad_disclosure other where other.pseudonym = :now and other.campaign = one.campaign
                    and other.left_at is null and one.left_at is null)
            """;

    private final Session session;

    DisclosureRepository(Session session) {
        this.session = session;
    }

    /** A sealed digest and the key that opens it. */
    public record SealedDigest(WrappedKey key, byte[] sealed) {}

    /**
     * An entry.
     *
     * @param pseudonym {@code null} when the person was erased
     * @param leftKey hash of the call that took it back; empty while it is open, and for a call without a key
     */
    public record Entry(
            UUID id,
            @Nullable String pseudonym,
            SealedDigest digest,
            @Nullable Instant leftAt,
            byte[] leftKey) {}

    /** What a person may know of an entry. */
    public record Told(
            String campaign, Instant disclosedAt, @Nullable Instant leftAt) {}

    /** Adds an entry; false when one of this person and campaign is open. */
    public boolean add(UUID id, String pseudonym, String campaign, SealedDigest digest, Instant at) {
        return write(ADD, id, digest, at)
                        .setParameter("pseudonym", pseudonym)
                        .setParameter("campaign", campaign)
                        .executeUpdate()
                == 1;
    }

    /** The open entry of a person and campaign, held to the end of the transaction. */
    public Optional<UUID> holdOpen(String pseudonym, String campaign) {
        return session.createNativeQuery(
                        "select id from ad_disclosure where pseudonym = :pseudonym and campaign = :campaign"
                                + " and left_at is null for update",
                        UUID.class)
                .setParameter("pseudonym", pseudonym)
                .setParameter("campaign", campaign)
                .getResultStream()
                .findFirst();
    }

    /** Puts the digest that was disclosed now into an entry. */
    public void renew(UUID id, SealedDigest digest, Instant at) {
        write(RENEW, id, digest, at).executeUpdate();
    }

    private MutationQuery write(String sql, UUID id, SealedDigest digest, Instant at) {
        return session.createNativeMutationQuery(sql)
                .setParameter("id", id)
                .setParameter("master", digest.key().masterKeyId())
                .setParameter("wrapped", digest.key().bytes())
                .setParameter("sealed", digest.sealed())
                .setParameter("at", at);
    }

    /** Returns whom entries of a campaign are about. */
    public List<String> people(Collection<UUID> ids, String campaign) {
        return session.createNativeQuery("""
                        select distinct pseudonym from ad_disclosure
                        where id = any(cast(:ids as uuid[])) and campaign = :campaign and pseudonym is not null
                        """, String.class)
                .setParameter("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .setParameter("campaign", campaign)
                .getResultList();
    }

    /** An entry of a campaign, held to the end of the transaction. */
    public Optional<Entry> hold(UUID id, String campaign) {
        return session.createNativeQuery(
                        "select id, pseudonym, master_key_id, wrapped, sealed, left_at, left_key from ad_disclosure"
                                + " where id = :id and campaign = :campaign for update",
                        Object[].class)
                .setParameter("id", id)
                .setParameter("campaign", campaign)
                .getResultStream()
                .map(row -> new Entry(
                        (UUID) row[0],
                        (String) row[1],
                        new SealedDigest(new WrappedKey((String) row[2], (byte[]) row[3]), (byte[]) row[4]),
                        (Instant) row[5],
                        row[6] == null ? new byte[0] : (byte[]) row[6]))
                .findFirst();
    }

    /** Notes that an entry was taken back, and by which call. */
    public void end(UUID id, Instant at, byte[] key) {
        session.createNativeMutationQuery("update ad_disclosure set left_at = :at, left_key = :key where id = :id")
                .setParameter("at", at)
                .setParameter("key", key)
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Removes an entry. */
    public void remove(UUID id) {
        session.createNativeMutationQuery("delete from ad_disclosure where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** Removes what was taken back of a campaign by other calls than this one, and what was taken back long ago of any. */
    public void purge(String campaign, byte[] key, Instant before) {
        session.createNativeMutationQuery("""
                delete from ad_disclosure
                where left_at is not null and ((campaign = :campaign and left_key <> :key) or left_at < :before)
                """)
                .setParameter("campaign", campaign)
                .setParameter("key", key)
                .setParameter("before", before)
                .executeUpdate();
    }

    /** What there is of a person, the earliest first. */
    public List<Told> of(String pseudonym) {
        return session.createNativeQuery(
                        "select campaign, disclosed_at, left_at from ad_disclosure where pseudonym = :pseudonym"
                                + " order by disclosed_at, id",
                        Object[].class)
                .setParameter("pseudonym", pseudonym)
                .getResultStream()
                .map(row -> new Told((String) row[0], (Instant) row[1], (Instant) row[2]))
                .toList();
    }

    /** Puts entries under another pseudonym; one that has an open entry there already stays nobody's. */
    public void move(String old, String now) {
        session.createNativeMutationQuery(MOVE)
                .setParameter("old", old)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Forgets whom entries are about; how many there were. The platform can still be told. */
    public long forget(String pseudonym) {
        return session.createNativeMutationQuery(
                        "update ad_disclosure set pseudonym = null where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }

    /** Returns the keys of the ledger. */
    public WrappedKeyTable<UUID> wrapped() {
        return new WrappedKeyTable<>(session, "ad_disclosure", "id", UUID.class);
    }
}
