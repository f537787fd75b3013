package dev.aisle.campaign.delivery.feedback;

import dev.aisle.campaign.campaigns.contacts.SaidByPerson;
import dev.aisle.campaign.campaigns.contacts.SaidWord;
import dev.aisle.campaign.shared.Sql;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What people said. Works in the transaction of the caller, if there is one. */
@Singleton
public class FeedbackRepository implements Wishes {
    private static final String ADD = """
            insert into campaign_feedback (id, pseudonym, campaign_id, campaign_version, about, word, stars, said_at)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing
            """;
    private static final String SAID = """
            select campaign_id, word, said_at from campaign_feedback
            where pseudonym = ? and word in ('useful', 'not_for_me', 'too_often') order by said_at, id
            """;
    private static final String ABOUT = """
            select campaign_id, campaign_version from decision where id = ? and pseudonym = ? and campaign_id is not null
            union all
            select campaign_id, campaign_version from message where id = ? and pseudonym = ? and campaign_id <> ''
            """;
    private static final String STOP = """
            with stopped as (
                update message set state = 'suppressed', reason = 'not_for_me', lease = null, held_until = null, changed_at = ?
                where pseudonym = ? and campaign_id = ? and state = 'queued' returning id)
            delete from message_words using stopped where message_id = stopped.id
            """;

    private final AgroalDataSource dataSource;
    private final InstantSource clock;

    FeedbackRepository(AgroalDataSource dataSource, InstantSource clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** A campaign in the version that somebody got. */
    public record Got(String campaign, int version) {}

    /** Keeps a word; false when there is one with that id. */
    public boolean add(Feedback feedback) {
        return call(connection -> Sql.update(
                        connection,
                        ADD,
                        feedback.id(),
                        feedback.pseudonym(),
                        feedback.campaign(),
                        feedback.version(),
                        feedback.about(),
                        feedback.word().code(),
                        feedback.stars(),
                        feedback.at())
                == 1);
    }

    /** Whether this very word is there under its id. */
    public boolean isKnown(Feedback feedback) {
        return call(connection -> !Sql.query(
                        connection,
                        "select id from campaign_feedback where id = ? and pseudonym = ? and campaign_id = ? and about = ?"
                                + " and word = ? and coalesce(stars, 0) = ?",
                        row -> row.getString("id"),
                        feedback.id(),
                        feedback.pseudonym(),
                        feedback.campaign(),
                        feedback.about(),
                        feedback.word().code(),
                        feedback.stars() == null ? 0 : feedback.stars())
                .isEmpty());
    }

    /** The campaign of a decision or message that this person got. */
    public Optional<Got> got(String about, String pseudonym) {
        return call(connection -> Sql.query(
                        connection,
                        ABOUT,
                        row -> new Got(row.getString("campaign_id"), row.getInt("campaign_version")),
                        about,
                        pseudonym,
                        about,
                        pseudonym)
                .stream()
                .findFirst());
    }

    /** Stops what of a campaign waits for a person; how many messages. */
    public int stop(String pseudonym, String campaign) {
        return call(connection -> Sql.update(connection, STOP, clock.instant(), pseudonym, campaign));
    }

    @Override
    public SaidByPerson of(String pseudonym) {
        List<SaidWord> words = call(connection -> Sql.query(
                connection,
                SAID,
                row -> new SaidWord(
                        row.getString("campaign_id"),
                        row.getString("word"),
                        Objects.requireNonNull(Sql.instant(row, "said_at"))),
                pseudonym));
        return SaidByPerson.of(words, clock.instant());
    }

    private <T> T call(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StorageException("Feedback could not be read or written", e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
