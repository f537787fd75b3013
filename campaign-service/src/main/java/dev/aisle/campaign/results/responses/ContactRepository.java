package dev.aisle.campaign.results.responses;

import dev.aisle.campaign.shared.Sql;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is in which arm, each contact, and what the person did with it. Works in the transaction of the caller, if there is one. */
@Singleton
public class ContactRepository {
    /** What is known is read for a new row only: a later look would see what the campaign did. */
    private static final String ASSIGN = """
            insert into campaign_person (campaign_id, campaign_version, pseudonym, holdout, variation, first_at, known)
            select given.*, known_of(given.pseudonym, given.first_at)
            from (values (?, ?, ?, ?, ?, ?::timestamptz)) as given (campaign_id, campaign_version, pseudonym, holdout, variation, first_at)
            where not exists (select from campaign_person old where old.campaign_id = given.campaign_id
                and old.campaign_version = given.campaign_version and old.pseudonym = given.pseudonym)
            on conflict do nothing
            """;

    private static final String CONTACT = """
            insert into campaign_contact (id, campaign_id, campaign_version, variation, pseudonym, way, at, propensity, context, epoch)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    /** By the id of a decision or message, or the latest contact of a campaign before it. */
    private static final String CLICKED = """
            update campaign_contact set clicked_at = ? where id = (
                select id from campaign_contact where pseudonym = ? and (id = ? or (campaign_id = ? and at <= ?))
                order by (id = ?) desc, at desc limit 1)
                and clicked_at is null
            """;

    private final AgroalDataSource dataSource;

    ContactRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Puts people into arms, where the first one counts, and notes the contacts. */
    public void assign(List<Assigned> all) {
        call(connection -> {
            Sql.batch(
                    connection, ASSIGN, all.stream().map(ContactRepository::arm).toList());
            return Sql.batch(
                            connection,
                            CONTACT,
                            all.stream()
                                    .filter(one -> one.variation() != null)
                                    .map(ContactRepository::contact)
                                    .toList())
                    .length;
        });
    }

    private static @Nullable Object[] arm(Assigned one) {
        String variation = one.variation();
        return new @Nullable Object[] {
            one.campaign(),
            one.version(),
            one.pseudonym(),
            variation == null,
            variation == null ? "" : variation,
            one.at()
        };
    }

    private static @Nullable Object[] contact(Assigned one) {
        return new @Nullable Object[] {
            one.contact(),
            one.campaign(),
            one.version(),
            one.variation(),
            one.pseudonym(),
            one.way(),
            one.at(),
            one.propensity(),
            one.epoch() == null ? 0 : one.epoch().context(),
            one.epoch() == null ? 0 : one.epoch().number()
        };
    }

    /** A contact was clicked: named by its id or by its campaign's. The first click counts. */
    public void clicked(String what, String pseudonym, Instant at) {
        call(connection -> Sql.update(connection, CLICKED, at, pseudonym, what, what, at, what));
    }

    /** A message was opened; the first time counts. */
    public void opened(String message, String pseudonym, Instant at) {
        call(connection -> Sql.update(
                connection,
                "update campaign_contact set opened_at = ? where id = ? and pseudonym = ? and opened_at is null",
                at,
                message,
                pseudonym));
    }

    /** Keeps an order of somebody who is in an arm; the same event again changes nothing. */
    public void ordered(String messageId, String pseudonym, long revenueMinor, String currency, Instant at) {
        call(connection -> Sql.update(
                connection,
                "insert into campaign_order (message_id, pseudonym, revenue_minor, currency, ordered_at)"
                        + " select ?, ?, ?, ?, ? where exists (select from campaign_person where pseudonym = ?)"
                        + " on conflict do nothing",
                messageId,
                pseudonym,
                revenueMinor,
                currency,
                at,
                pseudonym));
    }

    private int call(Work work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StorageException("Results of campaigns could not be written", e);
        }
    }

    @FunctionalInterface
    private interface Work {
        int with(Connection connection) throws SQLException;
    }
}
