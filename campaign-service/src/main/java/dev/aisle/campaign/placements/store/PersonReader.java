package dev.aisle.campaign.placements.store;

import dev.aisle.campaign.campaigns.contacts.SaidWord;
import dev.aisle.campaign.people.Person;
import dev.aisle.campaign.shared.Sql;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads all that decisions need to know in one statement, since each way to the database costs more than what is read there. The arrays stand in a
 * select of their own: seeing how many are asked for, the database would plan the statement anew each time, which costs twice what is read.
 */
@Singleton
public class PersonReader {
    /** Columns: the campaigns' stamp, orders, segments ({@code id+} inside, {@code id-} outside), their version, items, showings, allocations, words. */
    private static final String READ = """
            select (select changes from campaign_stamp), (select purchases from person where pseudonym = a.pseudonym),
                s.said, s.version,
                (select array_agg(product_id order by last_at desc, product_id) from person_item
                    where pseudonym = a.pseudonym and last_at > a.recent_after),
                (select array_agg(one) from (
                    select campaign_id || ' ' || cast(extract(epoch from decided_at) * 1000000 as bigint) as one from decision
                        where pseudonym = a.pseudonym and campaign_id is not null and decided_at > a.shown_after
                    union all select ' ' || cast(extract(epoch from queued_at) * 1000000 as bigint) from message
                        where pseudonym = a.pseudonym and queued_at > a.sent_after
                            and state not in ('suppressed', 'expired', 'failed')) given),
                (select array_agg(campaign_id || ' ' || variation) from coupon_allocation where pseudonym = a.pseudonym),
                (select array_agg(campaign_id || ' ' || word || ' ' || cast(extract(epoch from said_at) * 1000000 as bigint)
                    order by said_at, id) from campaign_feedback
                    where pseudonym = a.pseudonym and word in ('useful', 'not_for_me', 'too_often'))
            from unnest((select ?::text[]), (select ?::timestamptz[]), (select ?::timestamptz[]), (select ?::timestamptz[]))
                    with ordinality as a (pseudonym, recent_after, shown_after, sent_after, place),
                lateral (select array_agg(segment_id || case when member then '+' else '-' end) as said,
                    max(profile_version) as version from segment_member where pseudonym = a.pseudonym) s
            order by a.place
            """;

    /** Asked for each person, and not joined: as long as nothing is known of the tables, a join would read them whole. */
    private static final String SHOWN = """
            select a.pseudonym,
                (select array_agg(campaign_id || ' ' || cast(extract(epoch from decided_at) * 1000000 as bigint)) from decision
                    where pseudonym = a.pseudonym and campaign_id is not null and decided_at > a.shown_after),
                (select array_agg(' ' || cast(extract(epoch from queued_at) * 1000000 as bigint)) from message
                    where pseudonym = a.pseudonym and queued_at > a.sent_after
                        and state not in ('suppressed', 'expired', 'failed'))
            from unnest((select ?::text[]), (select ?::timestamptz[]), (select ?::timestamptz[])) as a (pseudonym, shown_after, sent_after)
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
     * Who is to be read.
     *
     * @param recentAfter what was seen or bought after it counts
     * @param shownAfter decisions after it are read; {@code null} for none
     * @param sentAfter messages after it are read; {@code null} for none
     */
    public record Wanted(
            String subject,
            Instant recentAfter,
            @Nullable Instant shownAfter,
            @Nullable Instant sentAfter) {}

    /** Reads people, in the order in which they are wanted. */
    public List<Known> read(List<Wanted> wanted) {
        return Sql.on(
                dataSource,
                "People could not be read",
                connection -> Sql.query(
                        connection,
                        READ,
                        PersonReader::known,
                        Sql.texts(connection, wanted, Wanted::subject),
                        Sql.texts(connection, wanted, Wanted::recentAfter),
                        Sql.texts(connection, wanted, Wanted::shownAfter),
                        Sql.texts(connection, wanted, Wanted::sentAfter)));
    }

    private static Known known(ResultSet row) throws SQLException {
        Person person = new Person(segments(texts(row, 3)), row.getLong(2), texts(row, 5));
        return new Known(
                row.getLong(1),
                person,
                row.getLong(4),
                shown(texts(row, 6)),
                pairs(texts(row, 7)),
                said(texts(row, 8)));
    }

    /**
     * When campaigns were decided for people, by pseudonym and campaign id; messages of all under the empty one.
     *
     * @param after for each person the moment after which they count
     * @param withMessages whether messages are read, too
     */
    public Map<String, Map<String, List<Instant>>> shown(Map<String, Instant> after, boolean withMessages) {
        List<Map.Entry<String, Instant>> asked = List.copyOf(after.entrySet());
        Map<String, Map<String, List<Instant>>> byPerson = new HashMap<>();
        Sql.on(
                dataSource,
                "The decisions of people could not be read",
                connection -> Sql.query(
                        connection,
                        SHOWN,
                        row -> byPerson.put(
                                row.getString(1),
                                shown(Stream.concat(texts(row, 2).stream(), texts(row, 3).stream())
                                        .toList())),
                        Sql.texts(connection, asked, Map.Entry::getKey),
                        Sql.texts(connection, asked, Map.Entry::getValue),
                        Sql.texts(connection, asked, one -> withMessages ? one.getValue() : null)));
        return byPerson;
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
