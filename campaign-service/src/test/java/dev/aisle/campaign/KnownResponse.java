package dev.aisle.campaign;

import dev.aisle.campaign.shared.Sql;
import dev.aisle.contracts.common.v1.Purpose;
import dev.aisle.platform.consent.ConsentView;
import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;

/** People of a campaign whose response to its coupon is known: it moves bargain hunters from 0.1 to 0.5 and nobody else, who buy at 0.3. */
final class KnownResponse {
    private final AgroalDataSource database;
    private final ConsentView consents;
    private final String campaign;
    private final String all = "all-" + UUID.randomUUID();
    private final SplittableRandom random = new SplittableRandom(11);
    private final Set<String> hunters = new HashSet<>();
    private double othersWithCoupon = 0.3;

    KnownResponse(AgroalDataSource database, ConsentView consents, String campaign) {
        this.database = database;
        this.consents = consents;
        this.campaign = campaign;
    }

    /** The segment that everybody is in. */
    String everybody() {
        return all;
    }

    boolean hunts(String person) {
        return hunters.contains(person);
    }

    /** Those who aren't hunters order at this rate from now on when they have a coupon. */
    void othersTakeToCoupons(double rate) {
        othersWithCoupon = rate;
    }

    /** Draws whether somebody orders. */
    boolean orders(boolean hunter, boolean offered) {
        return random.nextDouble() < (hunter ? (offered ? 0.5 : 0.1) : offered ? othersWithCoupon : 0.3);
    }

    boolean drawn(double share) {
        return random.nextDouble() < share;
    }

    /** People whom chance assigned so many days ago; a share of them hunt bargains. Who is called a woman mostly reads about perfume. */
    List<Shopper> assigned(int number, int days, double share) throws SQLException {
        List<Shopper> people = Stream.generate(Shopper::unknown).limit(number).toList();
        people.forEach(one -> Grants.say(one, 1, Purpose.PERSONALIZATION, Purpose.ANALYTICS, Purpose.MODEL_TRAINING));
        Storefront.eventually()
                .until(() -> people.stream()
                        .allMatch(one -> consents.of(one.pseudonym()).version() == 1));
        for (Shopper one : people) {
            boolean hunter = drawn(share);
            boolean woman = random.nextBoolean();
            boolean offered = random.nextBoolean();
            List<String> segments = new ArrayList<>(List.of(all));
            add(segments, hunter, "hunters");
            add(segments, woman, "gender-w");
            add(segments, woman == drawn(0.9), "perfume");
            if (hunter) {
                hunters.add(one.pseudonym());
            }
            keep(one.pseudonym(), segments, offered, days, orders(hunter, offered));
        }
        return people;
    }

    private static void add(List<String> segments, boolean is, String segment) {
        if (is) {
            segments.add(segment);
        }
    }

    private void keep(String person, List<String> segments, boolean offered, int days, boolean ordered)
            throws SQLException {
        execute("insert into person (pseudonym) values (?) on conflict do nothing", person);
        execute("""
                insert into segment_member (pseudonym, segment_id, member, profile_version, changed_at)
                select ?, unnest(string_to_array(?, ' ')), true, 1, now()
                """, person, String.join(" ", segments));
        execute("""
                insert into campaign_person (campaign_id, campaign_version, pseudonym, holdout, variation, first_at, known)
                select ?, 1, ?, ?, ?, now() - make_interval(days => ?), known_of(?, now())
                """, campaign, person, !offered, offered ? "coupon" : "", days, person);
        if (ordered) {
            execute("""
                    insert into campaign_order (message_id, pseudonym, revenue_minor, currency, ordered_at)
                    values (?, ?, 2000, 'EUR', now() - make_interval(days => ?))
                    """, UUID.randomUUID().toString(), person, days - 1);
        }
    }

    /** From now on women are those who hunt, and nobody else. */
    void womenHunt() throws SQLException {
        execute("""
                delete from segment_member women using segment_member everybody where women.segment_id = 'gender-w'
                    and women.pseudonym = everybody.pseudonym and everybody.segment_id = ?
                """, all);
        execute("""
                insert into segment_member (pseudonym, segment_id, member, profile_version, changed_at)
                select hunters.pseudonym, 'gender-w', true, 2, now() from segment_member hunters
                    join segment_member everybody using (pseudonym)
                where hunters.segment_id = 'hunters' and everybody.segment_id = ?
                """, all);
    }

    void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Sql.update(connection, sql, values);
        }
    }

    List<String> all(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Sql.query(connection, sql, row -> row.getString(1), values);
        }
    }
}
