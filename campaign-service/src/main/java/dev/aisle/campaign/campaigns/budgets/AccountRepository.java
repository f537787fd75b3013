package dev.aisle.campaign.campaigns.budgets;

import dev.aisle.campaign.shared.Sql;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was given of campaigns with limits, in shares. Each method works on the connection of the transaction that gives: when that fails, nothing was
 * taken.
 */
@Singleton
public class AccountRepository {
    /** Shares of a campaign: so many decisions about it can be written at once without waiting. */
    static final int SHARES = 16;

    /**
     * Takes from a share that nobody holds. It never waits, so that no two wait for each other; the limit is the sum of the shares, and no share falls
     * below 0.
     */
    private static final String TAKE = """
            update campaign_share set unused = unused - ?, given = given + ?, spent_minor = spent_minor + ?
            where campaign_id = ? and version = ? and unused >= ? and share = (
                select share from campaign_share where campaign_id = ? and version = ? and unused >= ?
                limit 1 for update skip locked)
            """;

    private static final String GIVE_BACK = """
            update campaign_share set unused = unused + 1, given = given - 1, spent_minor = spent_minor - ?
            where campaign_id = ? and share = (
                select share from campaign_share where campaign_id = ? and version = ? and given > 0 and spent_minor >= ?
                limit 1 for update skip locked)
            """;
    private static final String CUT = """
            insert into campaign_share (campaign_id, share, version, unused, given, spent_minor) values (?, ?, ?, ?, ?, ?)
            on conflict (campaign_id, share) do update set version = excluded.version, unused = excluded.unused
            """;

    /**
     * What was given so far.
     *
     * @param version whose limits stand
     * @param spent for it, in minor units
     * @param unused how many may still be given
     */
    public record Account(int version, long given, long spent, long unused) {}

    /** Takes one of a share that nobody holds; false when none has any. */
    public boolean take(Connection connection, Allowance allowance) throws SQLException {
        return take(connection, List.of(Map.entry(allowance, 1)))[0];
    }

    /** Takes so many of each, all of one share that nobody holds; for each whether there was one that had so many. */
    public boolean[] take(Connection connection, List<Map.Entry<Allowance, Integer>> wanted) throws SQLException {
        int[] shares = Sql.batch(
                connection,
                TAKE,
                wanted.stream().map(one -> demand(one.getKey(), one.getValue())).toList());
        boolean[] taken = new boolean[shares.length];
        for (int n = 0; n < shares.length; n++) {
            taken[n] = shares[n] == 1;
        }
        return taken;
    }

    private static @Nullable Object[] demand(Allowance allowance, int number) {
        String id = allowance.campaign();
        int version = allowance.version();
        return new @Nullable Object[] {
            number, number, allowance.cost() * number, id, version, number, id, version, number
        };
    }

    /** Gives back one that was taken in this transaction and not given. */
    public void giveBack(Connection connection, Allowance allowance) throws SQLException {
        String id = allowance.campaign();
        Sql.update(connection, GIVE_BACK, allowance.cost(), id, id, allowance.version(), allowance.cost());
    }

    /** What was given so far; empty when it was never counted. */
    public Optional<Account> of(Connection connection, String campaign) throws SQLException {
        String sums = """
                select max(version) as version, sum(given) as given, sum(spent_minor) as spent, sum(unused) as unused
                from campaign_share where campaign_id = ? having count(*) > 0
                """;
        return Sql.query(
                        connection,
                        sums,
                        row -> new Account(
                                row.getInt("version"),
                                row.getLong("given"),
                                row.getLong("spent"),
                                row.getLong("unused")),
                        campaign)
                .stream()
                .findFirst();
    }

    /** What was given so far of all that were ever counted, by campaign. */
    public Map<String, Account> all(Connection connection) throws SQLException {
        String sums = """
                select campaign_id, max(version) as version, sum(given) as given, sum(spent_minor) as spent, sum(unused) as unused
                from campaign_share group by campaign_id
                """;
        Map<String, Account> all = new HashMap<>();
        Sql.query(
                        connection,
                        sums,
                        row -> Map.entry(
                                row.getString("campaign_id"),
                                new Account(
                                        row.getInt("version"),
                                        row.getLong("given"),
                                        row.getLong("spent"),
                                        row.getLong("unused"))))
                .forEach(one -> all.put(one.getKey(), one.getValue()));
        return all;
    }

    /**
     * Cuts the shares by the limits of a version, unless those of it or of a later one stand already.
     *
     * @return the version whose limits stand now
     */
    public int cut(Connection connection, Allowance allowance) throws SQLException {
        int standing = lock(connection, allowance.campaign());
        if (standing >= allowance.version()) {
            return standing;
        }
        // Whoever takes from a share holds its row, so that nothing is taken between the sum and the cut.
        Sql.query(
                connection,
                "select share from campaign_share where campaign_id = ? order by share for update",
                row -> row.getInt("share"),
                allowance.campaign());
        Account before = of(connection, allowance.campaign()).orElse(null);
        long given = before == null ? givenBefore(connection, allowance.campaign()) : before.given();
        long spent = before == null ? given * allowance.cost() : before.spent();
        long left = allowance.left(given, spent);
        for (int share = 0; share < SHARES; share++) {
            long part = left / SHARES + (share < left % SHARES ? 1 : 0);
            Sql.update(
                    connection,
                    CUT,
                    allowance.campaign(),
                    share,
                    allowance.version(),
                    part,
                    share == 0 ? given : 0L,
                    share == 0 ? spent : 0L);
        }
        Sql.update(
                connection,
                "update campaign_account set version = ? where campaign_id = ?",
                allowance.version(),
                allowance.campaign());
        return allowance.version();
    }

    private static int lock(Connection connection, String campaign) throws SQLException {
        Sql.update(
                connection,
                "insert into campaign_account (campaign_id, version) values (?, 0) on conflict (campaign_id) do nothing",
                campaign);
        List<Integer> version = Sql.query(
                connection,
                "select version from campaign_account where campaign_id = ? for update",
                row -> row.getInt("version"),
                campaign);
        return version.getFirst();
    }

    /** What was given before anybody counted counts as well. */
    private static long givenBefore(Connection connection, String campaign) throws SQLException {
        return Sql.query(
                        connection,
                        "select count(*) as given from decision where campaign_id = ? and not holdout",
                        row -> row.getLong("given"),
                        campaign)
                .getFirst();
    }
}
