package dev.aisle.campaign.placements.store;

import dev.aisle.campaign.feedback.domain.SaidWord;
import dev.aisle.campaign.people.domain.Person;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads all that a decision needs to know in one statement, since each way to the database costs more than what is read there. */
@Singleton
public class PersonReader {
    /** Columns: the campaigns' stamp, orders, segments ({@code id+} inside, {@code id-} outside), their version, items, showings, allocations, words. */
    private static final String READ = """
            select (select changes from campaign_stamp), (select purchases from person where pseudonym = ?),
                s.said, s.version,
                (select array_agg(product_id order by last_at desc, product_id) from person_item
                    where pseudonym = ? and last_at > ?),
                (select array_agg(one) from (
                    select campaign_id || ' ' || cast(extract(epoch from decided_at) * 1000000 as bigint) as one from decision
                        where pseudonym = ? and campaign_id is not null and decided_at > ?
                    union all select ' ' || cast(extract(epoch from queued_at) * 1000000 as bigint) from message
                        where pseudonym = ? and queued_at > ? and state not in ('suppressed', 'expired', 'failed')) given),
                (select array_agg(campaign_id || ' ' || variation) from coupon_allocation where pseudonym = ?),
                (select array_agg(campaign_id || ' ' || word || ' ' || cast(extract(epoch from said_at) * 1000000 as bigint)
                    order by said_at, id) from campaign_feedback
                    where pseudonym = ? and word in ('useful', 'not_for_me', 'too_often'))
            from (select array_agg(segment_id || case when member then '+' else '-' end) as said,
                    max(profile_version) as version from segment_member where pseudonym = ?) s
            """;

    private static final String SHOWN = """
            select campaign_id || ' ' || cast(extract(epoch from decided_at) * 1000000 as bigint) from decision
            where pseudonym = ? and campaign_id is not null and decided_at > ?
            union all select ' ' || cast(extract(epoch from queued_at) * 1000000 as bigint) from message
            where pseudonym = ? and queued_at > ? and state not in ('suppressed', 'expired', 'failed')
            """;

    private final AgroalDataSource dataSource;

    PersonReader(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What was read.
     *
     * @param stamp of the campaigns: the same one means that none has changed
     * @param profileVersion the latest that the segments were said by; 0 when nothing was said
     * @param shown when each campaign was decided, by its id; messages of all campaigns under the empty one
     * @param allocated which variation was allocated to the person, by campaign id
     * @param said the person's own words, in their order
     */
    public record Known(
            long stamp,
            Person person,
            long profileVersion,
            Map<String, List<Instant>> shown,
            Map<String, String> allocated,
            List<SaidWord> said) {}

    /**
     * Reads.
     *
     * @param recentAfter what was seen or bought after it counts
     * @param shownAfter decisions after it are read; {@code null} for none
     */
    public Known read(String subject, Instant recentAfter, @Nullable Instant shownAfter) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, subject);
            read.setString(2, subject);
            read.setTimestamp(3, Timestamp.from(recentAfter));
            read.setString(4, shownAfter == null ? "" : subject);
            read.setTimestamp(5, Timestamp.from(shownAfter == null ? recentAfter : shownAfter));
            read.setString(6, shownAfter == null ? "" : subject);
            read.setTimestamp(7, Timestamp.from(shownAfter == null ? recentAfter : shownAfter));
            read.setString(8, subject);
            read.setString(9, subject);
            read.setString(10, subject);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                Person person = new Person(segments(texts(row, 3)), row.getLong(2), texts(row, 5));
                return new Known(
                        row.getLong(1),
                        person,
                        row.getLong(4),
                        shown(texts(row, 6)),
                        pairs(texts(row, 7)),
                        said(texts(row, 8)));
            }
        } catch (SQLException e) {
            throw new StorageException("A person could not be read", e);
        }
    }

    /** When campaigns were decided for a person after a moment, by campaign id; messages of all under the empty one. */
    public Map<String, List<Instant>> shown(String subject, Instant after) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(SHOWN)) {
            read.setString(1, subject);
            read.setTimestamp(2, Timestamp.from(after));
            read.setString(3, subject);
            read.setTimestamp(4, Timestamp.from(after));
            List<String> showings = new ArrayList<>();
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    showings.add(rows.getString(1));
                }
            }
            return shown(showings);
        } catch (SQLException e) {
            throw new StorageException("The decisions of a person could not be read", e);
        }
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private static Map<String, Boolean> segments(List<String> said) {
        Map<String, Boolean> segments = new HashMap<>();
        for (String one : said) {
            segments.put(one.substring(0, one.length() - 1), one.endsWith("+"));
        }
        return segments;
    }

    private static Map<String, String> pairs(List<String> texts) {
        Map<String, String> pairs = new HashMap<>();
        for (String one : texts) {
            int blank = one.indexOf(' ');
            pairs.put(one.substring(0, blank), one.substring(blank + 1));
        }
        return pairs;
    }

    /** {@code campaign word microseconds}. */
    private static List<SaidWord> said(List<String> texts) {
        return texts.stream()
                .map(one -> {
                    int first = one.indexOf(' ');
                    int last = one.lastIndexOf(' ');
                    return new SaidWord(
                            one.substring(0, first), one.substring(first + 1, last), moment(one.substring(last + 1)));
                })
                .toList();
    }

    private static Instant moment(String microseconds) {
        return Instant.EPOCH.plus(Long.parseLong(microseconds), ChronoUnit.MICROS);
    }

    /** {@code campaign microseconds}; a campaign's id has no blank. */
    private static Map<String, List<Instant>> shown(List<String> showings) {
        Map<String, List<Instant>> shown = new HashMap<>();
        for (String one : showings) {
            int blank = one.indexOf(' ');
            shown.computeIfAbsent(one.substring(0, blank), _ -> new ArrayList<>())
                    .add(moment(one.substring(blank + 1)));
        }
        return shown;
    }
}
