package dev.aisle.campaign.campaigns.budgets;

import dev.aisle.campaign.campaigns.budgets.AccountRepository.Account;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Takes what one giving of a campaign needs. Each method belongs into the transaction that gives it, whose connection it works on. */
@Singleton
public class Allowances {
    private static final int MOST_TRIES = 250;
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(2);

    private final AgroalDataSource dataSource;
    private final AccountRepository accounts;

    Allowances(AgroalDataSource dataSource, AccountRepository accounts) {
        this.dataSource = dataSource;
        this.accounts = accounts;
    }

    /** How taking ends. */
    public enum Outcome {
        TAKEN,
        /** Nothing is left. */
        USED_UP,
        /** A later version has other limits, or others hold what is left for too long: choose again. */
        OUTDATED
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** How many were taken, and how taking ended. */
    public record Taken(int number, Outcome outcome) {}

    /** Takes one. */
    public Outcome take(Allowance allowance) {
        return on(connection -> take(connection, accounts, allowance));
    }

    /** Takes several, in one way to the database: all of a campaign of one share, or else one by one as long as there are some. */
    public Map<Allowance, Taken> take(Map<Allowance, Integer> wanted) {
        List<Map.Entry<Allowance, Integer>> asked = List.copyOf(wanted.entrySet());
        return on(connection -> {
            boolean[] taken = accounts.take(connection, asked);
            Map<Allowance, Taken> outcomes = new HashMap<>();
            for (int n = 0; n < taken.length; n++) {
                Allowance allowance = asked.get(n).getKey();
                int number = asked.get(n).getValue();
                outcomes.put(
                        allowance,
                        taken[n] ? new Taken(number, Outcome.TAKEN) : takeOneByOne(connection, allowance, number));
            }
            return outcomes;
        });
    }

    private Taken takeOneByOne(Connection connection, Allowance allowance, int number) throws SQLException {
        for (int taken = 0; taken < number; taken++) {
            Outcome outcome = take(connection, accounts, allowance);
            if (outcome != Outcome.TAKEN) {
                return new Taken(taken, outcome);
            }
        }
        return new Taken(number, Outcome.TAKEN);
    }

    /** Tries again while others hold all that is left: what they hold comes back when they fail. */
    static Outcome take(Connection connection, AccountRepository accounts, Allowance allowance) throws SQLException {
        for (int time = 0; time < MOST_TRIES; time++) {
            if (accounts.take(connection, allowance)) {
                return Outcome.TAKEN;
            }
            Optional<Account> account = accounts.of(connection, allowance.campaign());
            int version = account.map(Account::version).orElse(0);
            if (version > allowance.version()) {
                return Outcome.OUTDATED;
            }
            if (version < allowance.version()) {
                accounts.cut(connection, allowance);
            } else if (account.map(Account::unused).orElse(0L) == 0) {
                return Outcome.USED_UP;
            } else {
                LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
            }
        }
        return Outcome.OUTDATED;
    }

    /** Gives back one that was taken in this transaction and not given. */
    public void giveBack(Allowance allowance) {
        on(connection -> {
            accounts.giveBack(connection, allowance);
            return true;
        });
    }

    /** What was given of a campaign so far; empty when it was never counted. */
    public Optional<Account> account(String campaign) {
        return on(connection -> accounts.of(connection, campaign));
    }

    /** What was given so far of all that were ever counted, by campaign. */
    public Map<String, Account> accounts() {
        return on(accounts::all);
    }

    /** Within a transaction the pool gives its connection again. */
    private <T> T on(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            return work.with(connection);
        } catch (SQLException e) {
            throw new StorageException("What may be given of a campaign can't be counted", e);
        }
    }
}
