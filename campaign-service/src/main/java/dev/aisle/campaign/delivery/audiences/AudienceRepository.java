package dev.aisle.campaign.delivery.audiences;

import dev.aisle.campaign.delivery.audiences.AudienceExport.State;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.platform.person.Going;
import dev.aisle.platform.person.PersonHook;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exports, and who is on a platform's list by them. */
@Singleton
class AudienceRepository implements PersonHook {
    private static final String BEGIN = """
            insert into audience_export (id, campaign_id, campaign_version, state, made_by, started_at)
            values (?, ?, ?, ?, ?, ?) on conflict (campaign_id) where state = 'started' do nothing
            """;
    private static final String JOIN = """
            insert into audience_member (campaign_id, pseudonym, disclosure, export_id, exported_at)
            select ?, pseudonym, disclosure, ?, ? from unnest(?::text[], ?::uuid[]) as one(pseudonym, disclosure)
            order by pseudonym
            on conflict (campaign_id, pseudonym) do update set
                disclosure = excluded.disclosure, export_id = excluded.export_id, exported_at = excluded.exported_at
            returning pseudonym, external_id, disclosure
            """;
    private static final String LEAVING = """
            select pseudonym, external_id, disclosure from audience_member
            where campaign_id = ? and export_id <> ? and pseudonym > ? order by pseudonym limit ?
            """;

    private final AgroalDataSource dataSource;

    AudienceRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Somebody on a list.
     *
     * @param disclosure by which privacy-service takes the digest back; {@code null} of a file from before it kept a ledger
     */
    public record Member(
            String pseudonym, UUID externalId, @Nullable UUID disclosure) {}

    /** An id on a list whose person was erased. */
    public record Gone(UUID externalId, @Nullable UUID disclosure) {}

    /** Begins an export; false while another one of the campaign is under way. One that has stood since a moment is broken. */
    public boolean begin(Connection connection, AudienceExport export, Instant staleBefore) throws SQLException {
        Sql.update(
                connection,
                "update audience_export set state = 'broken' where campaign_id = ? and state = 'started' and started_at < ?",
                export.campaign(),
                staleBefore);
        return Sql.update(
                        connection,
                        BEGIN,
                        export.id(),
                        export.campaign(),
                        export.version(),
                        export.state().code(),
                        export.by(),
                        export.startedAt())
                == 1;
    }

    /** Puts people on the list who are locked, each with what was disclosed; their ids there. */
    public Map<String, UUID> join(
            Connection connection, AudienceExport export, Map<String, UUID> disclosures, Instant now)
            throws SQLException {
        List<String> pseudonyms = List.copyOf(disclosures.keySet());
        Map<String, UUID> ids = new HashMap<>();
        Sql.query(
                        connection,
                        JOIN,
                        AudienceRepository::member,
                        export.campaign(),
                        export.id(),
                        now,
                        connection.createArrayOf("text", pseudonyms.toArray()),
                        connection.createArrayOf(
                                "uuid",
                                pseudonyms.stream().map(disclosures::get).toArray()))
                .forEach(member -> ids.put(member.pseudonym(), member.externalId()));
        return ids;
    }

    /** Those on the list whom this export hasn't put there, by pseudonym. */
    public List<Member> leaving(Connection connection, AudienceExport export, String after, int most)
            throws SQLException {
        return Sql.query(connection, LEAVING, AudienceRepository::member, export.campaign(), export.id(), after, most);
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getString("pseudonym"),
                Objects.requireNonNull(row.getObject("external_id", UUID.class)),
                row.getObject("disclosure", UUID.class));
    }

    /** The ids of people who were erased since. */
    public List<Gone> erased(Connection connection, AudienceExport export) throws SQLException {
        return Sql.query(
                connection,
                "select external_id, disclosure from audience_gone where campaign_id = ?",
                row -> new Gone(
                        Objects.requireNonNull(row.getObject("external_id", UUID.class)),
                        row.getObject("disclosure", UUID.class)),
                export.campaign());
    }

    /** Whether a platform's list has somebody by a campaign. */
    public boolean isAnybodyListed(Connection connection, String campaign) throws SQLException {
        return !Sql.query(
                        connection,
                        "select 1 from audience_member where campaign_id = ? union all"
                                + " select 1 from audience_gone where campaign_id = ? limit 1",
                        row -> row.getInt(1),
                        campaign,
                        campaign)
                .isEmpty();
    }

    /** The last export of a campaign whose whole file has gone, if there is one. */
    public Optional<UUID> lastCompleted(Connection connection, String campaign) throws SQLException {
        return Sql.query(
                        connection,
                        "select id from audience_export where campaign_id = ? and state = 'completed'"
                                + " order by started_at desc limit 1",
                        row -> Objects.requireNonNull(row.getObject("id", UUID.class)),
                        campaign)
                .stream()
                .findFirst();
    }

    /** Ends an export whose whole file has gone: whom it listed as leaving is on no list any more. */
    public void complete(Connection connection, AudienceExport export, Collection<UUID> erased) throws SQLException {
        Sql.update(
                connection,
                "delete from audience_member where campaign_id = ? and export_id <> ?",
                export.campaign(),
                export.id());
        Sql.update(
                connection,
                "delete from audience_gone where external_id = any(?)",
                connection.createArrayOf("uuid", erased.toArray()));
    }

    /** Writes how an export ended. */
    public void settle(Connection connection, AudienceExport export) throws SQLException {
        Sql.update(
                connection,
                "update audience_export set state = ?, joined = ?, gone = ?, finished_at = ? where id = ?",
                export.state().code(),
                export.joined(),
                export.gone(),
                export.finishedAt(),
                export.id());
    }

    /** The exports of a campaign, the latest first. */
    public List<AudienceExport> history(Connection connection, String campaign, int most) throws SQLException {
        return Sql.query(
                connection,
                "select * from audience_export where campaign_id = ? order by started_at desc limit ?",
                AudienceRepository::export,
                campaign,
                most);
    }

    private static AudienceExport export(ResultSet row) throws SQLException {
        return new AudienceExport(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("campaign_id"),
                row.getInt("campaign_version"),
                State.of(row.getString("state")),
                row.getLong("joined"),
                row.getLong("gone"),
                row.getString("made_by"),
                Objects.requireNonNull(Sql.instant(row, "started_at")),
                Sql.instant(row, "finished_at"));
    }

    /** Notes which ids of a person whose rows go are gone; the next exports say it. */
    @Override
    public Map<String, Long> going(Going going) {
        if (going.takes("audience_member")) {
            Sql.on(
                    dataSource,
                    "A person's ad audiences could not be noted",
                    connection -> Sql.update(
                            connection,
                            "insert into audience_gone (campaign_id, external_id, disclosure)"
                                    + " select campaign_id, external_id, disclosure from audience_member where pseudonym = ?",
                            going.pseudonym()));
        }
        return Map.of();
    }
}
