package dev.aisle.privacy.consent.enforcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Withdrawals, where their messages lie and since when they are in force. */
@ApplicationScoped
class WithdrawalRepository {
    private static final String COLUMNS = """
            select pseudonym, version, place_partition, place_offset,
                   cast(extract(epoch from clock_timestamp() - written_at) * 1000000 as bigint) as age_micros,
                   cast(extract(epoch from effective_at) * 1000000 as bigint) as effective_micros
            from withdrawal
            """;

    private final Session database;

    WithdrawalRepository(Session database) {
        this.database = database;
    }

    /**
     * One withdrawal.
     *
     * @param place {@code null} while its message is not with the broker
     * @param effectiveAt {@code null} while it isn't known to be in force
     */
    public record Withdrawal(
            String pseudonym,
            long version,
            @Nullable Place place,
            @Nullable Instant effectiveAt) {}

    /** Notes that a version takes something back; in the transaction of that version. */
    public void note(String pseudonym, long version) {
        database.createNativeMutationQuery("insert into withdrawal (pseudonym, version) values (:pseudonym, :version)")
                .setParameter("pseudonym", pseudonym)
                .setParameter("version", version)
                .executeUpdate();
    }

    /** The one of that version. */
    public Optional<Withdrawal> find(String pseudonym, long version) {
        return first(COLUMNS + "where pseudonym = :pseudonym and version = :version", pseudonym, version);
    }

    /** The last one up to that version. */
    public Optional<Withdrawal> last(String pseudonym, long version) {
        return first(
                COLUMNS + "where pseudonym = :pseudonym and version <= :version order by version desc limit 1",
                pseudonym,
                version);
    }

    private Optional<Withdrawal> first(String query, String pseudonym, long version) {
        return database.createNativeQuery(query, Tuple.class)
                .setParameter("pseudonym", pseudonym)
                .setParameter("version", version)
                .getResultStream()
                .map(WithdrawalRepository::withdrawal)
                .findFirst();
    }

    /** Those with the broker that are not known to be in force, the oldest first. */
    public List<Withdrawal> open(int atMost) {
        return database.createNativeQuery(
                        COLUMNS
                                + "where effective_at is null and written_at is not null order by written_at limit :most",
                        Tuple.class)
                .setParameter("most", atMost)
                .getResultStream()
                .map(WithdrawalRepository::withdrawal)
                .toList();
    }

    private static Withdrawal withdrawal(Tuple row) {
        Long offset = row.get("place_offset", Long.class);
        Long micros = row.get("age_micros", Long.class);
        Place place = offset == null || micros == null
                ? null
                : new Place(row.get("place_partition", Integer.class), offset, System.nanoTime() - micros * 1_000);
        Long effective = row.get("effective_micros", Long.class);
        return new Withdrawal(
                row.get("pseudonym", String.class),
                row.get("version", Long.class),
                place,
                effective == null ? null : Instant.EPOCH.plus(effective, ChronoUnit.MICROS));
    }

    /** How withdrawals went: how many are in force, how many aren't known to be, and how long it took. */
    public record Pace(
            long settled,
            long open,
            @Nullable Instant oldestOpen,
            @Nullable Duration median,
            @Nullable Duration slowest) {}

    /** Of those in force since a moment, and of all that aren't. */
    public Pace paceSince(Instant moment) {
        Tuple row = database.createNativeQuery("""
                        select count(*) filter (where effective_at is not null) as settled,
                               count(*) filter (where effective_at is null) as open,
                               min(written_at) filter (where effective_at is null) as oldest,
                               cast(1000 * extract(epoch from percentile_cont(0.5) within group (
                                   order by effective_at - written_at)) as bigint) as median,
                               cast(1000 * extract(epoch from max(effective_at - written_at)) as bigint) as slowest
                        from withdrawal where effective_at >= :moment or effective_at is null
                        """, Tuple.class)
                .addScalar("settled", Long.class)
                .addScalar("open", Long.class)
                .addScalar("oldest", Instant.class)
                .addScalar("median", Long.class)
                .addScalar("slowest", Long.class)
                .setParameter("moment", moment)
                .getSingleResult();
        return new Pace(
                row.get("settled", Long.class),
                row.get("open", Long.class),
                row.get("oldest", Instant.class),
                span(row.get("median", Long.class)),
                span(row.get("slowest", Long.class)));
    }

    private static @Nullable Duration span(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }

    /** It is in force; how long that took since it was written, or nothing when that was known already. */
    public Optional<Duration> settle(String pseudonym, long version) {
        int settled = database.createNativeMutationQuery("""
                        update withdrawal set effective_at = clock_timestamp()
                        where pseudonym = :pseudonym and version = :version and effective_at is null
                        """)
                .setParameter("pseudonym", pseudonym)
                .setParameter("version", version)
                .executeUpdate();
        return settled == 0
                ? Optional.empty()
                : find(pseudonym, version)
                        .map(Withdrawal::place)
                        .map(place -> Duration.ofNanos(System.nanoTime() - place.writtenNanos()));
    }

    /** Forgets those that have been in force since before that moment. */
    public int forgetOlder(Instant moment) {
        return database.createNativeMutationQuery("delete from withdrawal where effective_at < :moment")
                .setParameter("moment", moment)
                .executeUpdate();
    }

    /** Forgets a subject. */
    public void erase(String pseudonym) {
        database.createNativeMutationQuery("delete from withdrawal where pseudonym = :pseudonym")
                .setParameter("pseudonym", pseudonym)
                .executeUpdate();
    }
}
